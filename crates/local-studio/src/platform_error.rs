//! Why This computer refuses, and the one function that turns a cause into the platform's status and body:
//! `{RequestId, HostId, Code, Message, Recommend}`.
//!
//! Codes are the platform's where it documents one. Where it does not, the code is ours, in its manner:
//! `QuotaExceeded.ApiKey`, `QuotaExceeded.Workspace`, `ApiKeyNotFound`, `MissingParameter.*` and `InvalidParameter.*` with the parameter's name.
//! `SignatureDoesNotMatch` keeps to itself what the server signed: the platform repeats it, and query values end in logs.

use axum::http::StatusCode;
use model_studio::allowlist::AddressProblem;
use model_studio::region::RegionId;

use crate::random::NoRandomness;
use crate::store::StoreError;

/// A refusal on the control plane, one variant a cause. Never holds a secret.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    // --- who asks ---------------------------------------------------------------------------------------------
    /// A part of the signature is missing or malformed.
    #[error("The request is not signed completely: {problem}.")]
    IncompleteSignature {
        /// Which header or part, and what is wrong with it; never its value.
        problem: String,
    },
    /// No such AccessKey.
    #[error("Specified access key is not found.")]
    UnknownAccessKey,
    /// The date is further than 15 minutes from this computer's clock.
    #[error(
        "Specified time stamp or date value is expired: it must be within 15 minutes of the server's clock."
    )]
    DateOutsideWindow,
    /// The signature is another one.
    #[error(
        "Specified signature does not match our calculation. Check the AccessKey secret and the signing steps."
    )]
    SignatureDoesNotMatch,
    /// The nonce was used within the window.
    #[error("Specified signature nonce was used already.")]
    NonceUsed,
    /// More nonces than are remembered.
    #[error("Too many signed requests within 15 minutes.")]
    TooManyNonces,
    /// No policy grants the RAM user this.
    #[error("You are not authorized to perform this operation.")]
    NoPermission {
        /// The operation.
        action: &'static str,
    },
    // --- what is asked ----------------------------------------------------------------------------------------
    /// Action, version, method and path do not belong together.
    #[error(
        "The specified action or path is not known: check x-acs-action, x-acs-version, the method and the path."
    )]
    UnknownAction,
    /// The body is larger than any of these operations needs.
    #[error("The request body has more than {limit} bytes.")]
    BodyTooLarge {
        /// Bytes that are taken.
        limit: usize,
    },
    /// The body did not come.
    #[error("The request body could not be read.")]
    BodyUnreadable,
    /// A parameter that must be there.
    #[error("The parameter {name} is required.")]
    MissingParameter {
        /// The parameter.
        name: &'static str,
    },
    /// A parameter that cannot be understood.
    #[error("The parameter {name} is not valid: it must be {expected}.")]
    InvalidParameter {
        /// The parameter.
        name: &'static str,
        /// What it must be.
        expected: &'static str,
    },
    /// Longer than is taken.
    #[error("The parameter {name} has {length} characters; at most {limit} are allowed.")]
    TooLong {
        /// The parameter.
        name: &'static str,
        /// Characters sent.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// An entry of the allowlist is no address.
    #[error("{text:?} in the allowlist: {problem}.")]
    BadAddress {
        /// The entry, fit to be shown.
        text: String,
        /// What is wrong with it.
        problem: AddressProblem,
    },
    /// More addresses than the platform takes.
    #[error("The allowlist has {count} entries; at most {limit} are allowed.")]
    TooManyAddresses {
        /// Entries sent.
        count: usize,
        /// Entries allowed.
        limit: usize,
    },
    /// The name of a model is empty or too long.
    #[error("Entry {entry} of the models is empty or too long to be a name.")]
    BadModelName {
        /// From 1.
        entry: usize,
    },
    /// More models than are kept for one key.
    #[error("The list of models has {count} entries; at most {limit} are allowed.")]
    TooManyModels {
        /// Entries sent.
        count: usize,
        /// Entries allowed.
        limit: usize,
    },
    /// More entries of a list than one call takes.
    #[error("The parameter {name} has {count} entries; at most {limit} are allowed in one call.")]
    TooManyEntries {
        /// The parameter.
        name: &'static str,
        /// Entries sent.
        count: usize,
        /// Entries allowed.
        limit: usize,
    },
    /// More rows on a page than are given.
    #[error(
        "The parameter {name} is not valid: it must be a whole number from {least} to {limit}."
    )]
    PageTooLarge {
        /// The parameter.
        name: &'static str,
        /// Rows that must be asked for.
        least: u32,
        /// Rows that are given.
        limit: u32,
    },
    /// Models of this region do not run there, or it cannot be chosen.
    #[error(
        "The parameter serviceSite is not valid: it must be left out{}.",
        or_one_of(sites)
    )]
    BadServiceSite {
        /// What may be said.
        sites: &'static [&'static str],
    },
    /// The region has no such thing.
    #[error("{what} is not supported in the region {region}.")]
    NotInRegion {
        /// What was asked for.
        what: &'static str,
        /// The region.
        region: RegionId,
    },
    // --- what is there ----------------------------------------------------------------------------------------
    /// No such key.
    #[error("The API key {api_key_id} does not exist.")]
    KeyNotFound {
        /// The id asked for.
        api_key_id: i64,
    },
    /// No such workspace.
    #[error("The workspace does not exist.")]
    WorkspaceNotFound,
    /// No such model.
    #[error("The model {model:?} does not exist.")]
    ModelNotFound {
        /// The name, fit to be shown.
        model: String,
    },
    /// No more workspaces.
    #[error("The quota of {limit} workspaces is used up. Delete a workspace first.")]
    WorkspaceQuotaReached {
        /// Workspaces allowed.
        limit: u32,
    },
    /// No more keys.
    #[error("The quota of {limit} API keys is used up. Delete a key first.")]
    QuotaReached {
        /// Keys allowed.
        limit: u32,
    },
    // --- this computer ----------------------------------------------------------------------------------------
    /// The database refused.
    #[error("This computer could not keep or read its data: {0}. Nothing was changed.")]
    Storage(#[from] StoreError),
    /// No random source.
    #[error("This computer could not make a key: {0}.")]
    NoRandomness(#[from] NoRandomness),
    /// The work was cut off.
    #[error("The request was cut off inside the server.")]
    Interrupted,
    /// It took too long.
    #[error("The request took too long.")]
    TimedOut,
    /// The Host header is not this computer's.
    #[error("This server answers only to a loopback Host.")]
    ForeignHost,
    /// A page in a browser asks.
    #[error("This server does not answer to web pages.")]
    CrossOrigin,
}

fn or_one_of(choices: &[&str]) -> String {
    choices
        .iter()
        .map(|choice| format!(", or be {choice}"))
        .collect()
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Refusal {
        Refusal::Storage(StoreError::from(error))
    }
}

impl Refusal {
    /// The cause as the platform puts it: HTTP status and code.
    pub(crate) fn answer(&self) -> (StatusCode, String) {
        let (status, code) = match self {
            Refusal::IncompleteSignature { .. } => (StatusCode::BAD_REQUEST, "IncompleteSignature"),
            Refusal::UnknownAccessKey => (StatusCode::NOT_FOUND, "InvalidAccessKeyId.NotFound"),
            Refusal::DateOutsideWindow => (StatusCode::BAD_REQUEST, "InvalidTimeStamp.Expired"),
            Refusal::SignatureDoesNotMatch => (StatusCode::BAD_REQUEST, "SignatureDoesNotMatch"),
            Refusal::NonceUsed => (StatusCode::BAD_REQUEST, "SignatureNonceUsed"),
            Refusal::TooManyNonces => (StatusCode::TOO_MANY_REQUESTS, "Throttling.User"),
            Refusal::NoPermission { .. } => (StatusCode::FORBIDDEN, "NoPermission"),
            Refusal::UnknownAction => (StatusCode::NOT_FOUND, "InvalidApiOrAction"),
            Refusal::BodyTooLarge { .. } => {
                (StatusCode::PAYLOAD_TOO_LARGE, "InvalidParameter.Body")
            }
            Refusal::BodyUnreadable => (StatusCode::BAD_REQUEST, "InvalidParameter.Body"),
            Refusal::MissingParameter { name } => {
                return (StatusCode::BAD_REQUEST, format!("MissingParameter.{name}"));
            }
            Refusal::InvalidParameter { name, .. } => {
                return (StatusCode::BAD_REQUEST, format!("InvalidParameter.{name}"));
            }
            Refusal::PageTooLarge { name, .. }
            | Refusal::TooManyEntries { name, .. }
            | Refusal::TooLong { name, .. } => {
                return (StatusCode::BAD_REQUEST, format!("InvalidParameter.{name}"));
            }
            Refusal::BadAddress { .. } | Refusal::TooManyAddresses { .. } => {
                (StatusCode::BAD_REQUEST, "InvalidParameter.auth.accessIps")
            }
            Refusal::BadModelName { .. } | Refusal::TooManyModels { .. } => (
                StatusCode::BAD_REQUEST,
                "InvalidParameter.auth.modelAccessScope.accessibleModels",
            ),
            Refusal::BadServiceSite { .. } => {
                (StatusCode::BAD_REQUEST, "InvalidParameter.serviceSite")
            }
            Refusal::NotInRegion { .. } => (StatusCode::BAD_REQUEST, "UnsupportedOperation"),
            Refusal::ModelNotFound { .. } => (StatusCode::NOT_FOUND, "ModelNotFound"),
            Refusal::KeyNotFound { .. } => (StatusCode::NOT_FOUND, "ApiKeyNotFound"),
            Refusal::WorkspaceNotFound => (StatusCode::NOT_FOUND, "WorkSpaceNotFound"),
            Refusal::WorkspaceQuotaReached { .. } => {
                (StatusCode::BAD_REQUEST, "QuotaExceeded.Workspace")
            }
            Refusal::QuotaReached { .. } => (StatusCode::BAD_REQUEST, "QuotaExceeded.ApiKey"),
            Refusal::Storage(_) | Refusal::NoRandomness(_) | Refusal::Interrupted => {
                (StatusCode::INTERNAL_SERVER_ERROR, "InternalError")
            }
            Refusal::TimedOut => (StatusCode::REQUEST_TIMEOUT, "RequestTimeOut"),
            Refusal::ForeignHost => (StatusCode::FORBIDDEN, "Forbidden.Host"),
            Refusal::CrossOrigin => (StatusCode::FORBIDDEN, "Forbidden.Origin"),
        };
        (status, code.to_owned())
    }
}
