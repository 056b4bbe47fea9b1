//! The lines around a change, as they may be shown: no value of anybody in them.

use std::ops::Range;

use crate::block::{lines, text_of};
use crate::value_file::Dialect;
use crate::{Companion, Surroundings};

/// How many unchanged lines are shown on each side.
const CONTEXT: usize = 2;
/// Nothing shown is longer than this.
const LONGEST: usize = 200;

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// What becomes of it.
    pub kind: DiffKind,
    /// Its number in the file before (removed, context) or after (added), from 1.
    pub number: u32,
    /// Its text, values masked.
    pub text: String,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    /// It stays.
    Context,
    /// It is new.
    Added,
    /// It goes.
    Removed,
}

/// The one stretch of lines in which two versions of a file differ. `show` makes a line fit to be seen.
pub(super) fn diff(before: &[u8], after: &[u8], show: &dyn Fn(&[u8]) -> String) -> Vec<DiffLine> {
    let old: Vec<&[u8]> = lines(before).map(|span| text_of(&before[span])).collect();
    let new: Vec<&[u8]> = lines(after).map(|span| text_of(&after[span])).collect();
    let same_start = old
        .iter()
        .zip(&new)
        .take_while(|(one, other)| one == other)
        .count();
    let most = old.len().min(new.len()) - same_start;
    let same_end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(one, other)| one == other)
        .count();
    let mut shown = Vec::new();
    let mut push = |kind, source: &[&[u8]], range: Range<usize>| {
        for index in range {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            shown.push(DiffLine {
                kind,
                number,
                text: show(source[index]),
            });
        }
    };
    let (old_end, new_end) = (old.len() - same_end, new.len() - same_end);
    if same_start == old_end && same_start == new_end {
        return shown;
    }
    push(
        DiffKind::Context,
        &old,
        same_start.saturating_sub(CONTEXT)..same_start,
    );
    push(DiffKind::Removed, &old, same_start..old_end);
    push(DiffKind::Added, &new, same_start..new_end);
    push(
        DiffKind::Context,
        &old,
        old_end..(old_end + CONTEXT).min(old.len()),
    );
    shown
}

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

    fn plain(line: &[u8]) -> String {
        String::from_utf8_lossy(line).into_owned()
    }

    fn shown(before: &str, after: &str) -> Vec<(DiffKind, u32, String)> {
        let lines = diff(before.as_bytes(), after.as_bytes(), &plain);
        lines
            .into_iter()
            .map(|line| (line.kind, line.number, line.text))
            .collect()
    }

    #[test]
    fn an_addition_is_shown_with_the_lines_before() {
        use DiffKind::{Added, Context, Removed};
        let lines = shown("a\nb\nc", "a\nb\nc\nX\n");
        assert_eq!(
            lines,
            [
                (Context, 2, "b".into()),
                (Context, 3, "c".into()),
                (Added, 4, "X".into())
            ]
        );
        let lines = shown("a\nb\nc\n", "a\nB\nc\n");
        let expected = [
            (Context, 1, "a".into()),
            (Removed, 2, "b".into()),
            (Added, 2, "B".into()),
            (Context, 3, "c".into()),
        ];
        assert_eq!(lines, expected);
        assert_eq!(shown("", "X\n"), [(Added, 1, "X".into())]);
        assert_eq!(shown("a\n", "a\n"), []);
        assert_eq!(
            shown("x\nx\n", "x\nx\nx\n")
                .iter()
                .filter(|line| line.0 == Added)
                .count(),
            1
        );
    }

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
