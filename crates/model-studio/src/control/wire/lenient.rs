//! Reading values that arrive in more than one shape.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde::{Deserialize, Serializer};
use serde_json::Value;

/// A text; a number is written out, nothing is empty.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        other => Err(unexpected(&other, "a text")),
    }
}

/// A number; a text of digits is one, nothing is 0.
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    Ok(optional_number(deserializer)?.unwrap_or_default())
}

/// A number that may be missing.
pub(super) fn optional_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<i64>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    match &value {
        Value::Null => Ok(None),
        Value::String(text) if text.is_empty() => Ok(None),
        Value::Number(number) => number
            .as_i64()
            .map(Some)
            .ok_or_else(|| unexpected(&value, "a whole number")),
        Value::String(text) => text
            .parse()
            .map(Some)
            .map_err(|_| unexpected(&value, "a whole number")),
        other => Err(unexpected(other, "a whole number")),
    }
}

/// A number that names something: it must be there.
pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    optional_number(deserializer)?.ok_or_else(|| Error::custom("an id is missing"))
}

/// Yes or no: `true`, `1`, `"true"`, `"True"`; nothing is no.
pub(super) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(optional_flag(deserializer)?.unwrap_or_default())
}

/// Yes, no, or not said.
pub(super) fn optional_flag<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let text = match &value {
        Value::Null => return Ok(None),
        Value::Bool(flag) => return Ok(Some(*flag)),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.to_ascii_lowercase(),
        other => return Err(unexpected(other, "yes or no")),
    };
    match text.as_str() {
        "" => Ok(None),
        "1" | "true" => Ok(Some(true)),
        "0" | "false" => Ok(Some(false)),
        _ => Err(unexpected(&value, "yes or no")),
    }
}

/// A list; nothing is empty, and what stands alone is the only member.
pub(super) fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let members = match Value::deserialize(deserializer)? {
        Value::Null => Vec::new(),
        Value::Array(members) => members,
        other => vec![other],
    };
    members
        .into_iter()
        .map(|member| T::deserialize(member).map_err(Error::custom))
        .collect()
}

/// An object, also as the first member of a list; nothing is the default.
pub(super) fn object<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = match Value::deserialize(deserializer)? {
        Value::Array(members) => members.into_iter().next().unwrap_or_default(),
        other => other,
    };
    match value {
        Value::Null => Ok(T::default()),
        Value::Object(_) => T::deserialize(value).map_err(Error::custom),
        other => Err(unexpected(&other, "an object")),
    }
}

/// Yes or no as the platform writes it for keys: 1 or 0.
pub(super) fn write_flag<S: Serializer>(flag: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(i64::from(*flag))
}

/// Says what was expected and the kind of what came, never the value.
fn unexpected<E: Error>(value: &Value, expected: &str) -> E {
    let kind = match value {
        Value::Null => "nothing",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    E::custom(format_args!("expected {expected}, found {kind}"))
}
