//! Judging an answer: the platform's or not, done or refused, and what it holds.

use std::time::Duration;

use secrecy::zeroize::Zeroizing;
use serde::de::DeserializeOwned;

use super::wire::{CallerIdentity, Envelope, WorkspaceDeletion};
use super::{ControlError, PlatformError, Stranger};

/// An answer as it came.
pub(super) struct Answer {
    pub(super) host: String,
    pub(super) http_status: u16,
    pub(super) retry_after: Option<Duration>,
    /// May hold a key's plaintext, so it is wiped.
    pub(super) body: Zeroizing<Vec<u8>>,
}

impl Answer {
    /// It was done; what does it hold?
    pub(super) fn content<T: DeserializeOwned>(&self) -> Result<T, ControlError> {
        self.done()?;
        serde_json::from_slice(&self.body).map_err(|_| self.not_understood())
    }

    /// Was it done?
    pub(super) fn done(&self) -> Result<(), ControlError> {
        if !(200..300).contains(&self.http_status) {
            return Err(self.refusal());
        }
        let envelope = self.envelope()?;
        match envelope.success {
            Some(true) => Ok(()),
            // Refused inside HTTP 200; or any JSON, which only a request id makes the platform's.
            Some(false) => Err(self.refusal()),
            None if envelope.request_id.is_empty() => Err(self.not_understood()),
            None => Ok(()),
        }
    }

    /// Was the workspace deleted? The reasons say more than the code, where there are any.
    pub(super) fn deleted(&self) -> Result<(), ControlError> {
        let deletion: WorkspaceDeletion = serde_json::from_slice(&self.body).unwrap_or_default();
        let kept = deletion.is_deleted == Some(false);
        let request_id = || {
            self.envelope()
                .map(|envelope| envelope.request_id)
                .unwrap_or_default()
        };
        if !deletion.fail_reasons.is_empty() {
            return Err(ControlError::NotDeleted {
                reasons: deletion.fail_reasons,
                request_id: request_id(),
            });
        }
        self.done()?;
        if kept {
            Err(ControlError::NotDeleted {
                reasons: Vec::new(),
                request_id: request_id(),
            })
        } else {
            Ok(())
        }
    }

    /// Who is it? This service has no envelope: an answer is an identity or a refusal.
    pub(super) fn identity(&self) -> Result<CallerIdentity, ControlError> {
        if !(200..300).contains(&self.http_status) {
            return Err(self.refusal());
        }
        let identity: CallerIdentity =
            serde_json::from_slice(&self.body).map_err(|_| self.not_understood())?;
        if identity.account_id.is_empty() {
            Err(self.refusal())
        } else {
            Ok(identity)
        }
    }

    fn envelope(&self) -> Result<Envelope, ControlError> {
        serde_json::from_slice(&self.body).map_err(|_| self.not_understood())
    }

    fn refusal(&self) -> ControlError {
        PlatformError::read(&self.body, self.http_status, self.retry_after)
            .map_or_else(|| self.not_understood(), ControlError::Platform)
    }

    fn not_understood(&self) -> ControlError {
        ControlError::NotUnderstood {
            host: self.host.clone(),
            http_status: self.http_status,
            stranger: Stranger::of(self.http_status, &self.body),
        }
    }
}

#[cfg(test)]
#[path = "answer/tests.rs"]
mod tests;
