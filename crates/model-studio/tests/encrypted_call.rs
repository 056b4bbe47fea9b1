//! Encrypted calls against a service that decrypts them: what leaves, what comes back, and what is never sent.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use std::sync::Mutex;

use data_support::{Decrypting, KEY, asking_who, key, public_key_answer, said};
use jiff::Timestamp;
use model_studio::clock::{Clock, SystemClock};
use model_studio::data::DataError;
use model_studio::encryption::{EncryptionError, PublicKeyError, PublicKeys, call_encrypted};
use model_studio::{Reach, http_client};
use serde_json::{Value, json};
use support::{Asked, Server, html, json as answer};

const PUBLIC_KEY_PATH: &str = "/api/v1/public-keys/latest";

/// Answers the question for the public key, and a call with what `output` makes of it.
async fn service(
    output: impl Fn(&Decrypting, &Asked) -> Value + Clone + Send + Sync + 'static,
) -> Server {
    let decrypting = Decrypting::new();
    Server::start(move |_, asked| match asked.path.as_str() {
        PUBLIC_KEY_PATH => answer(200, &decrypting.public_key()),
        _ => {
            let output = output(&decrypting, asked);
            let body = json!({"output": output, "usage": {"input_tokens": 3}, "request_id": "r1"});
            answer(200, &body.to_string())
        }
    })
    .await
}

async fn called(server: &Server) -> Result<Value, EncryptionError> {
    let http = http_client(Reach::Loopback).unwrap();
    let keys = PublicKeys::default();
    call_encrypted(
        &http,
        &server.origin,
        &key(),
        &keys,
        &SystemClock,
        &asking_who(),
    )
    .await
    .map(|answer| answer.output)
}

fn calls(server: &Server) -> Vec<Asked> {
    let asked = server.asked().into_iter();
    asked
        .filter(|asked| asked.path != PUBLIC_KEY_PATH)
        .collect()
}

