//! Why a request to the data plane came to nothing, one variant a cause that somebody handles.

use std::time::Duration;

/// Why the data plane did not give what was asked for. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The service said no.
    #[error("{code}: {message} (HTTP {http_status}, request {request_id})")]
    Refused {
        /// The status.
        http_status: u16,
        /// What went wrong, such as `invalid_api_key` or `InvalidApiKey`.
        code: String,
        /// The service's words.
        message: String,
        /// To quote to support.
        request_id: String,
        /// How long the service wants to be left alone, where it says so.
        retry_after: Option<Duration>,
    },
    /// No connection came about: nothing was sent.
    #[error("{host} cannot be reached")]
    Unreachable {
        /// The host, or the address given where it has none.
        host: String,
    },
    /// Nobody whom this computer trusts vouches for the host, as where a network reads along: nothing was sent.
    #[error("{host} is not vouched for by anybody whom this computer trusts")]
    NotTrusted {
        /// The host.
        host: String,
    },
    /// No answer in time. The service may have done what was asked.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// The host.
        host: String,
    },
    /// The connection broke after the request was sent, or a streamed answer was cut off before its end.
    #[error("the connection to {host} broke")]
    ConnectionLost {
        /// The host.
        host: String,
    },
    /// An answer that is not the service's, such as the sign-in page of a network, or one far too large.
    #[error("{host} gave an answer that is not the service's")]
    NotUnderstood {
        /// The host.
        host: String,
    },
    /// The address is neither HTTPS nor on this computer: nothing was sent, since anybody on the way could read the key.
    #[error("{host} is not reached by HTTPS")]
    NotSecure {
        /// The host.
        host: String,
    },
    /// The key has characters that a header cannot carry: nothing was sent.
    #[error("the key has characters that it cannot have")]
    KeyMalformed,
}

impl DataError {
    /// The service's code, where the service itself said no.
    pub fn code(&self) -> Option<&str> {
        match self {
            DataError::Refused { code, .. } => Some(code),
            _ => None,
        }
    }

    /// How long the service wants to be left alone, where it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            DataError::Refused { retry_after, .. } => *retry_after,
            _ => None,
        }
    }
}
