//! The data plane: what a key opens. Models by three protocols (the platform's own, OpenAI's, Anthropic's), temporary keys,
//! the public key of encrypted calls, and tasks.
//!
//! Every path begins with a `Call`, which lets nothing be answered that `decision` did not allow, and ends with one answer
//! or one `DataRefusal` in the protocol's own shape.

mod call;
mod chat;
mod events;
mod generation;
mod key;
mod messages;
mod models;
mod public_key;
mod refusal;
mod responses;
mod tasks;
mod tokens;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::Shared;

use call::Call;
use refusal::DataRefusal;

/// Its paths.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/api/v1/tokens", post(tokens::create))
        .route("/api/v1/public-keys/latest", get(public_key::latest))
        .route(
            "/api/v1/services/aigc/text-generation/generation",
            post(generation::create),
        )
        .route("/api/v1/tasks", get(tasks::list))
        .route("/api/v1/tasks/", get(tasks::list))
        .route("/api/v1/tasks/{task_id}", get(tasks::get))
        .route("/api/v1/tasks/{task_id}/cancel", post(tasks::cancel))
        .route("/compatible-mode/v1/models", get(models::list))
        .route("/compatible-mode/v1/models/{model}", get(models::get))
        .route("/compatible-mode/v1/chat/completions", post(chat::create))
        .route("/compatible-mode/v1/responses", post(responses::create))
        .route("/apps/anthropic/v1/messages", post(messages::create))
        .route(
            "/apps/anthropic/v1/messages/count_tokens",
            post(messages::count_tokens),
        )
}
