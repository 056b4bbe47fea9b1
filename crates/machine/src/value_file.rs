//! Our own file, in which the values rest: one line a variable, which holds the value or asks the keyring for it.
//!
//! We own the lines whose content we wrote, known by its hash. Any other line is somebody's and stays as it is, though
//! the file is ours.

mod ask;
mod quote;

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::block::{lines, text_of};
use crate::content::{Ask, Content, hash_of_value};
use crate::registry::entry::{self, Entry, EntryKind};
use quote::{quote, unescape};

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
    /// The registry of Windows, as `reg query` shows it: `NAME    REG_SZ    value`.
    Registry,
    /// A script for macOS's launchd: `launchctl setenv NAME 'value'`.
    Launchctl,
}

/// What tells launchd a variable. The value is its argument: it takes one in no other way.
const SETENV: &str = "launchctl setenv ";

const HEADER: &str = "# Studio Keys keeps values here and changes only its own lines.\n";

impl Dialect {
    /// What the line of a variable begins with.
    pub(crate) fn head(self, variable: &str) -> String {
        match self {
            Self::Sh => format!("export {variable}="),
            Self::Fish => format!("set -gx {variable} "),
            Self::EnvironmentD => format!("{variable}="),
            Self::Launchctl => format!("{SETENV}{variable} "),
            Self::Registry => format!("{variable}{}", entry::GAP),
        }
    }

    /// What a file is begun with.
    fn header(self) -> &'static [u8] {
        match self {
            Self::Registry => &[],
            _ => HEADER.as_bytes(),
        }
    }

    /// The line that sets `variable`, without its end.
    pub(crate) fn line(self, variable: &str, value: &str) -> Zeroizing<String> {
        let quoted = match self {
            Self::Registry => return entry::line(variable, EntryKind::Plain, value),
            Self::Sh | Self::Launchctl => quote::sh(value),
            Self::Fish => quote::fish(value),
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
        if self == Self::Registry {
            // In whatever type it is.
            let entry = Entry::read(line).filter(|entry| entry.variable == variable)?;
            return Some(entry.value);
        }
        let line = std::str::from_utf8(text_of(line)).ok()?;
        let quoted = line.strip_prefix(&self.head(variable))?;
        let value = Zeroizing::new(match self {
            Self::Sh | Self::Launchctl => quoted
                .strip_prefix('\'')?
                .strip_suffix('\'')?
                .replace("'\\''", "'"),
            Self::Fish => unescape(quoted.strip_prefix('\'')?.strip_suffix('\'')?),
            Self::EnvironmentD => {
                unescape(quoted.strip_prefix('"')?.strip_suffix('"')?).replace("$$", "$")
            }
            Self::Registry => return None,
        });
        // Only what we would write ourselves counts as read.
        (*self.line(variable, &value) == line).then_some(value)
    }

    /// What a line of ours has for `variable`. None for any other line.
    fn content(self, variable: &str, line: &[u8]) -> Option<Content> {
        match self.asked(variable, line) {
            Some(ask) => Some(Content::Asked(ask)),
            None => {
                let value = self.value(variable, line)?;
                Some(Content::Value(value.as_str().into()))
            }
        }
    }

    /// Whether a line sets `variable`, in whoever's writing.
    pub(crate) fn sets(self, variable: &str, line: &[u8]) -> bool {
        text_of(line).starts_with(self.head(variable).as_bytes())
            || self.asked(variable, line).is_some()
    }
}

/// A value's hash, by which the journal knows it again.
pub(crate) fn hash(value: &SecretString) -> String {
    // EXPOSE: hashed, the text is not kept.
    hash_of_value(value.expose_secret())
}

/// What a file has for a variable.
pub(crate) enum Found {
    /// No line sets it.
    Nothing,
    /// The last line that sets it is in our writing, and holds this.
    Value(SecretString),
    /// The last line that sets it is in our writing, and asks for it.
    Asked(Ask),
    /// Somebody wrote that line.
    Foreign,
}

impl Found {
    /// What is there in our writing.
    pub(crate) fn ours(self) -> Option<Content> {
        match self {
            Self::Value(value) => Some(Content::Value(value)),
            Self::Asked(ask) => Some(Content::Asked(ask)),
            Self::Nothing | Self::Foreign => None,
        }
    }
}

/// What the file sets `variable` to.
pub(crate) fn find(bytes: &[u8], dialect: Dialect, variable: &str) -> Found {
    match lines(bytes)
        .map(|span| &bytes[span])
        .filter(|line| dialect.sets(variable, line))
        .last()
    {
        None => Found::Nothing,
        Some(line) => match dialect.content(variable, line) {
            Some(Content::Value(value)) => Found::Value(value),
            Some(Content::Asked(ask)) => Found::Asked(ask),
            None => Found::Foreign,
        },
    }
}

/// The file with `variable` set: the last line that sets it, which is known to be ours, is replaced, or one is added.
pub(crate) fn set(
    before: Option<&[u8]>,
    dialect: Dialect,
    variable: &str,
    content: &Content,
) -> Zeroizing<Vec<u8>> {
    set_where(before, dialect, variable, content, &|_, _| true)
}

