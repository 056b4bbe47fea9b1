//! Why an operation failed, one variant a cause that somebody handles.

use super::PlatformError;
use super::wire::FailReason;

/// Why an operation of the control plane did not give what was asked for. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// The platform said no, with its code.
    #[error(transparent)]
    Platform(#[from] PlatformError),
    /// The workspace was not deleted.
    #[error("the workspace was not deleted")]
    NotDeleted {
        /// What stood in the way, as the platform said it.
        reasons: Vec<FailReason>,
        /// To quote to support.
        request_id: String,
    },
    /// No connection came about: nothing was sent.
    #[error("{host} cannot be reached")]
    Unreachable {
        /// The host.
        host: String,
    },
    /// No answer in time. The platform may have done what was asked.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// The host.
        host: String,
    },
    /// The connection broke after the request was sent. The platform may have done what was asked.
    #[error("the connection to {host} broke")]
    ConnectionLost {
        /// The host.
        host: String,
    },
    /// Nobody whom this computer trusts vouches for the host: a network or a company proxy may stand in between. Nothing was
    /// sent.
    #[error("the certificate of {host} is not trusted")]
    NotTrusted {
        /// The host.
        host: String,
    },
    /// The endpoint is neither HTTPS nor on this computer: nothing was sent, since anybody on the way could read a new key.
    #[error("{host} is not reached by HTTPS")]
    NotSecure {
        /// The host.
        host: String,
    },
    /// An answer that is not the platform's, such as the sign-in page of a network, or one far too large.
    #[error("{host} gave an answer that is not the platform's (HTTP {http_status})")]
    NotUnderstood {
        /// The host.
        host: String,
        /// The status that came with it.
        http_status: u16,
        /// What it looks like.
        stranger: Stranger,
    },
    /// The AccessKey has characters that a header cannot carry: nothing was sent.
    #[error("the AccessKey has characters that it cannot have")]
    AccessKeyMalformed,
}

/// Who may have given an answer that is not the platform's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranger {
    /// A network that wants a sign-in first: a web page or a redirect where JSON belongs.
    CaptivePortal,
    /// A gateway or proxy in between that could not reach the platform.
    Gateway,
    /// It cannot be told.
    Unknown,
}

impl Stranger {
    /// What an answer looks like from outside. The platform redirects nobody and has no web pages on these hosts.
    pub(super) fn of(http_status: u16, body: &[u8]) -> Stranger {
        match http_status {
            // Network Authentication Required, made for this.
            300..=399 | 511 => Stranger::CaptivePortal,
            407 | 500.. => Stranger::Gateway,
            // Elsewhere than here, a web page says that there is nothing: an endpoint set wrong.
            200..=299 | 401 | 403 if is_web_page(body) => Stranger::CaptivePortal,
            _ => Stranger::Unknown,
        }
    }
}

fn is_web_page(body: &[u8]) -> bool {
    let start = body.get(..body.len().min(1024)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    start
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
        && [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<script",
            "<meta",
        ]
        .iter()
        .any(|tag| start.contains(tag))
}

impl ControlError {
    /// Whether the platform may have done what was asked, so that a creation has to be looked up.
    pub fn outcome_unknown(&self) -> bool {
        match self {
            ControlError::TimedOut { .. } | ControlError::ConnectionLost { .. } => true,
            // Anything may stand in front of the platform and spoil its answer.
            ControlError::NotUnderstood { .. } => true,
            ControlError::Platform(error) => error.http_status >= 500,
            ControlError::NotDeleted { .. }
            | ControlError::Unreachable { .. }
            | ControlError::NotTrusted { .. }
            | ControlError::NotSecure { .. }
            | ControlError::AccessKeyMalformed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_is_told_from_its_status_and_its_page() {
        for (http_status, body, stranger) in [
            (
                200,
                "<!DOCTYPE html><title>Sign in</title>",
                Stranger::CaptivePortal,
            ),
            (200, "\u{feff}\n <HTML><body>", Stranger::CaptivePortal),
            (
                200,
                "<script>location='http://10.0.0.1'</script>",
                Stranger::CaptivePortal,
            ),
            (403, "<html>blocked</html>", Stranger::CaptivePortal),
            (302, "", Stranger::CaptivePortal),
            (307, "{}", Stranger::CaptivePortal),
            (511, "", Stranger::CaptivePortal),
            (407, "<html>", Stranger::Gateway),
            (502, "<html>Bad Gateway</html>", Stranger::Gateway),
            (504, "", Stranger::Gateway),
            (200, "", Stranger::Unknown),
            (200, "{\"a\": \"<html>\"}", Stranger::Unknown),
            (200, "<Error><Code></Code></Error>", Stranger::Unknown),
            (404, "<html>not found</html>", Stranger::Unknown),
        ] {
            let found = Stranger::of(http_status, body.as_bytes());
            assert_eq!(found, stranger, "{http_status} {body}");
        }
        assert_eq!(Stranger::of(200, &[0xff; 3000]), Stranger::Unknown);
    }

    #[test]
    fn only_what_may_have_been_done_is_open() {
        let host = || "h".to_owned();
        for (error, open) in [
            (ControlError::Unreachable { host: host() }, false),
            (ControlError::NotTrusted { host: host() }, false),
            (ControlError::NotSecure { host: host() }, false),
            (ControlError::TimedOut { host: host() }, true),
            (ControlError::ConnectionLost { host: host() }, true),
            (ControlError::AccessKeyMalformed, false),
        ] {
            assert_eq!(error.outcome_unknown(), open, "{error}");
        }
    }
}
