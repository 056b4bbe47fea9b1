//! A key, in the two forms that the wire has: masked, and once with its plaintext.

use secrecy::SecretString;
use serde::{Deserialize, Deserializer, Serialize};

use super::{Auth, lenient};
use crate::key::{looks_masked, mask};

/// A key as lists show it: its value masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiKey {
    /// Its id.
    #[serde(deserialize_with = "lenient::id")]
    pub api_key_id: i64,
    /// Its masked value. Should a service send a whole one, it is masked as it is read.
    #[serde(default, deserialize_with = "masked")]
    pub api_key_value: String,
    /// The account that created it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub created_by: String,
    /// May be empty.
    #[serde(default, deserialize_with = "lenient::text")]
    pub description: String,
    /// Refused until it is enabled; 1 or 0 on the wire.
    #[serde(
        default,
        deserialize_with = "lenient::flag",
        serialize_with = "lenient::write_flag"
    )]
    pub disabled: bool,
    /// Milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient::number")]
    pub gmt_create: i64,
    /// Its workspace.
    #[serde(default, deserialize_with = "lenient::text")]
    pub workspace_id: String,
    /// Its workspace's name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub workspace_name: String,
    /// Who may use it, and for what.
    #[serde(default, deserialize_with = "lenient::object")]
    pub auth: Auth,
}

/// A key as create and reset answer it, the only time that its plaintext is sent. It can be read and not written.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedApiKey {
    /// Its id.
    #[serde(deserialize_with = "lenient::id")]
    pub api_key_id: i64,
    /// The plaintext, moved into its secret as it is read.
    pub api_key_value: SecretString,
    /// The account that created it; reset does not say.
    #[serde(default, deserialize_with = "lenient::text")]
    pub created_by: String,
    /// May be empty; reset does not say.
    #[serde(default, deserialize_with = "lenient::text")]
    pub description: String,
    /// Milliseconds since 1970; 0 where it is not said.
    #[serde(default, deserialize_with = "lenient::number")]
    pub gmt_create: i64,
    /// Its workspace.
    #[serde(default, deserialize_with = "lenient::text")]
    pub workspace_id: String,
}

fn masked<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let value = lenient::text(deserializer)?;
    Ok(if value.is_empty() || looks_masked(&value) {
        value
    } else {
        mask(&value)
    })
}
