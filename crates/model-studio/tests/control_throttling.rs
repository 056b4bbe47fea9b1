//! What the client does when the service wants to be left alone.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Response;
use model_studio::control::{ControlError, ListApiKeys, PlatformError, Refusal};
use support::{Server, json};

const OK: &str = r#"{"success":true,"requestId":"r","apiKeys":[]}"#;

fn platform(error: ControlError) -> PlatformError {
    match error {
        ControlError::Platform(error) => error,
        other => panic!("not the platform's: {other:?}"),
    }
}

fn busy(millis: Option<&'static str>) -> Response<Body> {
    let mut response = json(
        429,
        r#"{"Code":"Throttling.User","Message":"m","RequestId":"r"}"#,
    );
    if let Some(millis) = millis {
        let millis = millis.parse().unwrap();
        response.headers_mut().insert("x-acs-retry-after", millis);
    }
    response
}

#[tokio::test]
async fn the_wait_that_the_platform_asks_for_is_kept_if_it_is_not_too_long() {
    let server = Server::start(move |number, _| {
        if number == 0 {
            busy(Some("400"))
        } else {
            json(200, OK)
        }
    })
    .await;
    let start = Instant::now();
    let (client, request) = (server.client(), ListApiKeys::default());
    client.list_api_keys(&request).await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(400));

    let server = Server::start(|_, _| busy(Some("600000"))).await;
    let refused = server.client().list_api_keys(&request).await;
    let error = platform(refused.unwrap_err());
    assert_eq!(error.retry_after, Some(Duration::from_secs(600)));
    assert!(error.is_throttling());
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn who_drops_a_call_drops_its_wait() {
    let server = Server::start(|_, _| busy(Some("300"))).await;
    let (client, request) = (server.client(), ListApiKeys::default());
    let call = client.list_api_keys(&request);
    let patience = Duration::from_millis(150);
    assert!(tokio::time::timeout(patience, call).await.is_err());
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn many_calls_at_once_all_come_through() {
    let server = Server::start(|number, _| {
        if number < 10 {
            busy(Some("50"))
        } else {
            json(200, OK)
        }
    })
    .await;
    let client = server.client();
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.list_api_keys(&ListApiKeys::default()).await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let asked = server.asked();
    assert_eq!(asked.len(), 30);
    let nonces: BTreeSet<_> = asked
        .iter()
        .map(|asked| asked.header("x-acs-signature-nonce").unwrap())
        .collect();
    assert_eq!(nonces.len(), 30);
}

#[tokio::test]
async fn a_service_that_stays_busy_is_given_up() {
    let server = Server::start(|_, _| busy(None)).await;
    let start = Instant::now();
    let error = server
        .client()
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap_err();
    assert_eq!(platform(error).refusal(), Refusal::Throttled);
    assert_eq!(server.asked().len(), 5);
    // 0.2 + 0.4 + 0.8 + 1.6 s at most, half of it at least.
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(1500), "{took:?}");
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[tokio::test]
async fn a_wait_that_is_no_number_does_not_count() {
    for millis in ["-5", "soon", "0", "1e9", "99999999999999999999999"] {
        let server = Server::start(move |number, _| {
            if number == 0 {
                busy(Some(millis))
            } else {
                json(200, OK)
            }
        })
        .await;
        let start = Instant::now();
        server
            .client()
            .list_api_keys(&ListApiKeys::default())
            .await
            .unwrap();
        assert!(start.elapsed() < Duration::from_secs(2), "{millis}");
    }
}
