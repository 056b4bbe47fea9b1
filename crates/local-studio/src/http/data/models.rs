//! `GET /compatible-mode/v1/models` and `…/models/{model}`: which models the key may name, and one of them. The first is the
//! request by which tools test a key.

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;

use super::{Call, DataRefusal};
use crate::catalogue::{self, DRAWN_UP, Known, MODELS};
use crate::decision::Wanted;

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

pub(super) async fn list(call: Call) -> Response {
    let outcome = listed(&call);
    call.finish(outcome)
}

pub(super) async fn get(Path(model): Path<String>, call: Call) -> Response {
    let outcome = found(&call, &model);
    call.finish(outcome)
}

fn listed(call: &Call) -> Result<Response, DataRefusal> {
    let (_, models) = call.admit_where(Wanted::Overview, |key| {
        let allowed = MODELS.iter().filter(|known| key.includes(known.model));
        allowed.map(Model::of).collect()
    })?;
    Ok(call.success(ModelList {
        object: "list",
        data: models,
    }))
}

/// Whether there is such a model is told only to a key that may use it.
fn found(call: &Call, model: &str) -> Result<Response, DataRefusal> {
    call.admit(Wanted::Model(model))?;
    let known = catalogue::find(model).ok_or(DataRefusal::NoSuchModel)?;
    Ok(call.success(Model::of(known)))
}
