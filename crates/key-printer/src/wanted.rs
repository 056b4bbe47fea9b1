//! Which key is asked for.

use std::ffi::OsString;
use std::fmt;

use crate::refusal::Refusal;

/// A key by its name, as `this-computer/1042` says it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// A region, or a region and an account as `region@account`.
    pub(crate) place: String,
    /// The key's id there.
    pub(crate) api_key_id: i64,
}

impl Wanted {
    /// Reads `print <place>/<id>`.
    pub(crate) fn read(arguments: &[OsString]) -> Result<Self, Refusal> {
        let [verb, key] = arguments else {
            return Err(Refusal::Usage);
        };
        let key = key.to_str().filter(|_| verb == "print");
        let (place, id) = key
            .and_then(|key| key.rsplit_once('/'))
            .ok_or(Refusal::Usage)?;
        let is_place = !place.is_empty()
            && place.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'@')
            });
        match id.parse() {
            Ok(api_key_id) if is_place => Ok(Self {
                place: place.to_owned(),
                api_key_id,
            }),
            _ => Err(Refusal::Usage),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.place, self.api_key_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Option<String> {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        Wanted::read(&arguments)
            .ok()
            .map(|wanted| wanted.to_string())
    }

    #[test]
    fn a_key_is_named_by_place_and_id() {
        for key in ["this-computer/1042", "cn-beijing@a7f3c2/77", "us-east-1/-3"] {
            assert_eq!(read(&["print", key]).as_deref(), Some(key));
        }
    }

    #[test]
    fn anything_else_is_not_guessed_at() {
        for arguments in [
            &[][..],
            &["print"],
            &["print", "1042"],
            &["print", "/1042"],
            &["print", "this-computer/"],
            &["print", "this-computer/x"],
            &["print", "This Computer/1"],
            &["print", "this-computer/1", "more"],
            &["show", "this-computer/1"],
        ] {
            assert_eq!(read(arguments), None, "{arguments:?}");
        }
    }
}
