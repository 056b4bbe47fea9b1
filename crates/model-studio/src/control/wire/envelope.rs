//! What is around every answer.

use serde::{Deserialize, Serialize};

use super::lenient;

/// What every answer says about itself, beside its content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// The platform's code, empty when all went well.
    #[serde(default, deserialize_with = "lenient::text")]
    pub code: String,
    /// Its words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub message: String,
    /// The status that the platform means, which may differ from the one that HTTP carried.
    #[serde(default, deserialize_with = "lenient::optional_number")]
    pub http_status_code: Option<i64>,
    /// To quote to support.
    #[serde(default, deserialize_with = "lenient::text")]
    pub request_id: String,
    /// Whether it was done.
    #[serde(default, deserialize_with = "lenient::optional_flag")]
    pub success: Option<bool>,
}
