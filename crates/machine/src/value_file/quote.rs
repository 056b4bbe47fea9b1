//! Text between quotes, as shells and systemd read it.

use secrecy::zeroize::Zeroizing;

/// As sh, bash and zsh read it.
pub(super) fn sh(text: &str) -> Zeroizing<String> {
    quote(text, '\'', |letter| (letter == '\'').then_some("'\\''"))
}

/// As fish reads it.
pub(super) fn fish(text: &str) -> Zeroizing<String> {
    quote(text, '\'', |letter| match letter {
        '\\' => Some("\\\\"),
        '\'' => Some("\\'"),
        _ => None,
    })
}

/// The text between two `mark`s, some letters of it written otherwise.
pub(super) fn quote(
    text: &str,
    mark: char,
    escape: impl Fn(char) -> Option<&'static str>,
) -> Zeroizing<String> {
    // Room for the worst case, so that growing leaves no copies of a value behind.
    let mut quoted = Zeroizing::new(String::with_capacity(text.len() * 4 + 2));
    quoted.push(mark);
    for letter in text.chars() {
        match escape(letter) {
            Some(text) => quoted.push_str(text),
            None => quoted.push(letter),
        }
    }
    quoted.push(mark);
    quoted
}

/// The text in which a backslash stands before some letters.
pub(super) fn unescape(text: &str) -> String {
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
