//! Form bodies, the way the platform's SDKs write them: a list is numbered from 1, an object's fields follow a dot. One
//! file an operation's body; both ends of the wire read and write by them.

mod auth;
mod limits;
mod permissions;

pub use auth::{decode_auth, encode_auth};
pub use limits::{LimitsForm, decode_limits, encode_limits};
pub use permissions::{PermissionsForm, decode_permissions, encode_permissions};

/// The form cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field} is not understood")]
pub struct FormError {
    /// The field that is wrong or missing.
    pub field: String,
}

impl FormError {
    fn of(field: &str) -> FormError {
        FormError {
            field: field.to_owned(),
        }
    }
}

/// The SDK of one language writes `true`, that of another `True`.
fn flag_of(text: &str) -> Option<bool> {
    match text {
        "true" | "True" => Some(true),
        "false" | "False" => Some(false),
        _ => None,
    }
}

fn flag_text(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// The one value of a field; none where it is not there, and an error where it is there twice.
fn single<'a>(pairs: &'a [(String, String)], field: &str) -> Result<Option<&'a str>, FormError> {
    let mut values = pairs
        .iter()
        .filter(|(name, _)| name == field)
        .map(|(_, value)| value.as_str());
    let first = values.next();
    if values.next().is_some() {
        return Err(FormError::of(field));
    }
    Ok(first)
}
