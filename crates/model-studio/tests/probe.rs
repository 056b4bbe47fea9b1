//! Asking hosts whether they accept a key.

#![allow(clippy::unwrap_used)] // Clippy knows test functions and not what they call.

mod data_support;
mod support;

use std::time::{Duration, Instant};

use data_support::{KEY, key};
use model_studio::data::probe::{
    AskedHost, Cause, KnownKey, Probed, RefusalKind, explain, probe, probe_hosts,
};
use model_studio::data::{DataError, ModelName};
use model_studio::key::KeyKind;
use model_studio::region::RegionId;
use model_studio::{Reach, http_client};
use support::{Server, html, json};

const MODELS: &str = r#"{"object":"list","data":[{"id":"qwen-plus"}]}"#;

fn refusal(code: &str) -> String {
    format!(
        r#"{{"error":{{"message":"m","type":"t","param":null,"code":"{code}"}},"request_id":"r"}}"#
    )
}

#[tokio::test]
async fn a_host_accepts_a_key_or_says_why_not() {
    let http = http_client(Reach::Loopback).unwrap();
    let server = Server::start(|_, _| json(200, MODELS)).await;
    let models = vec![ModelName("qwen-plus".to_owned())];
    assert_eq!(
        probe(&http, &server.origin, &key()).await,
        Probed::Accepted { models }
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

    for (status, code, expected) in [
        (401, "invalid_api_key", RefusalKind::InvalidKey),
        (403, "Workspace.AccessDenied", RefusalKind::WorkspaceDenied),
        (403, "Endpoint.AccessDenied", RefusalKind::EndpointDenied),
        (400, "Arrearage", RefusalKind::Arrears),
        (403, "AccessDenied.Unpurchased", RefusalKind::NotActivated),
        (429, "limit_requests", RefusalKind::Throttled),
        (500, "internal_error", RefusalKind::ServiceFailed),
    ] {
        let body = refusal(code);
        let server = Server::start(move |_, _| json(status, &body)).await;
        let probed = probe(&http, &server.origin, &key()).await;
        assert!(
            matches!(probed, Probed::Refused { kind, .. } if kind == expected),
            "{probed:?}"
        );
    }
    for status in [200, 302, 401, 503] {
        let server = Server::start(move |_, _| html(status)).await;
        let host = server.host();
        let portal = Probed::NoAnswer(DataError::NotUnderstood { host });
        assert_eq!(probe(&http, &server.origin, &key()).await, portal);
    }
}

#[tokio::test]
async fn hosts_are_asked_side_by_side_and_each_once() {
    let delay = Duration::from_millis(500);
    let good = Server::start_slow(delay, |_, _| json(200, MODELS)).await;
    let body = refusal("invalid_api_key");
    let bad = Server::start_slow(delay, move |_, _| json(401, &body)).await;
    let portal = Server::start_slow(delay, |_, _| html(200)).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gone = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);

    let origins = [
        bad.origin.clone(),
        good.origin.clone(),
        format!("{}/", bad.origin),
        gone.clone(),
        "http://192.0.2.1".to_owned(),
        portal.origin.clone(),
        good.origin.clone(),
    ];
    let http = http_client(Reach::Loopback).unwrap();
    let start = Instant::now();
    let answers = probe_hosts(&http, &origins, &key()).await;
    assert!(start.elapsed() < 2 * delay, "{:?}", start.elapsed());
    let asked: Vec<&str> = answers
        .iter()
        .map(|answer| answer.origin.as_str())
        .collect();
    assert_eq!(
        asked,
        [
            &bad.origin,
            &good.origin,
            &gone,
            "http://192.0.2.1",
            &portal.origin
        ]
    );
    for server in [&good, &bad, &portal] {
        assert_eq!(server.asked().len(), 1);
    }
    let mut probed = answers.into_iter().map(|answer| answer.probed);
    assert!(matches!(
        probed.next(),
        Some(Probed::Refused {
            kind: RefusalKind::InvalidKey,
            ..
        })
    ));
    assert!(matches!(probed.next(), Some(Probed::Accepted { .. })));
    assert!(matches!(
        probed.next(),
        Some(Probed::NoAnswer(DataError::Unreachable { .. }))
    ));
    assert!(matches!(
        probed.next(),
        Some(Probed::NoAnswer(DataError::NotSecure { .. }))
    ));
    assert!(matches!(
        probed.next(),
        Some(Probed::NoAnswer(DataError::NotUnderstood { .. }))
    ));
}

#[tokio::test]
async fn what_one_host_says_explains_what_another_refused() {
    let http = http_client(Reach::Loopback).unwrap();
    let body = refusal("invalid_api_key");
    let server = Server::start(move |_, _| json(401, &body)).await;
    let Probed::Refused { kind, .. } = probe(&http, &server.origin, &key()).await else {
        panic!("accepted")
    };
    let region = RegionId::CnHongkong;
    let known = KnownKey {
        region: Some(region),
        ..KnownKey::default()
    };
    let asked = AskedHost::of("https://dashscope.aliyuncs.com");
    assert_eq!(
        explain(KeyKind::Workspace, asked, kind, &known),
        Cause::WrongRegion { region }
    );
}
