//! Calls of a model that are not encrypted: whole, streamed, as a task, and everything that can become of a stream.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use data_support::{asking_who, event, key, said, stream_of};
use model_studio::data::{
    AnswerStream, DataError, Delivery, ModelAnswer, Outgoing, call, call_streamed, create_task,
};
use model_studio::{Reach, http_client};
use serde_json::{Value, json};
use support::{Server, html, json as answer};

async fn streamed(origin: &str) -> Result<AnswerStream, DataError> {
    let http = http_client(Reach::Loopback).unwrap();
    call_streamed(&http, origin, &key(), &Outgoing::plain(&asking_who())).await
}

/// All that a stream gives, until its end or its failure.
async fn pieces_of(pieces: Vec<Vec<u8>>) -> (Vec<Value>, Option<DataError>) {
    let origin = stream_of(pieces).await;
    let mut stream = streamed(&origin).await.unwrap();
    let mut outputs = Vec::new();
    while let Some(piece) = stream.next().await {
        match piece {
            Ok(ModelAnswer { output, .. }) => outputs.push(output),
            Err(error) => {
                assert!(stream.next().await.is_none());
                return (outputs, Some(error));
            }
        }
    }
    (outputs, None)
}

#[tokio::test]
async fn a_call_is_answered_whole() {
    let body = json!({"output": said("Hello", true), "usage": {"total_tokens": 9}, "request_id": "r1", "new": 1});
    let text = body.to_string();
    let server = Server::start(move |_, _| answer(200, &text)).await;
    let http = http_client(Reach::Loopback).unwrap();
    let outgoing = Outgoing::plain(&asking_who());
    let answered = call(&http, &server.origin, &key(), &outgoing)
        .await
        .unwrap();
    assert_eq!(answered.output, said("Hello", true));
    assert_eq!(answered.usage["total_tokens"], 9);
    assert_eq!(answered.request_id, "r1");
    assert_eq!(answered.received, body.to_string());

    let asked = &server.asked()[0];
    assert_eq!(asked.path, Outgoing::path());
    assert_eq!(asked.body, outgoing.body());
    let sent: Value = serde_json::from_slice(&asked.body).unwrap();
    assert_eq!(sent, serde_json::to_value(asking_who()).unwrap());
    for (name, value) in outgoing.headers(Delivery::Whole) {
        assert_eq!(asked.header(name), Some(value));
    }
    assert_eq!(asked.header("x-dashscope-sse"), None);
}

#[tokio::test]
async fn a_call_may_become_a_task() {
    let created = r#"{"output":{"task_id":"t-1","task_status":"PENDING"},"request_id":"r1"}"#;
    let server = Server::start(move |_, _| answer(200, created)).await;
    let http = http_client(Reach::Loopback).unwrap();
    let outgoing = Outgoing::plain(&asking_who());
    let task = create_task(&http, &server.origin, &key(), &outgoing)
        .await
        .unwrap();
    assert_eq!(
        (task.task_id.as_str(), task.request_id.as_str()),
        ("t-1", "r1")
    );
    let asked = &server.asked()[0];
    assert_eq!(asked.header("x-dashscope-async"), Some("enable"));

    // An answer that is no task, from a model that answers at once.
    let body = json!({"output": {"text": "hi"}}).to_string();
    let server = Server::start(move |_, _| answer(200, &body)).await;
    let error = create_task(&http, &server.origin, &key(), &outgoing)
        .await
        .unwrap_err();
    let host = server.host();
    assert_eq!(error, DataError::NotUnderstood { host });
}

#[tokio::test]
async fn refusals_keep_the_platforms_code() {
    let http = http_client(Reach::Loopback).unwrap();
    let outgoing = Outgoing::plain(&asking_who());
    for (status, code) in [
        (400, "Arrearage"),
        (400, "BadRequest.EmptyInput"),
        (403, "Model.AccessDenied"),
        (404, "ModelNotFound"),
        (429, "Throttling.RateQuota"),
        (500, "InternalError"),
    ] {
        let body = json!({"code": code, "message": "m", "request_id": "r"}).to_string();
        let server = Server::start(move |_, _| answer(status, &body)).await;
        let error = call(&http, &server.origin, &key(), &outgoing)
            .await
            .unwrap_err();
        assert_eq!(error.code(), Some(code));
        let error = streamed(&server.origin).await.err().unwrap();
        assert_eq!(error.code(), Some(code));
    }
}

