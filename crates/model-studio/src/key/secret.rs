//! The type that holds a key's plaintext.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::{KeyKind, KeyRefusal, mask, parse};

/// An API key's plaintext. It is redacted wherever it is printed, wiped when dropped, and cannot be serialised.
#[derive(Clone)]
pub struct KeySecret(SecretString);

impl KeySecret {
    /// Reads what a person pasted. Surrounding white space is dropped; anything else that is not the key is refused.
    pub fn parse(text: &str) -> Result<KeySecret, KeyRefusal> {
        parse::parse(text).map(|key| KeySecret(SecretString::from(key)))
    }

    /// What the service itself handed out, whatever its shape.
    pub fn from_service(value: SecretString) -> KeySecret {
        KeySecret(value)
    }

    /// What its first characters say.
    pub fn kind(&self) -> KeyKind {
        // EXPOSE: the prefix tells the kind; only that leaves.
        KeyKind::of(self.0.expose_secret())
    }

    /// The form that may be shown.
    pub fn masked(&self) -> String {
        // EXPOSE: masking needs the value; only the mask leaves.
        mask(self.0.expose_secret())
    }

    /// The secret itself, for who keeps it or sends it.
    pub fn secret(&self) -> &SecretString {
        &self.0
    }
}

impl fmt::Debug for KeySecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("KeySecret([REDACTED])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_redacted_and_still_usable() {
        let key = KeySecret::parse("  sk-0123456789abcdef0123456789abcdef\n").unwrap();
        assert_eq!(format!("{key:?}"), "KeySecret([REDACTED])");
        assert_eq!(key.masked(), "sk-012…cdef");
        assert_eq!(key.kind(), KeyKind::PayAsYouGo);
        assert_eq!(
            key.secret().expose_secret(), // EXPOSE: to compare what was read.
            "sk-0123456789abcdef0123456789abcdef"
        );
    }

    #[test]
    fn the_service_may_hand_out_any_shape() {
        let key = KeySecret::from_service(SecretString::from("future:key"));
        assert_eq!(key.kind(), KeyKind::Unrecognised);
    }

    #[test]
    fn kinds_are_told_by_the_prefix() {
        for (value, kind) in [
            ("sk-0123456789abcdef0123456789abcdef", KeyKind::PayAsYouGo),
            (
                "sk-ws-H.ABCDEFG.ab12.MEUCIQDxyz0123456789_-abcdefghijk",
                KeyKind::Workspace,
            ),
            ("sk-sp-0123456789abcdef0123456789abcdef", KeyKind::Plan),
            (
                "sk-sp-H.ABCDE.ab12.MEUCIQDxyz0123456789_-abcdefghijklmn",
                KeyKind::Plan,
            ),
            ("st-0123456789abcdef", KeyKind::Temporary),
        ] {
            assert_eq!(KeySecret::parse(value).unwrap().kind(), kind, "{value}");
        }
    }
}
