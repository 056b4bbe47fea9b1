//! Reading a pasted key. Strict on purpose: a key that was masked, decorated or cut is refused here, with the reason,
//! rather than by the service later with "invalid".

use super::{KeyKind, looks_masked};

/// The longest text that is taken for a key, in characters.
pub const MAX_LENGTH: usize = 512;

/// Why a paste is not a key. None of them repeats what was pasted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    /// Nothing was pasted.
    #[error("there is no key")]
    Empty,
    /// Far longer than any key.
    #[error("the text has {length} characters, more than the {MAX_LENGTH} that a key may have")]
    TooLong {
        /// Characters pasted.
        length: usize,
    },
    /// More than one line.
    #[error("the key has a line break inside")]
    LineBreakInside,
    /// A line of a settings file or a command, such as `DASHSCOPE_API_KEY=…`.
    #[error("this is an assignment to a variable: only what follows the = is the key")]
    Assignment,
    /// `Bearer …`, as in a header.
    #[error("the key starts with \"Bearer\", which is not part of it")]
    BearerPrefix,
    /// In quotation marks.
    #[error("the key is in quotation marks, which are not part of it")]
    Quoted,
    /// A space or tab inside.
    #[error("the key has a space inside")]
    WhitespaceInside,
    /// The word that this program writes where a proxy puts the key in.
    #[error("PROXY_MANAGED stands in for a key and is none")]
    ProxyManaged,
    /// A masked key, as lists show it: the service shows the whole key only once.
    #[error("the key is masked: parts of it are missing")]
    Masked,
    /// Full-width letters or digits, as an input method may produce.
    #[error("the key has full-width characters")]
    FullWidth,
    /// The id of an AccessKey of the cloud account.
    #[error("this is an AccessKey id of the cloud account, not an API key")]
    AccessKeyId,
    /// The secret of an AccessKey of the cloud account.
    #[error("this looks like an AccessKey secret of the cloud account, not an API key")]
    AccessKeySecret,
    /// None of the shapes that keys have.
    #[error("this does not have the shape of an API key")]
    UnknownShape,
}

/// The key in a paste.
pub(super) fn parse(text: &str) -> Result<&str, KeyRefusal> {
    let key = text.trim_matches(is_edge);
    if key.is_empty() {
        return Err(KeyRefusal::Empty);
    }
    let length = key.chars().count();
    if length > MAX_LENGTH {
        return Err(KeyRefusal::TooLong { length });
    }
    if key.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        return Err(KeyRefusal::LineBreakInside);
    }
    if key == "PROXY_MANAGED" {
        return Err(KeyRefusal::ProxyManaged);
    }
    if is_assignment(key) {
        return Err(KeyRefusal::Assignment);
    }
    if is_bearer(key) {
        return Err(KeyRefusal::BearerPrefix);
    }
    if key.contains(is_quotation_mark) {
        return Err(KeyRefusal::Quoted);
    }
    if key.contains(is_full_width) && !key.contains('＊') {
        return Err(KeyRefusal::FullWidth);
    }
    if key.contains(char::is_whitespace) {
        return Err(KeyRefusal::WhitespaceInside);
    }
    if looks_masked(key) || is_filler(key) {
        return Err(KeyRefusal::Masked);
    }
    if is_access_key_id(key) {
        return Err(KeyRefusal::AccessKeyId);
    }
    if length == 30
        && key
            .chars()
            .all(|character| character.is_ascii_alphanumeric())
    {
        return Err(KeyRefusal::AccessKeySecret);
    }
    has_known_shape(key)
        .then_some(key)
        .ok_or(KeyRefusal::UnknownShape)
}

/// What a paste may carry around a key without anybody having meant it: white space, and the marks without width.
fn is_edge(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_quotation_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '」' | '«' | '»' | '＂' | '＇'
    )
}

fn is_full_width(character: char) -> bool {
    matches!(character, '\u{ff01}'..='\u{ff5e}' | '\u{3000}')
}

/// `NAME=…`, also after `export`, `set` or `$env:`.
fn is_assignment(key: &str) -> bool {
    let Some((left, _)) = key.split_once('=') else {
        return false;
    };
    let name = left
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .trim_start_matches("$env:");
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '_')
}

fn is_bearer(key: &str) -> bool {
    let value = match key.split_once(':') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("authorization") => {
            value.trim_start()
        }
        _ => key,
    };
    let Some((scheme, rest)) = value.split_at_checked("bearer".len()) else {
        return false;
    };
    scheme.eq_ignore_ascii_case("bearer") && (rest.is_empty() || rest.starts_with([' ', '\t', ':']))
}

/// `sk-xxxxxxxx`, as examples write it: one character over and over.
fn is_filler(key: &str) -> bool {
    let payload = &key[KeyKind::prefix_of(key).len()..];
    let mut characters = payload.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    payload.len() >= 3 && characters.all(|character| character == first)
}

fn is_access_key_id(key: &str) -> bool {
    let id = key
        .strip_prefix("LTAI")
        .or_else(|| key.strip_prefix("STS."));
    id.is_some_and(|rest| {
        rest.len() >= 8
            && rest
                .chars()
                .all(|character| character.is_ascii_alphanumeric())
    })
}

fn has_known_shape(key: &str) -> bool {
    let kind = KeyKind::of(key);
    let payload = &key[KeyKind::prefix_of(key).len()..];
    kind != KeyKind::Unrecognised
        && payload.len() >= kind.least_payload()
        && payload
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "._-".contains(character))
}

#[cfg(test)]
#[path = "parse/tests.rs"]
mod tests;