#[tokio::test]
async fn what_is_not_the_services_or_far_too_large_is_not_understood() {
    let http = http_client(Reach::Loopback).unwrap();
    let outgoing = Outgoing::plain(&asking_who());
    let huge = json!({"output": {"text": "a".repeat(17 * 1024 * 1024)}}).to_string();
    for server in [
        Server::start(|_, _| html(200)).await,
        Server::start(|_, _| html(403)).await,
        Server::start(|_, _| answer(200, r#"{"request_id":"r"}"#)).await,
        Server::start(move |_, _| answer(200, &huge)).await,
    ] {
        let host = server.host();
        let error = call(&http, &server.origin, &key(), &outgoing)
            .await
            .unwrap_err();
        assert_eq!(error, DataError::NotUnderstood { host: host.clone() });
        let error = streamed(&server.origin).await.err().unwrap();
        assert_eq!(error, DataError::NotUnderstood { host });
    }
}

#[tokio::test]
async fn a_stream_is_the_same_whatever_pieces_it_comes_in() {
    let outputs = [said("你", false), said("好", false), said("!", true)];
    let text: String = outputs.iter().map(event).collect();
    let text = format!("{text}event:done\ndata:{{}}\n\ndata: [DONE]\n\n").into_bytes();
    for size in [1, 2, 7, 64, text.len()] {
        let pieces = text.chunks(size).map(<[u8]>::to_vec).collect();
        assert_eq!(
            pieces_of(pieces).await,
            (outputs.to_vec(), None),
            "by {size}"
        );
    }
}

#[tokio::test]
async fn a_stream_that_ends_too_soon_is_a_failure() {
    let first = event(&said("Hel", false));
    let last = event(&said("lo", true));
    for (text, before) in [
        (String::new(), 0),
        // The model was not done.
        (first.clone(), 1),
        // In the middle of an event, and before the line that ends it.
        (format!("{first}{}", &last[..last.len() / 2]), 1),
        (format!("{first}{}", last.trim_end()), 1),
    ] {
        let (outputs, error) = pieces_of(vec![text.clone().into_bytes()]).await;
        assert_eq!(outputs.len(), before, "{text}");
        assert!(
            matches!(error, Some(DataError::ConnectionLost { .. })),
            "{error:?} {text}"
        );
    }
}

#[tokio::test]
async fn an_error_inside_a_stream_is_a_refusal() {
    let first = event(&said("Hel", false));
    let failed = r#"{"code":"DataInspectionFailed","message":"m","request_id":"r3"}"#;
    for (text, http_status) in [
        (
            format!("id:2\nevent:error\n:HTTP_STATUS/400\ndata:{failed}\n\n"),
            400,
        ),
        (format!("event:error\ndata:{failed}\n\n"), 400),
        (format!("event:error\nstatus:429\ndata:{failed}\n\n"), 429),
        (format!(":HTTP_STATUS/500\ndata:{failed}\n\n"), 500),
        (format!("data:{failed}\n\n"), 400),
        // Whatever else it says.
        (
            format!(
                ":HTTP_STATUS/500\ndata:{}\n\n",
                failed.replacen('{', r#"{"output":{"text":"x"},"#, 1)
            ),
            500,
        ),
    ] {
        let (outputs, error) = pieces_of(vec![first.clone().into_bytes(), text.into_bytes()]).await;
        assert_eq!(outputs.len(), 1);
        let Some(DataError::Refused {
            http_status: status,
            code,
            request_id,
            ..
        }) = error
        else {
            panic!("{error:?}")
        };
        assert_eq!(
            (status, code.as_str(), request_id.as_str()),
            (http_status, "DataInspectionFailed", "r3")
        );
    }
    for text in ["data:<html></html>\n\n", "data:{}\n\n", "data:[1]\n\n"] {
        let (_, error) = pieces_of(vec![text.as_bytes().to_vec()]).await;
        assert!(
            matches!(error, Some(DataError::NotUnderstood { .. })),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn an_event_without_end_is_given_up() {
    let pieces = vec![vec![b'a'; 1024 * 1024]; 18];
    let (_, error) = pieces_of(pieces).await;
    assert!(
        matches!(error, Some(DataError::NotUnderstood { .. })),
        "{error:?}"
    );
}
