//! What may be wrong with a server: slow, throttling, failing, behind a captive portal, or newer than its client. One layer
//! around both planes, for tests of clients; it is not there at all unless a fault was asked for.

mod code;
mod layer;
mod novelty;
mod shape;

use std::num::NonZeroU64;
use std::time::Duration;

pub(crate) use layer::{Meddling, meddle};

use crate::http::is_action;
use crate::personality::NoSuchAction;
use code::FaultCode;

/// What is wrong with a server. By default nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// Every answer comes so much later.
    pub delay: Duration,
    /// Signed requests are refused now and then.
    pub throttle: Option<Throttle>,
    /// What fails.
    pub failures: Vec<Failure>,
    /// In which shape signed requests learn that they failed.
    pub shape: FailureShape,
    /// Answers hold fields and words that no client knows yet.
    pub new_fields: bool,
    /// A captive portal answers instead.
    pub html: bool,
}

impl Faults {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Faults::default()
    }
}

/// Refusing signed requests that come too fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// One in so many.
    pub every: NonZeroU64,
    /// How long to be left alone, as the answer says; nothing is said where it is zero.
    pub retry_after: Duration,
}

/// The body of a refused signed request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FailureShape {
    /// JSON, its names capitalised: the gateway's usual one.
    #[default]
    Gateway,
    /// The same as XML.
    Xml,
    /// HTTP 200, and `success: false` inside.
    Envelope,
}

/// Requests that fail, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    action: Option<String>,
    code: &'static FaultCode,
}

/// Why there is no such failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSuchFailure {
    /// Not a code of the platform.
    #[error("there is no code {code:?}")]
    Code {
        /// What was given.
        code: String,
    },
    /// Not an operation.
    #[error(transparent)]
    Action(#[from] NoSuchAction),
}

impl Failure {
    /// Every request of the plane that the code belongs to fails with it.
    pub fn of_all(code: &str) -> Result<Failure, NoSuchFailure> {
        Ok(Failure {
            action: None,
            code: known(code)?,
        })
    }

    /// One operation fails with it.
    pub fn of(action: &str, code: &str) -> Result<Failure, NoSuchFailure> {
        let action = action.to_owned();
        if !is_action(&action) {
            return Err(NoSuchAction { action }.into());
        }
        Ok(Failure {
            action: Some(action),
            code: known(code)?,
        })
    }
}

fn known(code: &str) -> Result<&'static FaultCode, NoSuchFailure> {
    code::find(code).ok_or_else(|| NoSuchFailure::Code {
        code: code.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_fail_is_named() {
        assert!(Failure::of("ListApiKeys", "Arrearage").is_ok());
        let refused = Failure::of("ListKeys", "Arrearage").unwrap_err();
        assert_eq!(refused.to_string(), "there is no operation \"ListKeys\"");
        let refused = Failure::of_all("Arrears").unwrap_err();
        assert_eq!(refused.to_string(), "there is no code \"Arrears\"");
    }

    #[test]
    fn nothing_is_wrong_by_default() {
        assert!(Faults::default().is_none());
        let html = true;
        assert!(
            !Faults {
                html,
                ..Faults::default()
            }
            .is_none()
        );
    }
}
