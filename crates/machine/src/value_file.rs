//! Our own file, in which the values rest: one line a variable.
//!
//! We own the lines whose value we wrote, known by its hash. Any other line is somebody's and stays as it is, though
//! the file is ours.

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::block::{lines, text_of};

/// How a value file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Dialect {
    /// bash and zsh: `export NAME='value'`.
    Sh,
    /// fish: `set -gx NAME 'value'`.
    Fish,
    /// systemd's `environment.d`: `NAME="value"`.
    EnvironmentD,
}

const HEADER: &str = "# Studio Keys keeps values here and changes only its own lines.\n";

impl Dialect {
    /// What the line of a variable begins with.
    pub(crate) fn head(self, variable: &str) -> String {
        match self {
            Self::Sh => format!("export {variable}="),
            Self::Fish => format!("set -gx {variable} "),
            Self::EnvironmentD => format!("{variable}="),
        }
    }

    /// The line that sets `variable`, without its end.
    pub(crate) fn line(self, variable: &str, value: &str) -> Zeroizing<String> {
        let quoted = match self {
            Self::Sh => quote(value, '\'', |letter| (letter == '\'').then_some("'\\''")),
            Self::Fish => quote(value, '\'', |letter| match letter {
                '\\' => Some("\\\\"),
                '\'' => Some("\\'"),
                _ => None,
            }),
            // The dollar is doubled for the expansion which comes after the quotes are gone.
            Self::EnvironmentD => quote(value, '"', |letter| match letter {
                '\\' => Some("\\\\"),
                '"' => Some("\\\""),
                '`' => Some("\\`"),
                '$' => Some("$$"),
                _ => None,
            }),
        };
        Zeroizing::new(format!("{}{}", self.head(variable), *quoted))
    }

    /// The value in a line that [`Self::line`] wrote. None for any other line.
    pub(crate) fn value(self, variable: &str, line: &[u8]) -> Option<Zeroizing<String>> {
        let line = std::str::from_utf8(text_of(line)).ok()?;
        let quoted = line.strip_prefix(&self.head(variable))?;
        let value = Zeroizing::new(match self {
            Self::Sh => quoted
                .strip_prefix('\'')?
                .strip_suffix('\'')?
                .replace("'\\''", "'"),
            Self::Fish => unescape(quoted.strip_prefix('\'')?.strip_suffix('\'')?),
            Self::EnvironmentD => {
                unescape(quoted.strip_prefix('"')?.strip_suffix('"')?).replace("$$", "$")
            }
        });
        // Only what we would write ourselves counts as read.
        (*self.line(variable, &value) == line).then_some(value)
    }

    /// Whether a line sets `variable`, in whoever's writing.
    pub(crate) fn sets(self, variable: &str, line: &[u8]) -> bool {
        text_of(line).starts_with(self.head(variable).as_bytes())
    }
}

fn quote(
    value: &str,
    mark: char,
    escape: impl Fn(char) -> Option<&'static str>,
) -> Zeroizing<String> {
    // Room for the worst case, so that growing leaves no copies of the value behind.
    let mut quoted = Zeroizing::new(String::with_capacity(value.len() * 4 + 2));
    quoted.push(mark);
    for letter in value.chars() {
        match escape(letter) {
            Some(text) => quoted.push_str(text),
            None => quoted.push(letter),
        }
    }
    quoted.push(mark);
    quoted
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.push(if letter == '\\' {
            letters.next().unwrap_or('\\')
        } else {
            letter
        });
    }
    plain
}

/// A value's hash, by which the journal knows it again. A key's value cannot be guessed, so its hash gives nothing away.
pub(crate) fn hash(value: &SecretString) -> String {
    // EXPOSE: hashed, the text is not kept.
    hash_text(value.expose_secret())
}