/// The file with `variable` set. The last line that sets it is replaced if `is_ours` knows it by variable and hash; one of
/// somebody's stays, and ours comes after it, where it wins. The registry has room for one alone.
fn set_where(
    before: Option<&[u8]>,
    dialect: Dialect,
    variable: &str,
    content: &Content,
    is_ours: &dyn Fn(&str, &str) -> bool,
) -> Zeroizing<Vec<u8>> {
    let bytes = before.unwrap_or(dialect.header());
    let line = match content {
        // EXPOSE: this is where the user wants it: our own file, mode 0600, or the user's own registry.
        Content::Value(value) => dialect.line(variable, value.expose_secret()),
        Content::Asked(ask) => Zeroizing::new(dialect.asking_line(variable, ask)),
    };
    let old = lines(bytes)
        .filter(|span| dialect.sets(variable, &bytes[span.clone()]))
        .last()
        .filter(|span| {
            let content = dialect.content(variable, &bytes[span.clone()]);
            dialect == Dialect::Registry
                || content.is_some_and(|content| is_ours(variable, &content.hash()))
        });
    let line = match old.clone().and_then(|span| Entry::read(&bytes[span])) {
        // The type that the value has stays.
        Some(old) if dialect == Dialect::Registry => match Entry::read(line.as_bytes()) {
            Some(new) => Entry {
                kind: old.kind,
                ..new
            }
            .line(),
            None => line,
        },
        _ => line,
    };
    let mut after = Zeroizing::new(Vec::with_capacity(bytes.len() + line.len() + 2));
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

/// The file with all of these set. A line which `is_ours` does not know by variable and hash stays.
pub(crate) fn set_all<'a>(
    before: Option<&[u8]>,
    dialect: Dialect,
    contents: impl Iterator<Item = (&'a str, Content)>,
    is_ours: &dyn Fn(&str, &str) -> bool,
) -> Zeroizing<Vec<u8>> {
    let mut after: Option<Zeroizing<Vec<u8>>> = None;
    for (variable, content) in contents {
        let bytes = after.as_ref().map(|bytes| bytes.as_slice()).or(before);
        after = Some(set_where(bytes, dialect, variable, &content, is_ours));
    }
    after.unwrap_or_else(|| Zeroizing::new(before.unwrap_or_default().to_vec()))
}

/// The file without the lines that set `variable` to a content of one of these hashes.
pub(crate) fn unset(
    bytes: &[u8],
    dialect: Dialect,
    variable: &str,
    hashes: &[String],
) -> Zeroizing<Vec<u8>> {
    let is_ours = |line: &[u8]| {
        dialect
            .content(variable, line)
            .is_some_and(|content| hashes.contains(&content.hash()))
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

/// Whether a line, though it need not be the last, sets `variable` to a content of one of these hashes.
pub(crate) fn has_any(bytes: &[u8], dialect: Dialect, variable: &str, hashes: &[String]) -> bool {
    *unset(bytes, dialect, variable, hashes) != *bytes
}

/// Whether nothing is left but what we put there when we made the file.
pub(crate) fn is_bare(bytes: &[u8]) -> bool {
    bytes == HEADER.as_bytes()
}

/// Whether the file holds more than our header and the contents that `is_known` by variable and hash.
pub(crate) fn has_more(
    bytes: &[u8],
    dialect: Dialect,
    is_known: &dyn Fn(&str, &str) -> bool,
) -> bool {
    lines(bytes).map(|span| &bytes[span]).any(|line| {
        let known = |variable: &str| {
            dialect
                .content(variable, line)
                .is_some_and(|content| is_known(variable, &content.hash()))
        };
        line != HEADER.as_bytes() && !variable_of(line, dialect).is_some_and(known)
    })
}

/// The variable that a line in our writing would set.
fn variable_of(line: &[u8], dialect: Dialect) -> Option<&str> {
    let line = std::str::from_utf8(line).ok()?;
    if let Some(variable) = dialect.asking_variable(line) {
        return Some(variable);
    }
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
        Dialect::Registry => line.split_once(entry::GAP).map(|(name, _)| name),
        Dialect::Launchctl => line
            .strip_prefix(SETENV)?
            .split_once(' ')
            .map(|(name, _)| name),
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

    fn value(text: &str) -> Content {
        Content::Value(text.into())
    }

    fn dialects() -> impl Strategy<Value = Dialect> {
        prop_oneof![
            Just(Dialect::Sh),
            Just(Dialect::Fish),
            Just(Dialect::EnvironmentD),
            Just(Dialect::Launchctl)
        ]
    }

    proptest! {
        #[test]
        fn every_value_is_read_as_it_was_written(value in "[ -~äöü密钥]{1,40}", dialect in dialects()) {
            let file = set(None, dialect, "K", &Content::Value(value.as_str().into()));
            prop_assert_eq!(found(&file, dialect), Some(value.clone()));
            let is_known = |variable: &str, hash: &str| variable == "K" && hash == hash_of_value(&value);
            prop_assert!(!has_more(&file, dialect, &is_known));
            prop_assert!(has_more(&file, dialect, &|_, _| false));
            prop_assert!(is_bare(&unset(&file, dialect, "K", &[hash_of_value(&value)])));
        }

        #[test]
        fn other_lines_stay(value in "[ -~]{1,20}", others in "([A-Z]=[a-z']{0,5}\n){0,4}", dialect in dialects()) {
            let file = set(Some(others.as_bytes()), dialect, "K", &Content::Value(value.as_str().into()));
            prop_assume!(matches!(find(others.as_bytes(), dialect, "K"), Found::Nothing));
            prop_assert_eq!(&*unset(&file, dialect, "K", &[hash_of_value(&value)]), others.as_bytes());
        }
    }

    #[test]
    fn a_variable_is_set_in_place_and_others_are_left() {
        let first = set(None, Dialect::Sh, "K", &value("one"));
        let second = set(Some(&first), Dialect::Sh, "OTHER", &value("two"));
        let third = set(Some(&second), Dialect::Sh, "K", &value("three"));
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
            &*unset(file, Dialect::Sh, "K", &[hash_of_value("theirs")]),
            file
        );
        let ours = set(None, Dialect::Sh, "K", &value("other"));
        assert_eq!(
            *unset(&ours, Dialect::Sh, "K", &[hash_of_value("wrong")]),
            *ours
        );
    }
}
