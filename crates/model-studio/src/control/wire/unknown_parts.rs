//! What a key's permission has that this crate does not know. A permission is saved whole, so what is not read would be
//! lost: who saves one has to know.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::{ApiKey, ApiKeyAnswer};

/// What is read of a permission, and of the models in it.
const KNOWN: [&str; 3] = ["type", "accessIps", "modelAccessScope"];
const KNOWN_OF_MODELS: [&str; 2] = ["allowAllModels", "accessibleModels"];

/// A key, and the parts of its permission that are not read.
#[derive(Debug)]
pub(in crate::control) struct ApiKeyAndUnknownParts {
    pub(in crate::control) api_key: ApiKey,
    /// Their names, as the platform writes them: `applications`, `modelAccessScope.families`.
    pub(in crate::control) unknown_parts: Vec<String>,
}

impl<'de> Deserialize<'de> for ApiKeyAndUnknownParts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let unknown_parts = value
            .pointer("/apiKey/auth")
            .map(unknown_parts)
            .unwrap_or_default();
        let answer = ApiKeyAnswer::deserialize(value).map_err(D::Error::custom)?;
        Ok(ApiKeyAndUnknownParts {
            api_key: answer.api_key,
            unknown_parts,
        })
    }
}

fn unknown_parts(auth: &Value) -> Vec<String> {
    let Some(auth) = object(auth) else {
        return Vec::new();
    };
    let mut unknown: Vec<String> = others(auth, &KNOWN).map(str::to_owned).collect();
    // A word of the future is read as a limit, and saved as "Custom".
    let word = auth.get("type").and_then(Value::as_str).unwrap_or_default();
    if !word.is_empty() && !["all", "custom"].contains(&word.to_ascii_lowercase().as_str()) {
        unknown.push("type".to_owned());
    }
    if let Some(scope) = auth.get("modelAccessScope").and_then(object) {
        let names = others(scope, &KNOWN_OF_MODELS);
        unknown.extend(names.map(|name| format!("modelAccessScope.{name}")));
    }
    unknown
}

/// What is there and says something: a field that is empty is lost without loss.
fn others<'auth>(
    object: &'auth Map<String, Value>,
    known: &'static [&'static str],
) -> impl Iterator<Item = &'auth str> {
    object
        .iter()
        .filter(|(name, value)| !known.contains(&name.as_str()) && !is_empty(value))
        .map(|(name, _)| name.as_str())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(members) => members.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// An object, also as the first member of a list, as it is read elsewhere.
fn object(value: &Value) -> Option<&Map<String, Value>> {
    match value {
        Value::Array(members) => members.first()?.as_object(),
        other => other.as_object(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn unknown(auth: &Value) -> Vec<String> {
        let answer = json!({ "apiKey": { "apiKeyId": 7, "auth": auth } });
        let read: ApiKeyAndUnknownParts = serde_json::from_value(answer).unwrap();
        assert_eq!(read.api_key.api_key_id, 7);
        read.unknown_parts
    }

    #[test]
    fn what_is_known_is_not_named() {
        for auth in [
            json!(null),
            json!({ "type": "All" }),
            json!({ "type": "custom", "accessIps": ["1.2.3.4"],
                    "modelAccessScope": { "allowAllModels": false, "accessibleModels": ["qwen-plus"] } }),
            json!([{ "type": "All", "modelAccessScope": [{ "allowAllModels": true }] }]),
            json!({ "type": "All", "applications": [], "note": "", "limits": { "of": null } }),
        ] {
            assert_eq!(unknown(&auth), Vec::<String>::new(), "{auth}");
        }
    }

    #[test]
    fn what_would_be_lost_is_named() {
        let auth = json!({ "type": "CustomWithSchedule", "applications": ["app-1"],
                           "modelAccessScope": { "allowAllModels": true, "families": ["qwen"] } });
        assert_eq!(
            unknown(&auth),
            ["applications", "type", "modelAccessScope.families"]
        );
    }
}
