//! What the client makes of a service, or of something in front of it, that does not answer as it should.

// Clippy knows test functions and not what they call.
#![allow(clippy::panic)]

mod support;

use std::time::Duration;

use axum::body::Body;
use axum::http::Response;
use model_studio::acs3::AccessKey;
use model_studio::control::{
    ControlClient, ControlError, CreateApiKey, ListApiKeys, PlatformError, Stranger,
};
use model_studio::{Reach, http_client};
use support::{Server, client, html, impatient, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

fn platform(error: ControlError) -> PlatformError {
    match error {
        ControlError::Platform(error) => error,
        other => panic!("not the platform's: {other:?}"),
    }
}

const OK: &str =
    r#"{"success":true,"requestId":"r","apiKeys":[],"apiKey":{"apiKeyId":1,"apiKeyValue":"sk-1"}}"#;

#[tokio::test]
async fn a_refusal_keeps_what_the_platform_said() {
    let body = r#"{"RequestId":"4C47","HostId":"h","Code":"NoPermission","Message":"You are not authorized."}"#;
    let server = Server::start(move |_, _| json(403, body)).await;
    let error = platform(server.client().get_api_key(1).await.unwrap_err());
    assert_eq!(
        (
            error.code.as_str(),
            error.http_status,
            error.request_id.as_str()
        ),
        ("NoPermission", 403, "4C47")
    );
    assert_eq!(error.message, "You are not authorized.");
}

#[tokio::test]
async fn a_business_failure_inside_http_200_is_a_failure() {
    let body = r#"{"success":false,"code":"ApiKey.NotFound","message":"m","httpStatusCode":404,"requestId":"r"}"#;
    let server = Server::start(move |_, _| json(200, body)).await;
    let error = platform(server.client().delete_api_key(1).await.unwrap_err());
    assert_eq!(
        (error.code.as_str(), error.http_status),
        ("ApiKey.NotFound", 404)
    );
}

#[tokio::test]
async fn a_page_of_the_network_is_not_understood() {
    for status in [200, 302, 403, 511] {
        let server = Server::start(move |_, _| html(status)).await;
        let error = server
            .client()
            .list_api_keys(&ListApiKeys::default())
            .await
            .unwrap_err();
        assert_eq!(
            error,
            ControlError::NotUnderstood {
                host: server.host(),
                http_status: status,
                stranger: Stranger::CaptivePortal,
            }
        );
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::start(|_, _| json(200, OK)).await;
    let location = elsewhere.origin.clone();
    let server = Server::start(move |_, _| {
        Response::builder()
            .status(307)
            .header("location", location.as_str())
            .body(Body::empty())
            .unwrap()
    })
    .await;
    assert!(
        server
            .client()
            .create_api_key(&CreateApiKey::default())
            .await
            .is_err()
    );
    assert_eq!(elsewhere.asked().len(), 0);
}

#[tokio::test]
async fn a_slow_service_times_out_and_the_outcome_is_open() {
    let server = Server::start_slow(Duration::from_secs(5), |_, _| json(200, OK)).await;
    let client = client(&server.origin, impatient());
    let error = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert_eq!(
        error,
        ControlError::TimedOut {
            host: server.host()
        }
    );
    assert!(error.outcome_unknown());
    assert_eq!(server.asked().len(), 1);
    // A read that timed out has taken its time: it is not repeated.
    assert!(client.get_api_key(1).await.is_err());
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_open() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let _ = socket.read(&mut [0; 4096]).await;
        }
    });
    let client = client(&format!("http://{host}"), impatient());
    let error = client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert_eq!(error, ControlError::ConnectionLost { host });
    assert!(error.outcome_unknown());
}

#[tokio::test]
async fn nobody_listening_is_unreachable_and_nothing_was_done() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    drop(listener);
    let error = client(&format!("http://{host}"), impatient())
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert_eq!(error, ControlError::Unreachable { host });
    assert!(!error.outcome_unknown());
}

