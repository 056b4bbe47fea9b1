//! The platform's refusals, each as it comes over the wire, and what the client makes of it.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Response;
use model_studio::control::{
    AccessDenied, ControlError, CreateApiKey, ListApiKeys, PlatformError, Refusal,
};
use serde::Deserialize;
use support::{SECRET, Server, json};

#[derive(Deserialize)]
struct Recorded {
    refusals: Vec<Case>,
}

#[derive(Deserialize, Clone)]
struct Case {
    case: String,
    http_status: u16,
    content_type: String,
    body: String,
    code: String,
    refusal: String,
    /// The right that is missing.
    action: Option<String>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str::<Recorded>(include_str!("data/refusals.json"))
        .unwrap()
        .refusals
}

/// What the client says after it created nothing, since a change is sent once.
async fn created(case: Case) -> ControlError {
    let server = Server::start(move |_, _| {
        Response::builder()
            .status(case.http_status)
            .header("content-type", &case.content_type)
            .body(Body::from(case.body.clone()))
            .unwrap()
    })
    .await;
    let error = server
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert_eq!(server.asked().len(), 1);
    error
}

async fn refused(case: Case) -> PlatformError {
    let named = case.case.clone();
    match created(case).await {
        ControlError::Platform(error) => error,
        other => panic!("{named}: {other:?}"),
    }
}

#[tokio::test]
async fn every_recorded_refusal_has_its_cause() {
    let mut causes = BTreeSet::new();
    for case in cases() {
        let error = refused(case.clone()).await;
        assert_eq!(error.code, case.code);
        assert_eq!(
            format!("{:?}", error.refusal()),
            case.refusal,
            "{}",
            case.case
        );
        assert_eq!(error.operation, "CreateApiKey");
        assert!(!error.message.is_empty() && !error.request_id.is_empty());
        assert_eq!(error.missing_action(), case.action, "{}", case.case);
        if error.access_denied.is_some() || case.body.contains("Recommend") {
            let page = error.recommend.unwrap();
            assert_eq!(page.host_str(), Some("api.aliyun.com"), "{}", case.case);
        }
        causes.insert(case.refusal);
    }
    // Every cause there is: a new one needs a recorded body.
    assert_eq!(causes.len(), 17, "{causes:?}");
}

#[tokio::test]
async fn a_missing_right_is_told_with_whose_it_is() {
    let denials: Vec<Case> = cases()
        .into_iter()
        .filter(|case| case.code == "NoPermission")
        .collect();
    assert_eq!(denials.len(), 2);
    for case in denials {
        let error = refused(case).await;
        let expected = AccessDenied {
            action: "modelstudio:ListApiKeys".to_owned(),
            principal_type: "SubUser".to_owned(),
            principal_owner_id: "1968132000120000".to_owned(),
            principal_name: "deploy".to_owned(),
            denial: "ImplicitDeny".to_owned(),
            policy_type: "AccountLevelIdentityBasedPolicy".to_owned(),
        };
        assert_eq!(error.access_denied.as_deref(), Some(&expected));
    }
}

#[tokio::test]
async fn details_in_another_spelling_or_none_at_all_are_read() {
    for (detail, action) in [
        (r#"{"authAction":"modelstudio:X"}"#, "modelstudio:X"),
        (r#"{"AuthAction":null}"#, "modelstudio:ListApiKeys"),
        ("{}", "modelstudio:ListApiKeys"),
        ("null", "modelstudio:ListApiKeys"),
        ("[1]", "modelstudio:ListApiKeys"),
        ("\"text\"", "modelstudio:ListApiKeys"),
    ] {
        let body = format!(r#"{{"Code":"NoPermission","AccessDeniedDetail":{detail}}}"#);
        let server = Server::start(move |_, _| json(403, &body)).await;
        let error = server.client().list_api_keys(&ListApiKeys::default()).await;
        let Err(ControlError::Platform(error)) = error else {
            panic!("{error:?}")
        };
        assert_eq!(error.missing_action().as_deref(), Some(action), "{detail}");
    }
}

#[tokio::test]
async fn only_pages_of_the_platform_are_recommended() {
    for (page, kept) in [
        ("https://api.aliyun.com/troubleshoot?q=x", true),
        ("https://error-center.alibabacloud.com/status", true),
        ("http://api.aliyun.com/troubleshoot", false),
        ("https://aliyun.com.example/x", false),
        ("https://evilaliyun.com/x", false),
        ("https://user@example.com/.aliyun.com", false),
        ("javascript:alert(1)//.aliyun.com", false),
        ("not an address", false),
    ] {
        let body = format!(r#"{{"Code":"X","Recommend":"{page}"}}"#);
        let server = Server::start(move |_, _| json(400, &body)).await;
        let error = server.client().get_api_key(1).await;
        let Err(ControlError::Platform(error)) = error else {
            panic!("{error:?}")
        };
        assert_eq!(error.recommend.is_some(), kept, "{page}");
    }
}

#[tokio::test]
async fn a_quoted_secret_does_not_come_through() {
    let body = format!(
        r#"{{"Code":"SignatureDoesNotMatch","Message":"we used {SECRET} and got another","RequestId":"r"}}"#
    );
    let server = Server::start(move |_, _| json(400, &body)).await;
    let error = server.client().get_api_key(1).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains(SECRET));
}

#[test]
fn a_status_counts_only_where_the_code_says_nothing() {
    for (code, status, refusal) in [
        ("Anything", 404, Refusal::NotFound),
        ("Anything", 429, Refusal::Throttled),
        ("Anything", 500, Refusal::PlatformTrouble),
        ("Anything", 502, Refusal::PlatformTrouble),
        ("Anything", 403, Refusal::Other),
        ("PostpaidBillOverdue", 429, Refusal::AccountInArrears),
        ("NoPermission", 404, Refusal::ActionNotAllowed),
        ("ThrottlingNot", 400, Refusal::Other),
        ("", 400, Refusal::Other),
    ] {
        assert_eq!(Refusal::of(code, status), refusal, "{code} {status}");
    }
}
