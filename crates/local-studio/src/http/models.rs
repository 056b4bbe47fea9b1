//! `GET /compatible-mode/v1/models` and `…/models/{model}`: which models the key may name, and one of them. The first is the
//! request by which tools test a key.

use std::sync::Arc;

use axum::extract::{Extension, Path, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::response::Response;
use serde::Serialize;

use super::{Peer, Shared, answer};
use crate::catalogue::{self, DRAWN_UP, Known, MODELS};
use crate::decision::{self, Denial, Wanted};

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

impl Model {
    fn of(known: &Known) -> Model {
        Model {
            id: known.model,
            object: "model",
            created: DRAWN_UP,
            owned_by: "system",
        }
    }
}

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Extension(Peer(peer)): Extension<Peer>,
    headers: HeaderMap,
) -> Response {
    let request_id = answer::new_request_id();
    let snapshot = shared.platform.snapshot();
    let now = shared.platform.clock().now();
    match decision::decide(
        &snapshot,
        bearer(&headers),
        peer.ip(),
        Wanted::Overview,
        now,
    ) {
        Ok(key) => {
            tracing::info!(request_id, api_key_id = key.api_key_id, "models listed");
            let allowed = MODELS.iter().filter(|known| key.includes(known.model));
            let list = ModelList {
                object: "list",
                data: allowed.map(Model::of).collect(),
            };
            answer::data(&request_id, list)
        }
        Err(denial) => refuse(&request_id, &denial),
    }
}

/// Whether there is such a model is told only to a key that may use it.
pub(super) async fn get(
    State(shared): State<Arc<Shared>>,
    Extension(Peer(peer)): Extension<Peer>,
    Path(model): Path<String>,
    headers: HeaderMap,
) -> Response {
    let request_id = answer::new_request_id();
    let snapshot = shared.platform.snapshot();
    let wanted = Wanted::Model(&model);
    let now = shared.platform.clock().now();
    match decision::decide(&snapshot, bearer(&headers), peer.ip(), wanted, now) {
        Ok(key) => {
            tracing::info!(request_id, api_key_id = key.api_key_id, "model asked for");
            match catalogue::find(&model) {
                Some(known) => answer::data(&request_id, Model::of(known)),
                None => answer::no_such_model(&request_id),
            }
        }
        Err(denial) => refuse(&request_id, &denial),
    }
}

fn refuse(request_id: &str, denial: &Denial) -> Response {
    tracing::warn!(request_id, reason = %denial, "key refused");
    answer::denial(request_id, denial)
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
