//! Whom an AccessKey belongs to: the request of the SDK, every kind of answer, and refusals.

// Clippy knows test functions and not what they call.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use model_studio::control::wire::{CallerIdentity, IdentityKind};
use model_studio::control::{ControlError, IdentityClient, Refusal, STS_ENDPOINT, Stranger};
use model_studio::{Reach, http_client};
use support::sdk::{assert_like_sdk, of_sdk};
use support::{Server, access_key, html, json};

const RAM_USER: &str = r#"{"IdentityType":"RAMUser","AccountId":"1968132000120000","RequestId":"3C87BF47",
    "PrincipalId":"28877424437521","UserId":"216959339000","Arn":"acs:ram::1968132000120000:user/deploy"}"#;

fn client(server: &Server) -> IdentityClient {
    let http = http_client(Reach::Loopback).unwrap();
    IdentityClient::new(http, server.origin.parse().unwrap(), access_key())
}

#[tokio::test]
async fn the_request_is_that_of_the_sdk() {
    let server = Server::start(|_, _| json(200, RAM_USER)).await;
    let identity = client(&server).get_caller_identity().await.unwrap();
    assert_eq!(identity.kind(), IdentityKind::RamUser);
    assert_eq!(identity.account_id, "1968132000120000");
    assert_eq!(identity.arn, "acs:ram::1968132000120000:user/deploy");
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    assert_like_sdk(&asked[0], &of_sdk("GetCallerIdentity")[0]);
    assert_eq!(
        STS_ENDPOINT.parse::<url::Url>().unwrap().host_str(),
        Some("sts.aliyuncs.com")
    );
}

#[test]
fn every_kind_of_caller_is_told() {
    for (word, kind) in [
        ("Account", IdentityKind::Account),
        ("RAMUser", IdentityKind::RamUser),
        ("RamUser", IdentityKind::RamUser),
        ("AssumedRoleUser", IdentityKind::AssumedRole),
        ("Robot", IdentityKind::Unrecognised),
        ("", IdentityKind::Unrecognised),
    ] {
        let identity = CallerIdentity {
            identity_type: word.to_owned(),
            ..CallerIdentity::default()
        };
        assert_eq!(identity.kind(), kind, "{word}");
    }
}

#[test]
fn what_is_written_is_read_back() {
    let identity: CallerIdentity = serde_json::from_str(RAM_USER).unwrap();
    let written = serde_json::to_value(&identity).unwrap();
    assert_eq!(written["IdentityType"], "RAMUser");
    assert_eq!(written.get("RoleId"), None);
    assert_eq!(
        serde_json::from_value::<CallerIdentity>(written).unwrap(),
        identity
    );
}

#[tokio::test]
async fn a_refusal_and_a_stranger_are_told_apart() {
    let server = Server::start(|_, _| {
        json(
            404,
            r#"{"Code":"InvalidAccessKeyId.NotFound","Message":"m","RequestId":"r"}"#,
        )
    })
    .await;
    let ControlError::Platform(error) = client(&server).get_caller_identity().await.unwrap_err()
    else {
        panic!("not the platform's")
    };
    assert_eq!(error.refusal(), Refusal::AccessKeyUnknown);
    assert_eq!(error.operation, "GetCallerIdentity");

    let server = Server::start(|_, _| html(200)).await;
    let ControlError::NotUnderstood { stranger, .. } =
        client(&server).get_caller_identity().await.unwrap_err()
    else {
        panic!("understood")
    };
    assert_eq!(stranger, Stranger::CaptivePortal);

    for body in [
        "{}",
        r#"{"AccountId":""}"#,
        r#"{"success":true,"requestId":"r"}"#,
        "[]",
    ] {
        let server = Server::start(move |_, _| json(200, body)).await;
        let error = client(&server).get_caller_identity().await.unwrap_err();
        assert!(
            matches!(error, ControlError::NotUnderstood { .. }),
            "{body}"
        );
    }
}

#[tokio::test]
async fn asking_is_repeated_although_it_is_a_post() {
    let server = Server::start(|number, _| match number {
        0 => json(
            400,
            r#"{"Code":"Throttling.User","Message":"m","RequestId":"r"}"#,
        ),
        _ => json(200, RAM_USER),
    })
    .await;
    client(&server).get_caller_identity().await.unwrap();
    assert_eq!(server.asked().len(), 2);
}
