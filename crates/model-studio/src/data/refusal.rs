//! The service's own refusal, read from either of its shapes: OpenAI-compatible with an `error` inside, native with its
//! fields outside. Matched on its code, never on its message: help addresses are appended to that and its words change.

use std::time::Duration;

use serde::Deserialize;

use super::DataError;
use crate::key::KeySecret;
use crate::scrub::{scrub, shortened};

#[derive(Deserialize)]
struct Body {
    error: Option<Cause>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    /// Stands for the request where there is no `request_id`.
    id: Option<String>,
}

#[derive(Deserialize)]
struct Cause {
    code: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    message: Option<String>,
}

/// The refusal in a body; none where the body is not the service's.
pub(super) fn read(
    body: &[u8],
    http_status: u16,
    retry_after: Option<Duration>,
    key: &KeySecret,
) -> Option<DataError> {
    let body: Body = serde_json::from_slice(body).ok()?;
    let (code, message) = match body.error {
        Some(cause) => (cause.code.or(cause.kind)?, cause.message),
        None => (body.code?, body.message),
    };
    let clean = |text: Option<String>| {
        shortened(scrub(text.unwrap_or_default(), key.secret(), &key.masked()))
    };
    Some(DataError::Refused {
        http_status,
        code: clean(Some(code)),
        message: clean(message),
        request_id: clean(body.request_id.or(body.id)),
        retry_after,
    })
}
