//! A model as the control plane lists it: what it is, what it takes, what it costs.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A model of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// What requests and permissions call it.
    #[serde(deserialize_with = "lenient::text")]
    pub model: String,
    /// What people call it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// A sentence about it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub description: String,
    /// Who made it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub provider: String,
    /// What it can do, as the platform's codes.
    #[serde(default, deserialize_with = "lenient::list")]
    pub capabilities: Vec<String>,
    /// What it offers besides, as the platform's codes.
    #[serde(default, deserialize_with = "lenient::list")]
    pub features: Vec<String>,
    /// What goes in and what comes out.
    #[serde(default, deserialize_with = "lenient::object")]
    pub inference_metadata: InferenceMetadata,
    /// How much it takes.
    #[serde(default, deserialize_with = "lenient::object")]
    pub model_info: ModelInfo,
    /// What it costs, by the length of the request; empty where it is not said.
    #[serde(default, deserialize_with = "lenient::list")]
    pub prices: Vec<PriceRange>,
    /// Milliseconds since 1970; 0 where it is not said.
    #[serde(default, deserialize_with = "lenient::number")]
    pub published_time: i64,
}

/// What goes into a model and what comes out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InferenceMetadata {
    /// `Text`, `Image`, and so on.
    #[serde(default, deserialize_with = "lenient::list")]
    pub request_modality: Vec<String>,
    /// `Text`, `Image`, and so on.
    #[serde(default, deserialize_with = "lenient::list")]
    pub response_modality: Vec<String>,
}

/// How much a model takes, in tokens; none where it is not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelInfo {
    /// Request and answer together.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub context_window: Option<i64>,
    /// The request.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub max_input_tokens: Option<i64>,
    /// The answer.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub max_output_tokens: Option<i64>,
    /// The thinking before the answer.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub max_reasoning_tokens: Option<i64>,
    /// The request, when the model thinks.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub reasoning_max_input_tokens: Option<i64>,
    /// The answer, when the model thinks.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub reasoning_max_output_tokens: Option<i64>,
}

/// The prices for requests of some length.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PriceRange {
    /// Which length; empty for any.
    #[serde(default, deserialize_with = "lenient::text")]
    pub range_name: String,
    /// One for each thing that is counted.
    #[serde(default, deserialize_with = "lenient::list")]
    pub prices: Vec<Price>,
}

/// One price.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Price {
    /// The amount, as the platform writes it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub price: String,
    /// What is counted.
    #[serde(default, deserialize_with = "lenient::text")]
    pub price_name: String,
    /// Of how many, and in which currency.
    #[serde(default, deserialize_with = "lenient::text")]
    pub price_unit: String,
    /// At which time of day, where that matters.
    #[serde(
        default,
        deserialize_with = "lenient::text",
        skip_serializing_if = "String::is_empty"
    )]
    pub time_band: String,
}
