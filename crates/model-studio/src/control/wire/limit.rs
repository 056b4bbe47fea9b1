//! How much a workspace may ask of a model, and how much the account may.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A model's limits as ListModelLimits shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelLimit {
    /// What requests call the model.
    #[serde(deserialize_with = "lenient::text")]
    pub model: String,
    /// What people call it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// The workspace that was asked about.
    #[serde(default, deserialize_with = "lenient::text")]
    pub workspace_id: String,
    /// What the account has.
    #[serde(default, deserialize_with = "lenient::object")]
    pub model_limit: Limit,
    /// What the workspace is held to; empty where nothing was set.
    #[serde(default, deserialize_with = "lenient::object")]
    pub workspace_limit: Limit,
}

/// A limit. What is none is not limited, or not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limit {
    /// Asynchronous tasks that run at once.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub async_user_concurrency_limit: Option<i64>,
    /// Asynchronous tasks that wait.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub async_user_queue_limit: Option<i64>,
    /// Requests in a period.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub request_limit: Option<i64>,
    /// The period that requests are counted over, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub request_limit_period: Option<i64>,
    /// Use in a period.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub usage_limit: Option<i64>,
    /// What use is counted in, as the platform's word, such as `total_tokens`.
    #[serde(
        default,
        deserialize_with = "lenient::text",
        skip_serializing_if = "String::is_empty"
    )]
    pub usage_limit_field: String,
    /// The period that use is counted over, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub usage_limit_period: Option<i64>,
}

/// What UpdateModelLimits is to change about one model. The SDKs send a list of these as JSON in one field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LimitChange {
    /// What requests call the model.
    #[serde(deserialize_with = "lenient::text")]
    pub model: String,
    /// Set or taken away.
    pub operation_type: LimitOperation,
    /// Requests in a period.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub request_limit: Option<i64>,
    /// The period that requests are counted over, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub request_limit_period: Option<i64>,
    /// Use in a period.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub usage_limit: Option<i64>,
    /// The period that use is counted over, in seconds.
    #[serde(
        default,
        deserialize_with = "lenient::optional_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub usage_limit_period: Option<i64>,
}

/// Whether a workspace's limit is set or taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum LimitOperation {
    /// Set, in place of what there was.
    Overlay,
    /// Taken away.
    Delete,
}

impl LimitChange {
    /// Takes a model's limit away.
    pub fn deletion(model: impl Into<String>) -> LimitChange {
        LimitChange {
            model: model.into(),
            operation_type: LimitOperation::Delete,
            request_limit: None,
            request_limit_period: None,
            usage_limit: None,
            usage_limit_period: None,
        }
    }
}
