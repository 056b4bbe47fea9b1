//! A key's permission.

use serde::{Deserialize, Deserializer, Serialize};

use super::lenient;

/// Who may use a key, and for which models.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Auth {
    /// Everything, or what the rest of this says.
    #[serde(rename = "type", default, deserialize_with = "kind")]
    pub kind: AuthKind,
    /// Addresses and CIDR blocks that are let in.
    #[serde(default, deserialize_with = "lenient::list")]
    pub access_ips: Vec<String>,
    /// Models that may be called.
    #[serde(default, deserialize_with = "lenient::object")]
    pub model_access_scope: ModelAccessScope,
}

/// Whether a key is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum AuthKind {
    /// It is not.
    #[default]
    All,
    /// It is.
    Custom,
}

/// Which models a key may call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "RawScope")]
pub struct ModelAccessScope {
    /// All that the workspace may, present and future.
    pub allow_all_models: bool,
    /// These; counts only when not all may be called.
    pub accessible_models: Vec<String>,
}

impl Default for ModelAccessScope {
    fn default() -> Self {
        ModelAccessScope {
            allow_all_models: true,
            accessible_models: Vec::new(),
        }
    }
}

impl AuthKind {
    /// The platform's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            AuthKind::All => "All",
            AuthKind::Custom => "Custom",
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawScope {
    #[serde(default, deserialize_with = "lenient::optional_flag")]
    allow_all_models: Option<bool>,
    #[serde(default, deserialize_with = "lenient::list")]
    accessible_models: Vec<String>,
}

impl From<RawScope> for ModelAccessScope {
    fn from(raw: RawScope) -> Self {
        ModelAccessScope {
            // Where it is not said, a list that is there was meant to limit.
            allow_all_models: raw
                .allow_all_models
                .unwrap_or(raw.accessible_models.is_empty()),
            accessible_models: raw.accessible_models,
        }
    }
}

fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<AuthKind, D::Error> {
    let text = lenient::text(deserializer)?;
    // A word of the future is read as a limit: showing a limited key as unlimited would be the worse mistake.
    Ok(if text.is_empty() || text.eq_ignore_ascii_case("All") {
        AuthKind::All
    } else {
        AuthKind::Custom
    })
}