#[tokio::test]
async fn a_read_is_repeated_and_a_change_is_not() {
    let throttled = |number: usize| match number {
        0 => json(
            503,
            r#"{"Code":"ServiceUnavailable","Message":"m","RequestId":"r"}"#,
        ),
        1 => json(
            429,
            r#"{"Code":"Throttling.User","Message":"m","RequestId":"r"}"#,
        ),
        _ => json(200, OK),
    };
    let server = Server::start(move |number, _| throttled(number)).await;
    server
        .client()
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap();
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    asked.iter().for_each(support::Asked::assert_signed);
    let nonces = asked
        .iter()
        .map(|asked| asked.header("x-acs-signature-nonce").unwrap());
    assert_eq!(nonces.collect::<std::collections::BTreeSet<_>>().len(), 3);

    for change in 0..4 {
        let server = Server::start(move |number, _| throttled(number)).await;
        let client = server.client();
        let failed = match change {
            0 => client
                .create_api_key(&CreateApiKey::default())
                .await
                .is_err(),
            1 => client.reset_api_key(1).await.is_err(),
            2 => client.delete_api_key(1).await.is_err(),
            _ => client.delete_workspace("ws-1").await.is_err(),
        };
        assert!(failed);
        assert_eq!(server.asked().len(), 1);
    }
}

#[tokio::test]
async fn an_endless_answer_is_not_read_to_its_end() {
    let server = Server::start(|_, _| json(200, &"x".repeat(5 << 20))).await;
    let error = server.client().get_api_key(1).await.unwrap_err();
    assert_eq!(
        error,
        ControlError::NotUnderstood {
            host: server.host(),
            http_status: 200,
            stranger: Stranger::Unknown,
        }
    );

    // The same without its length, so that the client finds out as it reads.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await;
        let _ = socket.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await;
        while socket.write_all(&[b' '; 65536]).await.is_ok() {}
    });
    let http = http_client(Reach::Loopback).unwrap();
    let error = client(&format!("http://{host}"), http)
        .get_api_key(1)
        .await
        .unwrap_err();
    assert_eq!(
        error,
        ControlError::NotUnderstood {
            host,
            http_status: 200,
            stranger: Stranger::Unknown,
        }
    );
}

#[tokio::test]
async fn an_answer_in_xml_still_has_its_code() {
    let body = "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>r</RequestId><HostId>h</HostId>\
                <Code>InvalidAccessKeyId.NotFound</Code><Message>Specified access key is not found.</Message></Error>";
    let server = Server::start(move |_, _| {
        Response::builder()
            .status(404)
            .header("content-type", "text/xml")
            .body(Body::from(body))
            .unwrap()
    })
    .await;
    let error = platform(server.client().get_api_key(1).await.unwrap_err());
    assert_eq!(
        (error.code.as_str(), error.http_status),
        ("InvalidAccessKeyId.NotFound", 404)
    );
}

#[tokio::test]
async fn an_access_key_that_no_header_can_carry_is_told_before_sending() {
    let server = Server::start(|_, _| json(200, OK)).await;
    let access_key = AccessKey {
        id: "LTAI\n5t".to_owned(),
        ..support::access_key()
    };
    let http = http_client(Reach::Loopback).unwrap();
    let client = ControlClient::new(http, server.origin.parse().unwrap(), access_key);
    assert_eq!(
        client.get_api_key(1).await.unwrap_err(),
        ControlError::AccessKeyMalformed
    );
    assert_eq!(server.asked().len(), 0);
}

#[tokio::test]
async fn nothing_is_sent_in_the_clear_beyond_this_computer() {
    let http = http_client(Reach::Network).unwrap();
    let error = client("http://modelstudio.example:8080", http)
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    let host = "modelstudio.example:8080".to_owned();
    assert_eq!(error, ControlError::NotSecure { host });
}
