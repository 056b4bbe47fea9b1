//! Why the data plane refuses, and the one function that turns a cause into the answer of each protocol:
//! `{code, message, request_id}`, OpenAI's `{error: {…}}`, Anthropic's `{type: "error", error: {…}}`.

use axum::http::StatusCode;
use axum::response::Response;

use crate::decision::Denial;
use crate::http::{Plane, answer};
use crate::key_pair::{KeyPairError, NotDecodable};
use crate::platform::TaskRefusal;
use crate::platform_error::Refusal;
use crate::rates::OverLimit;

/// A refusal, one variant a cause. What it displays goes to the log; the caller may learn less.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DataRefusal {
    /// The key may not.
    #[error(transparent)]
    Denied(#[from] Denial),
    /// The body is not what the interface takes.
    #[error(
        "The request body is not the JSON that this interface takes: line {line}, column {column}."
    )]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// A member that must be there.
    #[error("The parameter {name} is required.")]
    Missing {
        /// The member.
        name: &'static str,
    },
    /// A member or parameter that cannot be understood.
    #[error("The parameter {name} is not valid: it must be {expected}.")]
    Invalid {
        /// The member.
        name: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// The model is within what the key may use, and there is no such model.
    #[error("The model does not exist.")]
    NoSuchModel,
    /// An encrypted call, and it cannot be decoded.
    #[error(transparent)]
    NotDecodable(#[from] NotDecodable),
    /// The task runs already, or is done, or is none.
    #[error("Failed to cancel the task, please confirm if the task is in PENDING status.")]
    NotPending,
    /// More calls in a second than there may be.
    #[error("Requests rate limit exceeded, please try again later.")]
    TooFast,
    /// More than the key's workspace may ask of the model.
    #[error(transparent)]
    OverLimit(#[from] OverLimit),
    /// No pair to decrypt with.
    #[error("the pair of encrypted calls: {0}")]
    KeyPair(#[from] KeyPairError),
    /// What the control plane refuses for, too.
    #[error(transparent)]
    Platform(#[from] Refusal),
}

impl From<TaskRefusal> for DataRefusal {
    fn from(refusal: TaskRefusal) -> DataRefusal {
        match refusal {
            TaskRefusal::TooFast(_) => DataRefusal::TooFast,
            TaskRefusal::NotPending => DataRefusal::NotPending,
            TaskRefusal::Platform(refusal) => DataRefusal::Platform(refusal),
        }
    }
}

/// What the caller is told.
struct Told<'a> {
    status: StatusCode,
    native: &'a str,
    compatible: &'a str,
    message: String,
}

impl DataRefusal {
    /// The answer.
    pub(crate) fn answer(&self, plane: Plane, request_id: &str) -> Response {
        if let DataRefusal::Platform(refusal) = self {
            return answer::refusal(plane, request_id, refusal);
        }
        let told = self.told(plane);
        let code = match plane {
            Plane::Compatible => told.compatible,
            _ => told.native,
        };
        answer::shaped(plane, told.status, request_id, code, &told.message)
    }

    fn told(&self, plane: Plane) -> Told<'_> {
        let (status, native, compatible) = match self {
            DataRefusal::Denied(denial) => return denied(denial, plane),
            DataRefusal::NotJson { .. } => (400, "InvalidParameter", "invalid_request_error"),
            DataRefusal::Missing { name: "model" } => {
                (400, "BadRequest.EmptyModel", "invalid_request_error")
            }
            DataRefusal::Missing { name: "input" } => {
                (400, "BadRequest.EmptyInput", "invalid_request_error")
            }
            DataRefusal::Missing { .. } | DataRefusal::Invalid { .. } => {
                (400, "InvalidParameter", "invalid_request_error")
            }
            DataRefusal::NoSuchModel => (404, "ModelNotFound", "model_not_found"),
            DataRefusal::NotDecodable(_) => {
                (400, "BadRequest.IllegalInput", "invalid_request_error")
            }
            DataRefusal::NotPending => (400, "UnsupportedOperation", "unsupported_operation"),
            DataRefusal::TooFast | DataRefusal::OverLimit(OverLimit::Requests) => {
                (429, "Throttling.RateQuota", "limit_requests")
            }
            DataRefusal::OverLimit(OverLimit::Tokens) => {
                (429, "Throttling.AllocationQuota", "insufficient_quota")
            }
            DataRefusal::KeyPair(_) | DataRefusal::Platform(_) => {
                // Paths of this computer are for its log.
                let message = "An internal error has occurred, please try again later.".to_owned();
                return told(500, "InternalError", "internal_error", message);
            }
        };
        told(status, native, compatible, self.to_string())
    }
}

/// Less than the log: no cause that would help to guess.
fn denied(denial: &Denial, plane: Plane) -> Told<'static> {
    let (status, native, compatible, message) = match denial {
        Denial::NoKey => (
            401,
            "InvalidApiKey",
            "invalid_api_key",
            "No API-key provided.",
        ),
        Denial::Mistyped | Denial::Unknown | Denial::Expired { .. } | Denial::Disabled { .. } => {
            let message = match plane {
                Plane::Compatible => "Incorrect API key provided.",
                _ => "Invalid API-key provided.",
            };
            (401, "InvalidApiKey", "invalid_api_key", message)
        }
        Denial::AddressNotAllowed { .. } | Denial::Temporary { .. } => {
            (403, "AccessDenied", "access_denied", "Access denied.")
        }
        Denial::ModelNotAllowed { .. } => (
            403,
            "Model.AccessDenied",
            "Model.AccessDenied",
            "Model access denied.",
        ),
    };
    told(status, native, compatible, message.to_owned())
}

fn told<'a>(status: u16, native: &'a str, compatible: &'a str, message: String) -> Told<'a> {
    Told {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        native,
        compatible,
        message,
    }
}
