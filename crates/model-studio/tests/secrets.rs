//! A secret is in none of the texts that this crate makes: not printed, not told by a failure, not left in a log.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::Write;
use std::sync::{Arc, Mutex};

use model_studio::acs3::AccessKey;
use model_studio::control::wire::CreatedApiKeyAnswer;
use model_studio::control::{ControlClient, CreateApiKey, ListApiKeys};
use model_studio::key::KeySecret;
use model_studio::{Reach, http_client};
use secrecy::SecretString;
use support::{SECRET, Server, json};

const KEY: &str = "sk-markermarkermarkermarker01234567";
const TOKEN: &str = "CAISmarkerTokenOfTheSession==";

fn assert_clean(text: &str) {
    for secret in [KEY, TOKEN, SECRET] {
        assert!(!text.contains(secret), "{text}");
    }
}

fn access_key() -> AccessKey {
    AccessKey {
        security_token: Some(SecretString::from(TOKEN)),
        ..support::access_key()
    }
}

fn client(origin: &str) -> ControlClient {
    ControlClient::new(
        http_client(Reach::Loopback).unwrap(),
        origin.parse().unwrap(),
        access_key(),
    )
}

#[test]
fn what_holds_a_secret_prints_none() {
    let answer: CreatedApiKeyAnswer = serde_json::from_str(&format!(
        r#"{{"apiKey":{{"apiKeyId":1,"apiKeyValue":"{KEY}"}}}}"#
    ))
    .unwrap();
    assert_clean(&format!("{answer:?} {:#?}", answer.api_key));
    assert_clean(&format!(
        "{:?} {:?}",
        access_key(),
        KeySecret::parse(KEY).unwrap()
    ));
    assert_clean(&format!("{:?}", client("http://127.0.0.1:9")));
}

#[tokio::test]
async fn a_created_key_prints_none() {
    let body = format!(r#"{{"success":true,"apiKey":{{"apiKeyId":1,"apiKeyValue":"{KEY}"}}}}"#);
    let server = Server::start(move |_, _| json(200, &body)).await;
    let created = client(&server.origin)
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    assert_clean(&format!("{created:?}"));
    let listed = client(&server.origin).get_api_key(1).await.unwrap();
    assert_clean(&format!("{listed:?}"));
    assert_eq!(listed.api_key_value, "sk-mar…4567");
}

#[tokio::test]
async fn a_platform_that_repeats_what_it_checked_does_not_spread_it() {
    let server = Server::start(|_, asked| {
        let token = asked.header("x-acs-security-token").unwrap();
        let message = format!("server CanonicalRequest: x-acs-security-token:{token} {SECRET}");
        json(
            400,
            &format!(r#"{{"Code":"SignatureDoesNotMatch","Message":"{message}","RequestId":"r"}}"#),
        )
    })
    .await;
    let error = client(&server.origin)
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert!(error.to_string().contains("[REDACTED]"), "{error}");
    assert_clean(&format!("{error} {error:?}"));
}

/// Wherever a text is cut, no part of a secret is left at its end; and it is cut.
#[tokio::test]
async fn a_secret_across_the_end_of_a_long_text_goes_whole() {
    for before in [560, 590, 596] {
        let server = Server::start(move |_, asked| {
            let token = asked.header("x-acs-security-token").unwrap();
            let text = format!("{}{token}{}", " ".repeat(before), "x".repeat(5000));
            let body = format!(
                r#"{{"Code":"C {token}","Message":"{text}","RequestId":"r {token}",
                    "AccessDeniedDetail":{{"AuthAction":"{text}"}}}}"#
            );
            json(403, &body)
        })
        .await;
        let error = client(&server.origin)
            .create_api_key(&CreateApiKey::default())
            .await
            .unwrap_err();
        let said = format!("{error} {error:?}");
        assert!(!said.contains("CAIS"), "{said}");
        assert!(said.len() < 4000, "{}", said.len());
    }
}

#[tokio::test]
async fn an_answer_that_is_not_understood_is_not_repeated() {
    for body in [
        format!(r#"{{"success":true,"apiKey":{{"apiKeyId":"x","apiKeyValue":"{KEY}"}}}}"#),
        format!(r#"{{"success":true,"apiKey":"{KEY}"}}"#),
        format!("<html>{KEY}"),
    ] {
        let server = Server::start(move |_, _| json(200, &body)).await;
        let error = client(&server.origin)
            .create_api_key(&CreateApiKey::default())
            .await
            .unwrap_err();
        assert_clean(&format!("{error} {error:?}"));
    }
}

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_at_its_loudest_has_none() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let body = format!(r#"{{"success":true,"apiKey":{{"apiKeyId":1,"apiKeyValue":"{KEY}"}}}}"#);
    let server = Server::start(move |number, _| {
        if number == 0 {
            support::html(503)
        } else {
            json(200, &body)
        }
    })
    .await;
    let client = client(&server.origin);
    client.list_api_keys(&ListApiKeys::default()).await.unwrap();
    client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("repeating a read"), "{logged}");
    assert_clean(&logged);
}
