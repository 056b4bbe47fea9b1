//! The models that a key may call: also the check, at no cost, that a key is accepted. It does not prove that a model answers.

use reqwest::Method;
use serde::Deserialize;

use super::{Asking, DataError};
use crate::key::KeySecret;

/// The name of a model, as requests give it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelName(pub String);

/// The models that a key may call: `GET {openai_base}/models`.
pub async fn list_models(
    http: &reqwest::Client,
    openai_base: &str,
    key: &KeySecret,
) -> Result<Vec<ModelName>, DataError> {
    let asking = Asking::new(http, openai_base, key)?;
    let list: ModelList = asking
        .read(asking.request(Method::GET, &["models"])?)
        .await?;
    Ok(list
        .data
        .into_iter()
        .map(|model| ModelName(model.id))
        .collect())
}

#[derive(Deserialize)]
struct ModelList {
    data: Vec<Model>,
}

#[derive(Deserialize)]
struct Model {
    id: String,
}
