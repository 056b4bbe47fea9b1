//! The service's refusals, told apart by their code and never by their words.

use model_studio::control::{ControlError, PlatformError};
use model_studio::data::DataError;

use super::Failure;
use crate::wire::KeyRef;

/// Keys that a region allows when the service does not say how many.
const QUOTA: u32 = 50;

impl From<ControlError> for Failure {
    fn from(error: ControlError) -> Self {
        match error {
            ControlError::Platform(refusal) => from_platform(refusal),
            ControlError::Unreachable { host } | ControlError::NotTrusted { host } => {
                Self::Unreachable { host }
            }
            ControlError::TimedOut { host } => Self::TimedOut { host },
            ControlError::NotUnderstood { host, .. } => Self::AnswerNotUnderstood { host },
            ControlError::ConnectionLost { host } => Self::ConnectionLost { host },
            ControlError::AccessKeyMalformed => Self::AccessKeyRefused {
                platform_code: "AccessKeyMalformed".to_owned(),
                request_id: String::new(),
            },
            ControlError::NotDeleted { request_id, .. } => Self::PlatformRefused {
                platform_code: "NotDeleted".to_owned(),
                message: String::new(),
                request_id,
            },
        }
    }
}

fn from_platform(refusal: PlatformError) -> Failure {
    let PlatformError {
        code,
        message,
        request_id,
        ..
    } = refusal;
    match code.as_str() {
        "SignatureDoesNotMatch"
        | "IncompleteSignature"
        | "InvalidAccessKeyId.NotFound"
        | "InvalidAccessKeyId.Inactive" => Failure::AccessKeyRefused {
            platform_code: code,
            request_id,
        },
        "InvalidTimeStamp.Expired" => Failure::ClockWrong { request_id },
        _ if code.starts_with("QuotaExceeded") => Failure::QuotaReached { limit: QUOTA },
        _ if code.starts_with("Throttling") => Failure::TooManyRequests,
        _ => Failure::PlatformRefused {
            platform_code: code,
            message,
            request_id,
        },
    }
}

/// A failure about one key: the service's "not found" names it.
pub(crate) fn about_key(error: ControlError, key: &KeyRef) -> Failure {
    match error {
        ControlError::Platform(refusal)
            if refusal.http_status == 404 && refusal.code.contains("ApiKey") =>
        {
            Failure::KeyNotFound {
                api_key_id: key.api_key_id.clone(),
            }
        }
        other => other.into(),
    }
}

/// A refusal of the key itself by the data plane.
pub(crate) fn about_use(error: DataError, disabled: bool) -> Failure {
    match error {
        DataError::Refused {
            http_status: 401,
            code,
            ..
        } => Failure::KeyRefused {
            platform_code: code,
            disabled,
        },
        DataError::Refused {
            http_status: 403,
            code,
            ..
        } if matches!(code.as_str(), "AccessDenied" | "access_denied") => {
            Failure::AddressNotAllowed {
                platform_code: code,
            }
        }
        DataError::Refused {
            http_status: 429, ..
        } => Failure::TooManyRequests,
        DataError::Refused {
            code,
            message,
            request_id,
            ..
        } => Failure::PlatformRefused {
            platform_code: code,
            message,
            request_id,
        },
        DataError::Unreachable { host } => Failure::Unreachable { host },
        DataError::TimedOut { host } => Failure::TimedOut { host },
        DataError::ConnectionLost { host } => Failure::ConnectionLost { host },
        DataError::NotSecure { host } | DataError::NotTrusted { host } => {
            Failure::Unreachable { host }
        }
        DataError::NotUnderstood { host } => Failure::AnswerNotUnderstood { host },
        DataError::KeyMalformed => Failure::KeyRefused {
            platform_code: "KeyMalformed".to_owned(),
            disabled,
        },
    }
}
