//! Lines of files, as they may be shown: no value of anybody in them.

use crate::value_file::Dialect;
use crate::{Companion, Surroundings};

/// Nothing shown is longer than this.
const LONGEST: usize = 200;

/// A line of our own file: a key's value masked; what a companion is set to and what is asked for as they are.
pub(super) fn show_value_line(
    surroundings: &Surroundings,
    dialect: Dialect,
    (variable, companions): (&str, &[Companion]),
    line: &[u8],
) -> String {
    let is_plain = |one: &Companion| {
        dialect
            .value(&one.name, line)
            .is_some_and(|text| *text == one.text)
    };
    if dialect.asks(line) || companions.iter().any(is_plain) {
        return String::from_utf8_lossy(line).into_owned();
    }
    match dialect.value(variable, line) {
        Some(value) => format!("{}{}", dialect.head(variable), (surroundings.mask)(&value)),
        None => show_line(line),
    }
}

/// A line of somebody: what is assigned, and whatever looks like a key, is left out.
pub(super) fn show_line(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let text = text.trim_end();
    let words: Vec<&str> = text.split_whitespace().collect();
    // fish sets without an equals sign.
    if matches!(words.first(), Some(&("set" | "setenv"))) {
        let name = words
            .iter()
            .skip(1)
            .position(|word| !word.starts_with('-'))
            .map_or(words.len(), |at| at + 2);
        let more = if words.len() > name { " …" } else { "" };
        return cut(&format!("{}{more}", words[..name].join(" ")));
    }
    match text.split_once('=') {
        Some((before, value)) if !value.is_empty() => cut(&format!("{}=…", hide_keys(before))),
        _ => cut(&hide_keys(text)),
    }
}

fn cut(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() || *letter == '\t')
        .take(LONGEST)
        .collect()
}

/// Replaces every long run of letters and digits that has a digit in it.
fn hide_keys(text: &str) -> String {
    let mut shown = String::new();
    let mut run = String::new();
    let flush = |shown: &mut String, run: &mut String| {
        let is_key = run.len() >= 16 && run.bytes().any(|byte| byte.is_ascii_digit());
        shown.push_str(if is_key { "…" } else { run.as_str() });
        run.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '+') {
            run.push(letter);
        } else {
            flush(&mut shown, &mut run);
            shown.push(letter);
        }
    }
    flush(&mut shown, &mut run);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_of_anybody_is_shown() {
        for (line, expected) in [
            (
                "export OPENAI_API_KEY=sk-1234567890abcdef",
                "export OPENAI_API_KEY=…",
            ),
            ("set -gx OTHER short1", "set -gx OTHER …"),
            ("set -e OTHER", "set -e OTHER"),
            (
                "curl -H 'Authorization: Bearer sk-1234567890abcdef'",
                "curl -H 'Authorization: Bearer …'",
            ),
            (
                "source /usr/share/bash-completion/bash_completion",
                "source /usr/share/bash-completion/bash_completion",
            ),
            ("fi", "fi"),
        ] {
            assert_eq!(show_line(line.as_bytes()), expected);
        }
    }
}
