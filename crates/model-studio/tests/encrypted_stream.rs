//! Encrypted answers that come in pieces: each is opened by itself, and what is wrong with one ends them all.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use data_support::{Decrypting, Opened, asking_who, event, key, said, sse};
use model_studio::clock::SystemClock;
use model_studio::data::DataError;
use model_studio::encryption::{
    EncryptionError, OpenedStream, PublicKeys, call_encrypted_streamed,
};
use model_studio::{Reach, http_client};
use serde_json::json;
use support::{Asked, Server, json as answer};

const PUBLIC_KEY_PATH: &str = "/api/v1/public-keys/latest";

/// A call of a service that streams what `pieces` makes of it.
async fn streamed(
    pieces: impl Fn(&Opened) -> String + Clone + Send + Sync + 'static,
) -> (Server, OpenedStream) {
    let (server, begun) = begun(move |_, opened| pieces(opened)).await;
    (server, begun.unwrap())
}

/// The same, where the pieces depend on how many requests there were before, and the call may come to nothing.
async fn begun(
    pieces: impl Fn(usize, &Opened) -> String + Clone + Send + Sync + 'static,
) -> (Server, Result<OpenedStream, EncryptionError>) {
    let decrypting = Decrypting::new();
    let server = Server::start(move |earlier, asked| {
        if asked.path == PUBLIC_KEY_PATH {
            return answer(200, &decrypting.public_key());
        }
        assert_eq!(asked.header("x-dashscope-sse"), Some("enable"));
        sse(pieces(earlier, &decrypting.open(asked)))
    })
    .await;
    let http = http_client(Reach::Loopback).unwrap();
    let (keys, call) = (PublicKeys::default(), asking_who());
    let begun =
        call_encrypted_streamed(&http, &server.origin, &key(), &keys, &SystemClock, &call).await;
    (server, begun)
}

/// The service says in a stream that it cannot decode the input.
fn undecodable() -> String {
    let refusal = json!({"code": "BadRequest.IllegalInput",
        "message": "The input parameter can not be decoded.", "request_id": "r9"});
    format!("id:1\nevent:error\n:HTTP_STATUS/400\ndata:{refusal}\n\n")
}

/// What was asked for, in its order: the public key or a call.
fn asked_for_key(server: &Server) -> Vec<bool> {
    let asked = server.asked();
    asked
        .iter()
        .map(|asked| asked.path == PUBLIC_KEY_PATH)
        .collect()
}

fn wrapped_key(call: &Asked) -> String {
    call.header("x-dashscope-encryptionkey").unwrap().to_owned()
}

#[tokio::test]
async fn a_streamed_answer_is_opened_piece_by_piece() {
    let said = || [said("Hel", false), said("lo", false), said("", true)];
    let (_server, mut stream) = streamed(move |opened| {
        let pieces = said().map(|piece| event(&opened.seal(&piece)));
        pieces.concat()
    })
    .await;
    let mut outputs = Vec::new();
    while let Some(piece) = stream.next().await {
        outputs.push(piece.unwrap().output);
    }
    assert_eq!(outputs, said());
}

#[tokio::test]
async fn an_encrypted_stream_that_is_cut_off_is_no_answer() {
    let (server, mut stream) = streamed(|opened| event(&opened.seal(&said("Hel", false)))).await;
    assert!(stream.next().await.unwrap().is_ok());
    let lost = DataError::ConnectionLost {
        host: server.host(),
    };
    assert_eq!(stream.next().await.unwrap().unwrap_err(), lost.into());
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_tampered_piece_ends_the_stream() {
    let (_server, mut stream) = streamed(|opened| {
        let good = event(&opened.seal(&said("Hel", false)));
        format!("{good}{}{good}", event(&json!("AAAA")))
    })
    .await;
    assert!(stream.next().await.unwrap().is_ok());
    assert_eq!(
        stream.next().await.unwrap().unwrap_err(),
        EncryptionError::NotAuthentic
    );
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_that_begins_with_the_refusal_of_an_old_key_is_asked_for_again_once() {
    let (server, begun) = begun(|earlier, opened| match earlier {
        // The first that came was for the public key.
        1 => undecodable(),
        _ => [said("Hel", false), said("lo", true)]
            .map(|piece| event(&opened.seal(&piece)))
            .concat(),
    })
    .await;
    let mut stream = begun.unwrap();
    let mut outputs = Vec::new();
    while let Some(piece) = stream.next().await {
        outputs.push(piece.unwrap().output);
    }
    assert_eq!(outputs, [said("Hel", false), said("lo", true)]);
    assert_eq!(asked_for_key(&server), [true, false, true, false]);
    // The second try is a call of its own: with its own key, and with its own IV.
    let asked = server.asked();
    let (first, second) = (wrapped_key(&asked[1]), wrapped_key(&asked[3]));
    let part = |header: &str, name: &str| {
        let header: serde_json::Value = serde_json::from_str(header).unwrap();
        header[name].clone()
    };
    for name in ["encrypt_key", "iv"] {
        assert_ne!(part(&first, name), part(&second, name), "{name}");
    }
    assert_ne!(asked[1].body, asked[3].body);
}

#[tokio::test]
async fn a_key_that_is_refused_twice_in_streams_is_not_fetched_a_third_time() {
    let (server, begun) = begun(|_, _| undecodable()).await;
    assert!(begun.err().unwrap().wants_new_public_key());
    assert_eq!(asked_for_key(&server), [true, false, true, false]);
}

#[tokio::test]
async fn a_stream_that_has_begun_is_never_asked_for_again() {
    let (server, mut stream) =
        streamed(|opened| event(&opened.seal(&said("Hel", false))) + &undecodable()).await;
    assert_eq!(
        stream.next().await.unwrap().unwrap().output,
        said("Hel", false)
    );
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.wants_new_public_key(), "{error}");
    assert!(stream.next().await.is_none());
    assert_eq!(asked_for_key(&server), [true, false]);
}

#[tokio::test]
async fn what_else_is_wrong_with_the_first_piece_is_not_tried_again() {
    let throttled = r#"{"code":"Throttling.RateQuota","message":"m","request_id":"r"}"#;
    let throttled = format!("event:error\n:HTTP_STATUS/429\ndata:{throttled}\n\n");
    let (server, begun) = begun(move |_, _| throttled.clone()).await;
    let error = begun.err().unwrap();
    assert!(
        matches!(&error, EncryptionError::Data(error) if error.code() == Some("Throttling.RateQuota"))
    );
    assert_eq!(asked_for_key(&server), [true, false]);
}
