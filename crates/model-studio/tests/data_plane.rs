//! The check of a key: listing models with it.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use axum::body::Body;
use axum::http::Response;
use model_studio::data::{DataError, ModelName, list_models};
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};
use secrecy::SecretString;
use support::{Server, html, impatient, json};
use tokio::net::TcpListener;

const KEY: &str = "sk-ws-markermarkermarkermarkermarkermarker0123";

fn key() -> KeySecret {
    KeySecret::parse(KEY).unwrap()
}

async fn listed(
    response: impl Fn() -> Response<Body> + Clone + Send + Sync + 'static,
) -> Result<Vec<ModelName>, DataError> {
    let server = Server::start(move |_, _| response()).await;
    let http = http_client(Reach::Loopback).unwrap();
    list_models(
        &http,
        &format!("{}/compatible-mode/v1/", server.origin),
        &key(),
    )
    .await
}

#[tokio::test]
async fn models_are_listed_with_the_key_in_its_header() {
    let body =
        r#"{"object":"list","data":[{"id":"qwen-plus","object":"model"},{"id":"qwen3-max"}]}"#;
    let server = Server::start(move |_, _| json(200, body)).await;
    let http = http_client(Reach::Loopback).unwrap();
    let models = list_models(
        &http,
        &format!("{}/compatible-mode/v1", server.origin),
        &key(),
    )
    .await
    .unwrap();
    assert_eq!(
        models,
        [
            ModelName("qwen-plus".to_owned()),
            ModelName("qwen3-max".to_owned())
        ]
    );
    let asked = &server.asked()[0];
    assert_eq!(
        (asked.method.as_str(), asked.path.as_str()),
        ("GET", "/compatible-mode/v1/models")
    );
    assert_eq!(
        asked.header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
}

#[tokio::test]
async fn refusals_of_both_shapes_are_read() {
    let compatible = r#"{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,
        "code":"invalid_api_key"},"id":"chatcmpl-1","request_id":"r1"}"#;
    let error = listed(move || json(401, compatible)).await.unwrap_err();
    let DataError::Refused {
        http_status,
        code,
        request_id,
        ..
    } = error
    else {
        panic!("{error:?}")
    };
    assert_eq!(
        (http_status, code.as_str(), request_id.as_str()),
        (401, "invalid_api_key", "r1")
    );

    let native = r#"{"code":"AccessDenied","message":"Access denied.","request_id":"r2"}"#;
    let error = listed(move || json(403, native)).await.unwrap_err();
    let DataError::Refused {
        http_status,
        code,
        message,
        ..
    } = error
    else {
        panic!("{error:?}")
    };
    assert_eq!(
        (http_status, code.as_str(), message.as_str()),
        (403, "AccessDenied", "Access denied.")
    );

    let without_code =
        r#"{"error":{"type":"Workspace.AccessDenied","code":null},"id":"chatcmpl-2"}"#;
    let error = listed(move || json(403, without_code)).await.unwrap_err();
    let DataError::Refused {
        code, request_id, ..
    } = error
    else {
        panic!("{error:?}")
    };
    assert_eq!(
        (code.as_str(), request_id.as_str()),
        ("Workspace.AccessDenied", "chatcmpl-2")
    );
}

#[tokio::test]
async fn a_service_that_repeats_the_key_does_not_spread_it() {
    let echo = format!(
        r#"{{"code":"InvalidApiKey {KEY}","message":"no such key: {KEY}","request_id":"r {KEY}"}}"#
    );
    let error = listed(move || json(401, &echo)).await.unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("markermarker"),
        "{error}"
    );
    assert!(error.to_string().contains("sk-ws-mar…0123"));
}

#[tokio::test]
async fn what_is_not_the_services_is_not_understood() {
    for status in [200, 302, 401] {
        let error = listed(move || html(status)).await.unwrap_err();
        assert!(
            matches!(error, DataError::NotUnderstood { .. }),
            "{error:?}"
        );
    }
    for (status, body) in [
        (200, "{}"),
        (200, r#"{"data":[{}]}"#),
        (401, "{}"),
        (401, r#"{"error":{}}"#),
        (401, "[]"),
    ] {
        let error = listed(move || json(status, body)).await.unwrap_err();
        assert!(
            matches!(error, DataError::NotUnderstood { .. }),
            "{status} {body} {error:?}"
        );
    }
}

#[tokio::test]
async fn silence_and_absence_are_told_apart() {
    let delay = std::time::Duration::from_secs(5);
    let server = Server::start_slow(delay, |_, _| json(200, "{}")).await;
    let error = list_models(&impatient(), &server.origin, &key())
        .await
        .unwrap_err();
    assert_eq!(
        error,
        DataError::TimedOut {
            host: server.host()
        }
    );

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    drop(listener);
    let error = list_models(&impatient(), &format!("http://{host}"), &key())
        .await
        .unwrap_err();
    assert_eq!(error, DataError::Unreachable { host });
    let error = list_models(&impatient(), "no address", &key())
        .await
        .unwrap_err();
    assert_eq!(
        error,
        DataError::Unreachable {
            host: "no address".to_owned()
        }
    );
}

#[tokio::test]
async fn a_key_that_no_header_can_carry_is_told_before_sending() {
    let key = KeySecret::from_service(SecretString::from("sk-\n"));
    let error = list_models(&impatient(), "http://127.0.0.1:9", &key)
        .await
        .unwrap_err();
    assert_eq!(error, DataError::KeyMalformed);
}
