//! What a temporary key looks like: `st-`, and 43 random letters and digits (256 bits). It is made from a permanent key and
//! kept as a digest like that one; how long it lasts and what it may do is not written in it.

use secrecy::SecretString;

use crate::random::{self, BASE62, NoRandomness};

const PREFIX: &str = "st-";
const RANDOM: usize = 43;

/// A new value.
pub(crate) fn generate() -> Result<SecretString, NoRandomness> {
    let value = format!("{PREFIX}{}", random::text(BASE62, RANDOM)?);
    Ok(SecretString::from(value))
}

/// Whether the text has the shape of one. Says nothing about whether it is known.
pub(crate) fn looks_valid(text: &str) -> bool {
    text.strip_prefix(PREFIX).is_some_and(|body| {
        body.len() == RANDOM && body.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_new_value_has_the_shape_and_is_never_the_same() {
        let (one, other) = (generate().unwrap(), generate().unwrap());
        // EXPOSE: a test looks at the shape.
        let (one, other) = (one.expose_secret(), other.expose_secret());
        assert!(looks_valid(one) && looks_valid(other) && one != other);
        for text in ["", "st-", &one[1..], &one[..45], &format!("{one}0")] {
            assert!(!looks_valid(text), "{text}");
        }
    }
}
