use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose models to list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListModelsRequest {
    /// The region.
    pub region: String,
    /// The workspace of the key; none for the default one.
    pub workspace_id: Option<String>,
}

/// A model that a scope can name.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelView {
    /// What a request and a scope call it: `qwen-plus`.
    pub id: String,
    /// What people call it; the id where the service does not say.
    pub name: String,
    /// Who made it; empty where the service does not say.
    pub provider: String,
    /// Tokens of context, where the service says.
    pub context_window: Option<f64>,
    /// What it costs, where the service says; empty where not.
    pub prices: Vec<ModelPriceView>,
    /// Whether the workspace may call it; none where the service does not say.
    pub callable: Option<bool>,
    /// Why it may not.
    pub reason: Option<ModelReasonView>,
}

/// A price in the service's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelPriceView {
    /// What is paid for, such as input or output.
    pub name: String,
    /// The amount.
    pub price: String,
    /// Of what, such as a million tokens.
    pub unit: String,
    /// For which sizes of request; empty for all.
    pub range: String,
    /// For which times of day; empty for all.
    pub time_band: String,
}

/// Why a workspace may not call a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ModelReasonView {
    /// The workspace was not given it.
    NotGranted,
}
