//! `GET /compatible-mode/v1/models`: which models the key may name. It is the request by which tools test a key.

use std::sync::Arc;

use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::Response;
use serde::Serialize;

use super::{Peer, Shared, answer};
use crate::decision::{self, Denial};

/// Names that the platform's documents use. This computer computes nothing itself: the list tells what may be named.
const MODELS: [&str; 8] = [
    "qwen-flash",
    "qwen-max",
    "qwen-plus",
    "qwen-turbo",
    "qwen3-coder-plus",
    "qwen3-max",
    "qwen3-vl-plus",
    "text-embedding-v4",
];

/// When the list was drawn up, in seconds since 1970: OpenAI's shape wants a date for each model.
const DRAWN_UP: i64 = 1_767_225_600;

#[derive(Serialize)]
struct ModelList {
    object: &'static str,
    data: Vec<Model>,
}

#[derive(Serialize)]
struct Model {
    id: &'static str,
    object: &'static str,
    created: i64,
    owned_by: &'static str,
}

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Extension(Peer(peer)): Extension<Peer>,
    headers: HeaderMap,
) -> Response {
    let request_id = answer::new_request_id();
    let snapshot = shared.platform.snapshot();
    match decision::decide(&snapshot, bearer(&headers), peer.ip()) {
        Ok(key) => {
            tracing::info!(request_id, api_key_id = key.api_key_id, "models listed");
            let allowed = MODELS
                .into_iter()
                .filter(|model| key.models.includes(model));
            let data = allowed
                .map(|id| Model {
                    id,
                    object: "model",
                    created: DRAWN_UP,
                    owned_by: "system",
                })
                .collect();
            answer::data(
                &request_id,
                ModelList {
                    object: "list",
                    data,
                },
            )
        }
        Err(denial) => refuse(&request_id, denial),
    }
}

fn refuse(request_id: &str, denial: Denial) -> Response {
    tracing::warn!(request_id, reason = %denial, "key refused");
    answer::denial(request_id, &denial)
}

/// The key after `Bearer `. Two `Authorization` headers are none: which of them counts would be a guess.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let (scheme, key) = value.to_str().ok()?.split_once(' ')?;
    let key = key.trim();
    (scheme.eq_ignore_ascii_case("Bearer") && !key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn of(values: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(AUTHORIZATION, HeaderValue::from_static(value));
        }
        bearer(&headers).map(str::to_owned)
    }

    #[test]
    fn only_one_bearer_key_counts() {
        assert_eq!(of(&["Bearer sk-ws-1"]).as_deref(), Some("sk-ws-1"));
        assert_eq!(of(&["bearer  sk-ws-1 "]).as_deref(), Some("sk-ws-1"));
        for none in [
            &["sk-ws-1"][..],
            &["Basic sk-ws-1"],
            &["Bearer "],
            &["Bearer"],
            &[],
            &["Bearer a", "Bearer a"],
        ] {
            assert_eq!(of(none), None, "{none:?}");
        }
    }
}
