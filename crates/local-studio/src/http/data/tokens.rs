//! `POST /api/v1/tokens`: a temporary key of the key that asks.

use axum::response::Response;
use secrecy::ExposeSecret;
use serde::Serialize;

use super::{Call, DataRefusal};
use crate::decision::{Denial, Wanted};
use crate::platform::{DEFAULT_SECONDS, MOST_SECONDS};

#[derive(Serialize)]
struct Token<'a> {
    token: &'a str,
    expires_at: i64,
}

pub(super) async fn create(call: Call) -> Response {
    let outcome = made(&call).await;
    call.finish(outcome)
}

async fn made(call: &Call) -> Result<Response, DataRefusal> {
    let caller = call.admit(Wanted::Token)?;
    let seconds = match call.parameter("expire_in_seconds") {
        None => DEFAULT_SECONDS,
        Some(text) => text
            .parse()
            .ok()
            .filter(|seconds| (1..=MOST_SECONDS).contains(seconds))
            .ok_or(DataRefusal::Invalid {
                name: "expire_in_seconds",
                expected: "a whole number from 1 to 1800",
            })?,
    };
    let api_key_id = caller.api_key_id;
    let new = call
        .aside(move |shared| {
            let platform = &shared.platform;
            platform.create_token(api_key_id, &caller.value_sha256, seconds)
        })
        .await?
        .ok_or(Denial::Unknown)?;
    let request_id = call.request_id();
    tracing::info!(request_id, api_key_id, seconds, "temporary key made");
    Ok(call.success(Token {
        token: new.value.expose_secret(), // EXPOSE: the answer is the only place where it is told.
        expires_at: new.expires_at,
    }))
}