fn hash_text(value: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(b"studio-keys value\0");
    hasher.update(value.as_bytes());
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// The value that `variable` has in this file.
pub(crate) enum Found {
    /// No line sets it.
    Nothing,
    /// The last line that sets it is in our writing.
    Value(SecretString),
    /// Somebody wrote that line.
    Foreign,
}

/// What the file sets `variable` to.
pub(crate) fn find(bytes: &[u8], dialect: Dialect, variable: &str) -> Found {
    match lines(bytes)
        .map(|span| &bytes[span])
        .filter(|line| dialect.sets(variable, line))
        .last()
    {
        None => Found::Nothing,
        Some(line) => dialect
            .value(variable, line)
            .map_or(Found::Foreign, |value| Found::Value(value.as_str().into())),
    }
}

/// The file with `variable` set: its last line is replaced, or one is added.
pub(crate) fn set(
    before: Option<&[u8]>,
    dialect: Dialect,
    variable: &str,
    value: &SecretString,
) -> Zeroizing<Vec<u8>> {
    let bytes = before.unwrap_or(HEADER.as_bytes());
    // EXPOSE: this is where the user wants it: our own file, mode 0600.
    let line = dialect.line(variable, value.expose_secret());
    let mut after = Zeroizing::new(Vec::with_capacity(bytes.len() + line.len() + 2));
    let old = lines(bytes)
        .filter(|span| dialect.sets(variable, &bytes[span.clone()]))
        .last();
    let (head, tail) = match old {
        Some(span) => (&bytes[..span.start], &bytes[span.end..]),
        None => (bytes, &[][..]),
    };
    after.extend_from_slice(head);
    if head.last().is_some_and(|last| *last != b'\n') {
        after.push(b'\n');
    }
    after.extend_from_slice(line.as_bytes());
    after.push(b'\n');
    after.extend_from_slice(tail);
    after
}

/// The file without the lines that set `variable` to a value of one of these hashes.
pub(crate) fn unset(
    bytes: &[u8],
    dialect: Dialect,
    variable: &str,
    hashes: &[String],
) -> Zeroizing<Vec<u8>> {
    let is_ours = |line: &[u8]| {
        dialect
            .value(variable, line)
            .is_some_and(|value| hashes.iter().any(|hash| *hash == hash_text(&value)))
    };
    let mut after = Zeroizing::new(Vec::with_capacity(bytes.len()));
    for line in lines(bytes)
        .map(|span| &bytes[span])
        .filter(|line| !is_ours(line))
    {
        after.extend_from_slice(line);
    }
    after
}

/// Whether nothing is left but what we put there when we made the file.
pub(crate) fn is_bare(bytes: &[u8]) -> bool {
    bytes == HEADER.as_bytes()
}

/// Whether the file holds more than our header and the values that `is_known` by variable and hash.
pub(crate) fn has_more(
    bytes: &[u8],
    dialect: Dialect,
    is_known: &dyn Fn(&str, &str) -> bool,
) -> bool {
    lines(bytes).map(|span| &bytes[span]).any(|line| {
        let known = |variable: &str| {
            dialect
                .value(variable, line)
                .is_some_and(|value| is_known(variable, &hash_text(&value)))
        };
        line != HEADER.as_bytes() && !variable_of(line, dialect).is_some_and(known)
    })
}

/// The variable that a line in our writing would set.
fn variable_of(line: &[u8], dialect: Dialect) -> Option<&str> {
    let line = std::str::from_utf8(line).ok()?;
    match dialect {
        Dialect::Sh => line
            .strip_prefix("export ")?
            .split_once('=')
            .map(|(name, _)| name),
        Dialect::Fish => line
            .strip_prefix("set -gx ")?
            .split_once(' ')
            .map(|(name, _)| name),
        Dialect::EnvironmentD => line.split_once('=').map(|(name, _)| name),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(bytes: &[u8], dialect: Dialect) -> Option<String> {
        match find(bytes, dialect, "K") {
            // EXPOSE: a test's own value.
            Found::Value(value) => Some(value.expose_secret().to_owned()),
            _ => None,
        }
    }

    fn dialects() -> impl Strategy<Value = Dialect> {
        prop_oneof![
            Just(Dialect::Sh),
            Just(Dialect::Fish),
            Just(Dialect::EnvironmentD)
        ]
    }

    proptest! {
        #[test]
        fn every_value_is_read_as_it_was_written(value in "[ -~äöü密钥]{1,40}", dialect in dialects()) {
            let file = set(None, dialect, "K", &value.as_str().into());
            prop_assert_eq!(found(&file, dialect), Some(value.clone()));
            let is_known = |variable: &str, hash: &str| variable == "K" && hash == hash_text(&value);
            prop_assert!(!has_more(&file, dialect, &is_known));
            prop_assert!(has_more(&file, dialect, &|_, _| false));
            prop_assert!(is_bare(&unset(&file, dialect, "K", &[hash_text(&value)])));
        }

        #[test]
        fn other_lines_stay(value in "[ -~]{1,20}", others in "([A-Z]=[a-z']{0,5}\n){0,4}", dialect in dialects()) {
            let file = set(Some(others.as_bytes()), dialect, "K", &value.as_str().into());
            prop_assume!(matches!(find(others.as_bytes(), dialect, "K"), Found::Nothing));
            prop_assert_eq!(&*unset(&file, dialect, "K", &[hash_text(&value)]), others.as_bytes());
        }
    }

    #[test]
    fn a_variable_is_set_in_place_and_others_are_left() {
        let first = set(None, Dialect::Sh, "K", &"one".into());
        let second = set(Some(&first), Dialect::Sh, "OTHER", &"two".into());
        let third = set(Some(&second), Dialect::Sh, "K", &"three".into());
        let expected = format!("{HEADER}export K='three'\nexport OTHER='two'\n");
        assert_eq!(String::from_utf8(third.to_vec()).unwrap(), expected);
        // A name that only begins the same is another variable.
        assert!(matches!(find(&third, Dialect::Sh, "OTHE"), Found::Nothing));
    }

    #[test]
    fn what_somebody_wrote_is_not_taken() {
        let file = b"export K=\"theirs\"\n";
        assert!(matches!(find(file, Dialect::Sh, "K"), Found::Foreign));
        assert!(has_more(file, Dialect::Sh, &|_, _| true));
        assert_eq!(
            &*unset(file, Dialect::Sh, "K", &[hash_text("theirs")]),
            file
        );
        let ours = set(None, Dialect::Sh, "K", &"other".into());
        assert_eq!(
            *unset(&ours, Dialect::Sh, "K", &[hash_text("wrong")]),
            *ours
        );
    }
}
