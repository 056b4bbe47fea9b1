//! What an API key of This computer looks like: `sk-ws-`, 43 random letters and digits (256 bits), and a checksum of six.
//!
//! The checksum is no protection: it tells a key that was mistyped or cut off from one that this computer does not know,
//! which is said in the local log and nowhere else.

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::random::{self, BASE62, NoRandomness};

const PREFIX: &str = "sk-ws-";
const RANDOM: usize = 43;
const CHECKSUM: usize = 6;

/// A new value.
pub(crate) fn generate() -> Result<SecretString, NoRandomness> {
    let mut value = format!("{PREFIX}{}", random::text(BASE62, RANDOM)?);
    value.push_str(&checksum(&value));
    Ok(SecretString::from(value))
}

/// Whether the text has the shape and the checksum of a key made here. Says nothing about whether it is known.
pub fn looks_valid(text: &str) -> bool {
    let Some(body) = text.strip_prefix(PREFIX) else {
        return false;
    };
    if body.len() != RANDOM + CHECKSUM || !body.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let (value, given) = text.split_at(PREFIX.len() + RANDOM);
    checksum(value) == given
}

/// The only form in which a key rests on disk and in memory.
pub(crate) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// The digest of a value just made.
pub(crate) fn digest_of(value: &SecretString) -> [u8; 32] {
    digest(value.expose_secret()) // EXPOSE: the digest is what is stored instead of the value.
}

/// The mask of a value just made.
pub(crate) fn mask_of(value: &SecretString) -> String {
    model_studio::key::mask(value.expose_secret()) // EXPOSE: the mask is what lists show instead of the value.
}

fn checksum(value: &str) -> String {
    let hash = digest(value);
    let mut number = hash
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let mut text = String::with_capacity(CHECKSUM);
    for _ in 0..CHECKSUM {
        text.push(char::from(BASE62[(number % 62) as usize]));
        number /= 62;
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fresh() -> String {
        generate().unwrap().expose_secret().to_owned() // EXPOSE: a test looks at the shape.
    }

    #[test]
    fn a_new_value_is_valid_and_never_the_same() {
        let (one, other) = (fresh(), fresh());
        assert_ne!(one, other);
        assert!(looks_valid(&one) && looks_valid(&other));
        assert_eq!(one.len(), 55);
    }

    #[test]
    fn other_shapes_are_not_valid() {
        let value = fresh();
        for text in [
            "",
            "sk-",
            "sk-ws-",
            &value[..value.len() - 1],
            &format!("{value}x"),
            &value.replace("sk-ws-", "sk-sp-"),
        ] {
            assert!(!looks_valid(text), "{text}");
        }
        assert!(!looks_valid(&format!("sk-ws-{}", "é".repeat(24) + "x")));
    }

    proptest! {
        #[test]
        fn one_wrong_character_shows(position in 6_usize..55, replacement in 0_usize..62) {
            let value = fresh();
            let mut bytes = value.clone().into_bytes();
            bytes[position] = BASE62[replacement];
            let changed = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(looks_valid(&changed), changed == value);
        }

        #[test]
        fn any_text_is_judged_without_a_panic(text in "\\PC*") {
            prop_assert!(!looks_valid(&text));
        }
    }
}
