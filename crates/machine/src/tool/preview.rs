//! The lines of a settings file around a change, with nothing of anybody's that could be a secret.

use secrecy::{ExposeSecret, SecretString};

use super::document::{Format, Step, Word};
use super::layer::Owned;
use crate::Surroundings;
use crate::diff::{DiffLine, diff};

/// What becomes of the lines. What is ours is shown as it will be, but for the key.
pub(super) fn preview(
    surroundings: &Surroundings,
    format: Format,
    (before, after): (&[u8], &[u8]),
    owned: &[Owned],
    value: &SecretString,
) -> Vec<DiffLine> {
    let paths: Vec<&[Step]> = owned.iter().map(|one| one.path.as_slice()).collect();
    let show = |bytes: &[u8]| {
        let own = |word: &Word| {
            // EXPOSE: compared, to be masked.
            if word.text.as_str() == value.expose_secret() {
                Some(surroundings.masked(value))
            } else {
                word.is_own.then(|| word.text.to_string())
            }
        };
        format.shown(bytes, &paths, &own).unwrap_or_default()
    };
    // The old values at our paths are somebody's: a key may be among them.
    let old = |bytes: &[u8]| {
        let masked = |word: &Word| {
            word.is_own.then(|| {
                let text = SecretString::from(word.text.as_str());
                match is_plain(&word.text) && !is_for_secrets(word) {
                    true => word.text.to_string(),
                    false => surroundings.masked(&text),
                }
            })
        };
        format.shown(bytes, &paths, &masked).unwrap_or_default()
    };
    let (before, after) = (old(before), show(after));
    let plain = |line: &[u8]| String::from_utf8_lossy(line).into_owned();
    diff(before.as_bytes(), after.as_bytes(), &plain)
}

/// An address or a name, which is no secret: without a long run of letters and digits, without a name and a password, and
/// without what keys begin with, wherever it stands; a command may print one.
fn is_plain(text: &str) -> bool {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let longest = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .map(str::len)
        .max();
    (is_address || longest.unwrap_or(0) < 16) && !text.contains('@') && !text.contains("sk-")
}

/// Keys of other services have every shape: a UUID, two words with a dot. What stands where keys stand is one, unless it is the
/// name of a variable.
fn is_for_secrets(word: &Word) -> bool {
    let name = word.name.to_ascii_lowercase();
    let is_variable = |letter: u8| letter.is_ascii_uppercase() || letter == b'_';
    ["key", "token", "secret", "password", "auth"]
        .iter()
        .any(|part| name.contains(part))
        && !word.text.bytes().all(is_variable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_secret_is_not_plain() {
        for plain in [
            "qwen3-coder-plus",
            "https://dashscope.aliyuncs.com/v1",
            "openai",
        ] {
            assert!(is_plain(plain), "{plain}");
        }
        for secret in [
            "sk-1",
            "echo sk-1",
            "https://user:word@host/v1",
            "https://host/?key=sk-1",
            "0123456789abcdef",
        ] {
            assert!(!is_plain(secret), "{secret}");
        }
    }

    #[test]
    fn what_stands_where_keys_stand_is_a_secret_whatever_its_shape() {
        for (name, text, is_secret) in [
            (
                "ANTHROPIC_AUTH_TOKEN",
                "7c1de0f3-94b8-4a5e-9c07-52d6ab18e3f4",
                true,
            ),
            ("apiKey", "word", true),
            ("experimental_bearer_token", "1a2b.3c4d", true),
            ("env_key", "DASHSCOPE_API_KEY", false),
            ("ANTHROPIC_MODEL", "qwen3-coder-plus", false),
            ("", "word", false),
        ] {
            let word = Word {
                text: text.to_owned().into(),
                name: name.to_owned(),
                is_own: true,
            };
            assert_eq!(is_for_secrets(&word), is_secret, "{name} {text}");
        }
    }
}
