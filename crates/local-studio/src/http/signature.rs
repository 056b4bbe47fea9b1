//! Who signed a request of the control plane: the AccessKey, the date, the signature and the nonce, in this order. The
//! nonce comes last, so that only requests whose signature holds are remembered.

use std::sync::PoisonError;

use axum::http::request::Parts;
use jiff::SignedDuration;
use model_studio::acs3::{self, Presented, SignedParts, VerifyError};

use super::Shared;
use crate::platform_error::Refusal;

/// How far a request's date may be from this computer's clock, either way.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Longest nonce that is remembered; the SDKs send 32 characters.
const NONCE_LIMIT: usize = 128;

/// Checks the signature, and gives what the request says it is.
pub(super) fn check(shared: &Shared, parts: &Parts, body: &[u8]) -> Result<Presented, Refusal> {
    let headers: Vec<(String, String)> = parts
        .headers
        .iter()
        .map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        })
        .collect();
    let presented = acs3::presented(&headers).map_err(refusal)?;
    if presented.nonce.len() > NONCE_LIMIT {
        return Err(Refusal::IncompleteSignature {
            problem: "x-acs-signature-nonce is too long".to_owned(),
        });
    }
    if presented.access_key_id != shared.access_key.id {
        return Err(Refusal::UnknownAccessKey);
    }
    let now = shared.platform.clock().now();
    if now.duration_since(presented.date).abs() > WINDOW {
        return Err(Refusal::DateOutsideWindow);
    }
    let signed = SignedParts {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &headers,
        body,
    };
    acs3::verify(&signed, &presented, &shared.access_key.secret).map_err(refusal)?;
    let mut nonces = shared.nonces.lock().unwrap_or_else(PoisonError::into_inner);
    nonces.take(
        &presented.nonce,
        now,
        presented.date.saturating_add(WINDOW).unwrap_or(now),
    )?;
    Ok(presented)
}

fn refusal(error: VerifyError) -> Refusal {
    match error {
        VerifyError::BodyHash | VerifyError::Signature => Refusal::SignatureDoesNotMatch,
        VerifyError::Missing { .. }
        | VerifyError::Malformed { .. }
        | VerifyError::NotSigned { .. } => Refusal::IncompleteSignature {
            problem: error.to_string(),
        },
    }
}