#[tokio::test]
async fn the_service_reads_what_nobody_on_the_way_can() {
    let server = service(|decrypting, asked| {
        let opened = decrypting.open(asked);
        assert_eq!(opened.input, asking_who().input);
        opened.seal(&said("markerAnswer", true))
    })
    .await;
    let http = http_client(Reach::Loopback).unwrap();
    let keys = PublicKeys::default();
    let call = asking_who();
    let answer = call_encrypted(&http, &server.origin, &key(), &keys, &SystemClock, &call)
        .await
        .unwrap();
    assert_eq!(answer.output, said("markerAnswer", true));
    assert_eq!(
        (
            answer.usage["input_tokens"].as_u64(),
            answer.request_id.as_str()
        ),
        (Some(3), "r1")
    );
    assert!(!answer.received.contains("markerAnswer"));

    let asked = server.asked();
    assert_eq!(
        asked[0].header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
    let sent = &asked[1];
    assert_eq!(
        (sent.method.as_str(), sent.path.as_str()),
        ("POST", "/api/v1/services/aigc/text-generation/generation")
    );
    let body = String::from_utf8(sent.body.clone()).unwrap();
    assert!(
        body.contains("qwen-plus") && !body.contains("marker"),
        "{body}"
    );
}

#[tokio::test]
async fn without_a_good_public_key_nothing_is_sent() {
    let known = Decrypting::new();
    let good = known.text("public_key");
    let cut = &good[..good.len() / 8 * 4];
    let small = PublicKeyError::TooSmall { bits: 1024 };
    for (status, body, refusal) in [
        (
            200,
            r#"{"request_id":"r","data":{}}"#.to_owned(),
            PublicKeyError::Withheld,
        ),
        (
            200,
            r#"{"request_id":"r","data":null}"#.to_owned(),
            PublicKeyError::Withheld,
        ),
        (200, "{}".to_owned(), PublicKeyError::Withheld),
        (200, public_key_answer(""), PublicKeyError::Withheld),
        (200, public_key_answer(cut), PublicKeyError::Truncated),
        (
            200,
            public_key_answer(known.text("small_public_key")),
            small,
        ),
        (
            200,
            public_key_answer("no base64!"),
            PublicKeyError::NotBase64,
        ),
        (
            200,
            public_key_answer(known.text("curve_public_key")),
            PublicKeyError::NotRsa,
        ),
    ] {
        let shown = body.clone();
        let server = Server::start(move |_, _| answer(status, &body)).await;
        let error = called(&server).await.unwrap_err();
        assert_eq!(error, EncryptionError::PublicKey(refusal), "{shown}");
        assert!(calls(&server).is_empty(), "{shown}");
    }

    for status in [200, 403] {
        let server = Server::start(move |_, _| html(status)).await;
        let host = server.host();
        let error = called(&server).await.unwrap_err();
        let portal = PublicKeyError::NotFetched(DataError::NotUnderstood { host });
        assert_eq!(error, portal.into());
        assert!(calls(&server).is_empty());
    }
    let refusal = r#"{"code":"InvalidApiKey","message":"no","request_id":"r"}"#;
    let server = Server::start(move |_, _| answer(401, refusal)).await;
    let error = called(&server).await.unwrap_err();
    assert!(matches!(
        error,
        EncryptionError::PublicKey(PublicKeyError::NotFetched(DataError::Refused {
            http_status: 401,
            ..
        }))
    ));
    assert!(calls(&server).is_empty());
}

#[tokio::test]
async fn whatever_is_wrong_with_an_answer_is_one_and_the_same_error() {
    let tampered = |place: usize| {
        move |decrypting: &Decrypting, asked: &Asked| {
            let sealed = decrypting
                .open(asked)
                .seal(&json!({"text": "markerAnswer"}));
            let mut bytes = data_encoding::BASE64
                .decode(sealed.as_str().unwrap().as_bytes())
                .unwrap();
            let at = if place == 0 { 0 } else { bytes.len() - place };
            bytes[at] ^= 1;
            Value::String(data_encoding::BASE64.encode(&bytes))
        }
    };
    for place in [0, 1, 16] {
        let server = service(tampered(place)).await;
        assert_eq!(called(&server).await, Err(EncryptionError::NotAuthentic));
    }
    // Somebody else's ciphertext, none, one too short, and an answer that anybody could have written.
    for output in [
        json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        json!("no base64!"),
        json!(""),
        json!("AAAA"),
        json!({"text": "plain"}),
        json!(7),
    ] {
        let server = service(move |_, _| output.clone()).await;
        assert_eq!(called(&server).await, Err(EncryptionError::NotAuthentic));
    }
}

/// A clock that is set by hand.
struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

#[tokio::test]
async fn a_public_key_is_remembered_for_a_minute_and_by_its_origin() {
    let seal = |decrypting: &Decrypting, asked: &Asked| decrypting.open(asked).seal(&json!({}));
    let (server, other) = (service(seal).await, service(seal).await);
    let http = http_client(Reach::Loopback).unwrap();
    let keys = PublicKeys::default();
    let start: Timestamp = "2026-11-21T08:00:00Z".parse().unwrap();
    let clock = SetClock(Mutex::new(start));
    let fetched = |server: &Server| server.asked().len() - calls(server).len();
    for (second, times) in [(0, 1), (30, 1), (59, 1), (60, 2), (119, 2), (-3600, 3)] {
        *clock.0.lock().unwrap() = start + jiff::SignedDuration::from_secs(second);
        call_encrypted(&http, &server.origin, &key(), &keys, &clock, &asking_who())
            .await
            .unwrap();
        assert_eq!(fetched(&server), times, "after {second} s");
    }
    call_encrypted(&http, &other.origin, &key(), &keys, &clock, &asking_who())
        .await
        .unwrap();
    assert_eq!(fetched(&other), 1);
}

#[tokio::test]
async fn a_public_key_that_the_service_no_longer_has_is_fetched_anew_once() {
    let refusal = r#"{"code":"BadRequest.IllegalInput","message":"The input parameter can not be decoded.","request_id":"r9"}"#;
    for refused_calls in [1, 2] {
        let decrypting = Decrypting::new();
        let server = Server::start(move |number, asked| match asked.path.as_str() {
            PUBLIC_KEY_PATH => answer(200, &decrypting.public_key()),
            // Key, call, key, call.
            _ if number < 2 * refused_calls => answer(400, refusal),
            _ => {
                let output = decrypting.open(asked).seal(&json!({"text": "hi"}));
                answer(
                    200,
                    &json!({"output": output, "request_id": "r1"}).to_string(),
                )
            }
        })
        .await;
        let result = called(&server).await;
        if refused_calls == 1 {
            assert_eq!(result.unwrap(), json!({"text": "hi"}));
        } else {
            assert!(result.unwrap_err().wants_new_public_key());
        }
        let paths: Vec<bool> = server
            .asked()
            .iter()
            .map(|asked| asked.path == PUBLIC_KEY_PATH)
            .collect();
        assert_eq!(paths, [true, false, true, false]);
        // The second try is a call of its own, with its own key.
        let headers: Vec<_> = calls(&server)
            .iter()
            .map(|call| call.header("x-dashscope-encryptionkey").unwrap().to_owned())
            .collect();
        assert_ne!(headers[0], headers[1]);
    }
}
