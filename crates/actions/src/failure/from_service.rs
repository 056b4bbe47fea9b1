//! The service's refusals, told apart by their code and never by their words.

use model_studio::control::{ControlError, PlatformError, Refusal, Stranger};
use model_studio::data::DataError;
use model_studio::region::Region;

use super::{Failure, RefusalCauseView};
use crate::wire::{FailReasonView, KeyRef};

impl From<ControlError> for Failure {
    fn from(error: ControlError) -> Self {
        match error {
            ControlError::Platform(refusal) => from_platform(refusal),
            ControlError::Unreachable { host } => Self::Unreachable { host },
            ControlError::TimedOut { host } => Self::TimedOut { host },
            ControlError::NotTrusted { host } => Self::NotTrusted { host },
            ControlError::NotSecure { host } => Self::EndpointInvalid { text: host },
            ControlError::NotUnderstood {
                host,
                stranger: Stranger::CaptivePortal,
                ..
            } => Self::SignInPage { host },
            ControlError::NotUnderstood { host, .. } => Self::AnswerNotUnderstood { host },
            ControlError::ConnectionLost { host } => Self::ConnectionLost { host },
            ControlError::AccessKeyMalformed => Self::AccessKeyRefused {
                platform_code: "AccessKeyMalformed".to_owned(),
                request_id: String::new(),
            },
            ControlError::NotDeleted {
                reasons,
                request_id,
            } => Self::WorkspaceNotDeleted {
                reasons: reasons
                    .into_iter()
                    .map(|reason| FailReasonView {
                        resource_type: reason.resource_type,
                        reason: reason.reason,
                    })
                    .collect(),
                request_id,
            },
        }
    }
}

fn from_platform(refused: PlatformError) -> Failure {
    let (refusal, action) = (refused.refusal(), refused.missing_action());
    let PlatformError {
        code,
        message,
        request_id,
        ..
    } = refused;
    match refusal {
        Refusal::AccessKeyUnknown => Failure::AccessKeyUnknown { request_id },
        Refusal::AccessKeyInactive => Failure::AccessKeyInactive { request_id },
        Refusal::SecretWrong => Failure::AccessKeySecretWrong { request_id },
        Refusal::SignatureIncomplete | Refusal::TokenInvalid => Failure::AccessKeyRefused {
            platform_code: code,
            request_id,
        },
        Refusal::ClockOff => Failure::ClockWrong { request_id },
        Refusal::ActionNotAllowed => Failure::PermissionMissing {
            action: action.unwrap_or_default(),
            request_id,
        },
        Refusal::TokenExpired => Failure::CredentialsExpired { request_id },
        Refusal::RegionNotActivated => Failure::RegionNotActivated {
            platform_code: code,
        },
        Refusal::AccountInArrears => Failure::AccountOwes {
            platform_code: code,
        },
        Refusal::Throttled => Failure::TooManyRequests,
        Refusal::QuotaReached
        | Refusal::OperationUnknown
        | Refusal::NotFound
        | Refusal::Invalid
        | Refusal::PlatformTrouble
        | Refusal::Other => Failure::PlatformRefused {
            platform_code: code,
            message,
            request_id,
        },
    }
}

/// A failure about one key: the service's "not found" names it, and an operation that it has not is the region's lack.
pub(crate) fn about_key(error: ControlError, key: &KeyRef) -> Failure {
    match &error {
        ControlError::Platform(refused) => match refused.refusal() {
            Refusal::NotFound if names_a_key(&refused.code) => Failure::KeyNotFound {
                api_key_id: key.api_key_id.clone(),
            },
            Refusal::OperationUnknown => Failure::RegionCannot {
                region: key.region.clone(),
            },
            _ => error.into(),
        },
        _ => error.into(),
    }
}

fn names_a_key(code: &str) -> bool {
    code.to_ascii_lowercase().contains("apikey") || code == "NotFound"
}

/// A failure of a creation: a quota is that of the region, where one is known, and what is not there is the workspace.
pub(crate) fn about_creation(
    error: ControlError,
    region: &Region,
    workspace_id: Option<&str>,
) -> Failure {
    let ControlError::Platform(refused) = &error else {
        return error.into();
    };
    match (refused.refusal(), region.capabilities.quota, workspace_id) {
        (Refusal::QuotaReached, Some(limit), _) => Failure::QuotaReached { limit },
        (Refusal::NotFound, _, Some(workspace_id)) => Failure::WorkspaceNotFound {
            workspace_id: workspace_id.to_owned(),
        },
        _ => error.into(),
    }
}

/// A refusal of the key itself by the data plane.
pub(crate) fn about_use(error: DataError, cause: RefusalCauseView) -> Failure {
    let disabled = cause == RefusalCauseView::Disabled;
    let wrong_workspace = matches!(cause, RefusalCauseView::WrongWorkspace { .. });
    match error {
        DataError::Refused {
            http_status,
            code,
            message,
            request_id,
            retry_after: _,
        } => match (http_status, Refusal::of(&code, http_status)) {
            (status, _) if status == 401 || wrong_workspace => Failure::KeyRefused {
                platform_code: code,
                disabled,
                cause,
            },
            (403, _) if matches!(code.as_str(), "AccessDenied" | "access_denied") => {
                Failure::AddressNotAllowed {
                    platform_code: code,
                }
            }
            (_, Refusal::AccountInArrears) => Failure::AccountOwes {
                platform_code: code,
            },
            (_, Refusal::RegionNotActivated) => Failure::RegionNotActivated {
                platform_code: code,
            },
            (_, Refusal::Throttled) => Failure::TooManyRequests,
            _ => Failure::PlatformRefused {
                platform_code: code,
                message,
                request_id,
            },
        },
        DataError::Unreachable { host } => Failure::Unreachable { host },
        DataError::TimedOut { host } => Failure::TimedOut { host },
        DataError::ConnectionLost { host } => Failure::ConnectionLost { host },
        DataError::NotTrusted { host } => Failure::NotTrusted { host },
        DataError::NotUnderstood { host } => Failure::AnswerNotUnderstood { host },
        DataError::NotSecure { host } => Failure::EndpointInvalid { text: host },
        DataError::KeyMalformed => Failure::KeyRefused {
            platform_code: "KeyMalformed".to_owned(),
            disabled,
            cause,
        },
    }
}

#[cfg(test)]
mod tests;
