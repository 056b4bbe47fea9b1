//! Temporary keys: what is asked, what comes back, and the service's clock.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use axum::http::HeaderValue;
use data_support::{KEY, key};
use jiff::{SignedDuration, Timestamp};
use model_studio::data::{DataError, TimeToLive, create_temporary_key};
use model_studio::key::KeyKind;
use model_studio::{Reach, http_client};
use secrecy::ExposeSecret;
use support::{Server, html, json};

const MADE: &str = r#"{"token":"st-markermarkermarkermarker0123","expires_at":1795163962}"#;

#[tokio::test]
async fn a_temporary_key_is_made_from_a_key() {
    let server = Server::start(|_, _| {
        let mut answer = json(200, MADE);
        // An hour from this computer's clock, as the test has it.
        let date = HeaderValue::from_static("Fri, 20 Nov 2026 09:19:22 GMT");
        answer.headers_mut().insert("date", date);
        answer
    })
    .await;
    let http = http_client(Reach::Loopback).unwrap();
    let ttl = TimeToLive::seconds(300).unwrap();
    let made = create_temporary_key(&http, &server.origin, &key(), ttl)
        .await
        .unwrap();
    assert_eq!(made.value.kind(), KeyKind::Temporary);
    assert_eq!(
        made.value.secret().expose_secret(), // EXPOSE: to compare what was read.
        "st-markermarkermarkermarker0123"
    );
    assert_eq!(made.expires_at, Timestamp::from_second(1795163962).unwrap());
    let here: Timestamp = "2026-11-20T10:19:22Z".parse().unwrap();
    assert_eq!(made.clock_ahead(here), Some(SignedDuration::from_hours(1)));
    assert!(!format!("{made:?}").contains("marker"));

    let asked = &server.asked()[0];
    assert_eq!(
        (
            asked.method.as_str(),
            asked.path.as_str(),
            asked.query.as_str()
        ),
        ("POST", "/api/v1/tokens", "expire_in_seconds=300")
    );
    assert_eq!(
        asked.header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
    assert!(asked.body.is_empty());
}

#[tokio::test]
async fn a_refusal_is_told_and_what_is_no_answer_is_not_understood() {
    let http = http_client(Reach::Loopback).unwrap();
    let refusal =
        r#"{"code":"InvalidApiKey","message":"Invalid API-key provided.","request_id":"r7"}"#;
    let server = Server::start(move |_, _| json(401, refusal)).await;
    let error = create_temporary_key(&http, &server.origin, &key(), TimeToLive::default())
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some("InvalidApiKey"));
    assert_eq!(server.asked()[0].query, "expire_in_seconds=60");

    for body in [
        "{}",
        r#"{"token":"st-1"}"#,
        r#"{"token":7,"expires_at":1}"#,
        r#"{"token":"st-1","expires_at":9223372036854775807}"#,
    ] {
        let server = Server::start(move |_, _| json(200, body)).await;
        let error = create_temporary_key(&http, &server.origin, &key(), TimeToLive::default())
            .await
            .unwrap_err();
        let host = server.host();
        assert_eq!(error, DataError::NotUnderstood { host }, "{body}");
    }
    let server = Server::start(|_, _| html(200)).await;
    let error = create_temporary_key(&http, &server.origin, &key(), TimeToLive::default())
        .await
        .unwrap_err();
    let host = server.host();
    assert_eq!(error, DataError::NotUnderstood { host });
}

#[tokio::test]
async fn a_key_is_not_sent_where_others_could_read_it() {
    let http = http_client(Reach::Network).unwrap();
    // Reserved for documentation: nobody answers there.
    let error = create_temporary_key(&http, "http://192.0.2.1", &key(), TimeToLive::default())
        .await
        .unwrap_err();
    let host = "192.0.2.1".to_owned();
    assert_eq!(error, DataError::NotSecure { host });
}
