use model_studio::region::RegionId;

use super::*;

fn refused(code: &str, http_status: u16, operation: &str) -> ControlError {
    ControlError::Platform(PlatformError {
        code: code.to_owned(),
        message: "words".to_owned(),
        request_id: "r1".to_owned(),
        http_status,
        retry_after: None,
        operation: operation.to_owned(),
        access_denied: None,
        recommend: None,
    })
}

fn failure(code: &str, http_status: u16) -> Failure {
    refused(code, http_status, "ListApiKeys").into()
}

#[test]
fn each_cause_that_a_person_can_act_on_is_told() {
    let request_id = || "r1".to_owned();
    let platform_code = str::to_owned;
    for (code, status, expected) in [
        (
            "InvalidAccessKeyId.NotFound",
            404,
            Failure::AccessKeyUnknown {
                request_id: request_id(),
            },
        ),
        (
            "InvalidAccessKeyId.Inactive",
            400,
            Failure::AccessKeyInactive {
                request_id: request_id(),
            },
        ),
        (
            "SignatureDoesNotMatch",
            400,
            Failure::AccessKeySecretWrong {
                request_id: request_id(),
            },
        ),
        (
            "InvalidTimeStamp.Expired",
            400,
            Failure::ClockWrong {
                request_id: request_id(),
            },
        ),
        (
            "InvalidSecurityToken.Expired",
            400,
            Failure::CredentialsExpired {
                request_id: request_id(),
            },
        ),
        (
            "NoPermission",
            403,
            Failure::PermissionMissing {
                action: "modelstudio:ListApiKeys".to_owned(),
                request_id: request_id(),
            },
        ),
        (
            "AccessDenied.Unpurchased",
            403,
            Failure::RegionNotActivated {
                platform_code: platform_code("AccessDenied.Unpurchased"),
            },
        ),
        (
            "Arrearage",
            400,
            Failure::AccountOwes {
                platform_code: platform_code("Arrearage"),
            },
        ),
        ("Throttling.User", 429, Failure::TooManyRequests),
    ] {
        assert_eq!(failure(code, status), expected, "{code}");
    }
    assert!(matches!(
        failure("SomethingNew", 418),
        Failure::PlatformRefused { .. }
    ));
}

#[test]
fn a_page_of_a_network_is_no_answer_of_the_service() {
    let page = |stranger| ControlError::NotUnderstood {
        host: "h".to_owned(),
        http_status: 200,
        stranger,
    };
    let host = || "h".to_owned();
    assert_eq!(
        Failure::from(page(Stranger::CaptivePortal)),
        Failure::SignInPage { host: host() }
    );
    assert_eq!(
        Failure::from(page(Stranger::Gateway)),
        Failure::AnswerNotUnderstood { host: host() }
    );
}

#[test]
fn a_quota_has_the_number_of_its_region() {
    let full = || refused("QuotaExceeded.ApiKey", 400, "CreateApiKey");
    let of = |region: RegionId| about_creation(full(), region.region(), None);
    assert_eq!(of(RegionId::UsEast1), Failure::QuotaReached { limit: 20 });
    assert_eq!(of(RegionId::CnBeijing), Failure::QuotaReached { limit: 50 });
    assert!(
        matches!(of(RegionId::CnHongkong), Failure::PlatformRefused { .. }),
        "no source states its number"
    );
}

#[test]
fn what_is_not_there_is_named() {
    let key = KeyRef {
        region: "cn-beijing@a7f3c2".to_owned(),
        api_key_id: "7".to_owned(),
    };
    let about = |code: &str| about_key(refused(code, 404, "GetApiKey"), &key);
    for code in ["ApiKeyNotFound", "ApiKey.NotFound", "NotFound"] {
        assert!(matches!(about(code), Failure::KeyNotFound { .. }), "{code}");
    }
    assert!(matches!(
        about("InvalidApiOrAction"),
        Failure::RegionCannot { .. }
    ));
    assert!(matches!(
        about("WorkSpaceNotFound"),
        Failure::PlatformRefused { .. }
    ));
    let gone = refused("WorkSpaceNotFound", 404, "CreateApiKey");
    assert_eq!(
        about_creation(gone, RegionId::CnBeijing.region(), Some("ws-1")),
        Failure::WorkspaceNotFound {
            workspace_id: "ws-1".to_owned()
        }
    );
}
