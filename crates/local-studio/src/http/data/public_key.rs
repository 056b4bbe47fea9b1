//! `GET /api/v1/public-keys/latest`: what encrypted calls are encrypted for.

use axum::response::Response;
use data_encoding::BASE64;
use serde_json::json;

use super::{Call, DataRefusal};
use crate::decision::Wanted;

pub(super) async fn latest(call: Call) -> Response {
    let outcome = found(&call).await;
    call.finish(outcome)
}

async fn found(call: &Call) -> Result<Response, DataRefusal> {
    call.admit(Wanted::Overview)?;
    let pair = call.aside(|shared| shared.key_pair.current()).await?;
    Ok(call.success(json!({
        "request_id": call.request_id(),
        "data": {
            "public_key": BASE64.encode(pair.public()),
            "public_key_id": pair.id(),
        },
    })))
}
