//! Everything that can be wrong with a server, and what this project's own client makes of it.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test a panic is the verdict.

mod support;

use std::num::NonZeroU64;
use std::time::{Duration, Instant};

use local_studio::{Failure, FailureShape, Faults, Identity, Personality, Throttle};
use model_studio::control::wire::{Auth, AuthKind, IdentityKind};
use model_studio::control::{
    ControlError, CreateApiKey, ListApiKeys, ListModelLimits, ListModels, PlatformError, Refusal,
    Stranger,
};
use support::{Raw, Running, start_as};

async fn with(faults: Faults) -> Running {
    start_as(Personality::default(), faults).await
}

async fn failing(code: &str, shape: FailureShape) -> Running {
    let failures = vec![Failure::of_all(code).unwrap()];
    with(Faults {
        failures,
        shape,
        ..Faults::default()
    })
    .await
}

/// What a creation is refused with: it is never repeated, so the first answer counts.
async fn refusal(running: &Running) -> PlatformError {
    match running
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
    {
        Err(ControlError::Platform(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn every(number: u64) -> NonZeroU64 {
    NonZeroU64::new(number).unwrap()
}

#[tokio::test]
async fn every_code_of_the_gateway_is_understood_in_every_shape() {
    for (code, status, meaning) in [
        ("NoPermission", 403, Refusal::ActionNotAllowed),
        ("Forbidden.RAM", 403, Refusal::ActionNotAllowed),
        ("InvalidApiOrAction", 404, Refusal::OperationUnknown),
        (
            "InvalidAccessKeyId.NotFound",
            404,
            Refusal::AccessKeyUnknown,
        ),
        (
            "InvalidAccessKeyId.Inactive",
            400,
            Refusal::AccessKeyInactive,
        ),
        ("SignatureDoesNotMatch", 400, Refusal::SecretWrong),
        ("IncompleteSignature", 400, Refusal::SignatureIncomplete),
        ("InvalidTimeStamp.Expired", 400, Refusal::ClockOff),
        ("InvalidSecurityToken.Expired", 400, Refusal::TokenExpired),
        ("Throttling.User", 429, Refusal::Throttled),
        ("Throttling.Api", 400, Refusal::Throttled),
        ("Arrearage", 400, Refusal::AccountInArrears),
        ("AccessDenied.Unpurchased", 403, Refusal::RegionNotActivated),
        ("ServiceUnavailable", 503, Refusal::PlatformTrouble),
        ("InternalError", 500, Refusal::PlatformTrouble),
    ] {
        for shape in [
            FailureShape::Gateway,
            FailureShape::Xml,
            FailureShape::Envelope,
        ] {
            let running = failing(code, shape).await;
            let error = refusal(&running).await;
            assert_eq!(
                (error.code.as_str(), error.http_status),
                (code, status),
                "{shape:?}"
            );
            assert_eq!(error.refusal(), meaning, "{code}");
            assert!(!error.request_id.is_empty() && !error.message.is_empty());
            if code == "NoPermission" {
                let missing = error.missing_action();
                assert_eq!(missing.as_deref(), Some("modelstudio:CreateApiKey"));
            }
            running.stop().await;
        }
    }
}

#[tokio::test]
async fn one_operation_fails_and_the_others_do_not() {
    let failures = vec![Failure::of("ListModels", "Arrearage").unwrap()];
    let faults = Faults {
        failures,
        ..Faults::default()
    };
    let running = with(faults).await;
    let client = running.client();
    let refused = client
        .list_models(&ListModels::default())
        .await
        .unwrap_err();
    assert!(matches!(refused, ControlError::Platform(error) if error.code == "Arrearage"));
    client
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    running.stop().await;
}

#[tokio::test]
async fn a_code_of_the_data_plane_has_the_shape_of_the_path() {
    let running = failing("InvalidApiKey", FailureShape::Gateway).await;
    let host = running.address.to_string();
    let ask = |path: &str| Raw::get(path, &[("host", &host)]);
    let (status, body) = ask("/compatible-mode/v1/models")
        .send(running.address)
        .await;
    assert_eq!(
        (status, body["error"]["code"].as_str()),
        (401, Some("invalid_api_key"))
    );
    assert_eq!(body["error"]["type"], "invalid_request_error");
    let (status, body) = ask("/api/v1/models").send(running.address).await;
    assert_eq!(
        (status, body["code"].as_str()),
        (401, Some("InvalidApiKey"))
    );
    let (status, body) = ask("/apps/anthropic/v1/messages")
        .send(running.address)
        .await;
    assert_eq!(
        (status, body["error"]["type"].as_str()),
        (401, Some("authentication_error"))
    );
    // Signed requests go on: the code is none of theirs.
    running
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap();
    running.stop().await;
}

#[tokio::test]
async fn what_the_platform_repeats_of_a_request_can_be_told_apart_from_secrets() {
    let running = failing("SignatureDoesNotMatch", FailureShape::Gateway).await;
    let request = CreateApiKey {
        description: "repeated".to_owned(),
        ..CreateApiKey::default()
    };
    let refused = running.client().create_api_key(&request).await.unwrap_err();
    assert!(
        refused.to_string().contains("description=repeated"),
        "{refused}"
    );
    running.stop().await;
}

#[tokio::test]
async fn throttling_says_how_long_and_goes_by() {
    let faults = Faults {
        throttle: Some(Throttle {
            every: every(2),
            retry_after: Duration::from_millis(1_234),
        }),
        ..Faults::default()
    };
    let running = with(faults).await;
    let mut statuses = Vec::new();
    for _ in 0..2 {
        running
            .client()
            .create_api_key(&CreateApiKey::default())
            .await
            .unwrap();
        let error = refusal(&running).await;
        assert_eq!(error.retry_after, Some(Duration::from_millis(1_234)));
        assert!(error.is_throttling());
        statuses.push(error.http_status);
    }
    assert_eq!(statuses, [429, 400], "the platform is seen to use both");
    running.stop().await;
}

#[tokio::test]
async fn a_read_is_repeated_until_the_throttling_has_gone_by() {
    let faults = Faults {
        throttle: Some(Throttle {
            every: every(2),
            retry_after: Duration::from_millis(1),
        }),
        ..Faults::default()
    };
    let running = with(faults).await;
    for _ in 0..3 {
        running
            .client()
            .list_api_keys(&ListApiKeys::default())
            .await
            .unwrap();
    }
    running.stop().await;
}

#[tokio::test]
async fn a_slow_server_is_as_slow_as_it_is_told_to_be() {
    let faults = Faults {
        delay: Duration::from_millis(120),
        ..Faults::default()
    };
    let running = with(faults).await;
    let begun = Instant::now();
    running
        .client()
        .list_api_keys(&ListApiKeys::default())
        .await
        .unwrap();
    let took = begun.elapsed();
    assert!(took >= Duration::from_millis(120), "{took:?}");
    running.stop().await;
}

#[tokio::test]
async fn a_captive_portal_is_not_taken_for_the_platform() {
    let html = true;
    let running = with(Faults {
        html,
        ..Faults::default()
    })
    .await;
    let refused = running
        .client()
        .create_api_key(&CreateApiKey::default())
        .await
        .unwrap_err();
    assert!(
        matches!(
            refused,
            ControlError::NotUnderstood {
                stranger: Stranger::CaptivePortal,
                ..
            }
        ),
        "{refused:?}"
    );
    running.stop().await;
}

#[tokio::test]
async fn new_fields_and_words_change_nothing_that_is_known() {
    let user = Identity::ram_user([]).unwrap();
    let faults = Faults {
        new_fields: true,
        ..Faults::default()
    };
    let running = start_as(Personality::default().with_identity(user), faults).await;
    let client = running.client();
    let request = CreateApiKey {
        auth: Some(Auth {
            kind: AuthKind::Custom,
            access_ips: vec!["127.0.0.1".to_owned()],
            ..Auth::default()
        }),
        ..CreateApiKey::default()
    };
    let made = client.create_api_key(&request).await.unwrap();
    let key = client.get_api_key(made.api_key_id).await.unwrap();
    assert_eq!(
        key.auth.kind,
        AuthKind::Custom,
        "an unknown kind is a limit"
    );
    assert_eq!(key.auth.access_ips, ["127.0.0.1"]);
    let workspace = client.all_workspaces().await.unwrap().remove(0);
    assert_eq!(workspace.service_site, "low-earth-orbit");
    let model = client
        .all_models(&ListModels::default())
        .await
        .unwrap()
        .remove(0);
    assert_eq!(model.capabilities, ["TG", "introduced-later"]);
    let limits = client
        .all_model_limits(&ListModelLimits::default())
        .await
        .unwrap();
    assert_eq!(limits[0].model_limit.usage_limit_field, "compute_seconds");
    let caller = running.identity().get_caller_identity().await.unwrap();
    assert_eq!(caller.kind(), IdentityKind::Unrecognised);
    running.stop().await;
}
