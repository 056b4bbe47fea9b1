//! What the settings of tools put into the environment of what they start: the `env` of Claude Code and Qwen Code, and the
//! `.env` files that Qwen Code reads. Of a project folder, those of the project too.

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;

use super::project::add_dot_env;
use super::{Reading, Source};
use crate::block::lines;
use crate::doctor::Scope;
use crate::doctor::value::Held;

/// Adds what the tools' settings say. Answers how many files there were.
pub(in crate::doctor) fn of_tools(reading: &mut Reading<'_>, folders: &[PathBuf]) -> usize {
    let before = reading.files;
    let home = reading.surroundings.home.clone();
    for folder in std::iter::once(&home).chain(folders) {
        for name in [
            ".claude/settings.json",
            ".claude/settings.local.json",
            ".qwen/settings.json",
        ] {
            add_settings(reading, &folder.join(name));
        }
        add_dot_env(reading, Scope::Tool, &folder.join(".qwen/.env"));
    }
    add_dot_env(reading, Scope::Tool, &home.join(".env"));
    reading.files - before
}

fn add_settings(reading: &mut Reading<'_>, path: &Path) {
    let Some(snapshot) = reading.read(path) else {
        return;
    };
    if let Some((line, value)) = in_env(&snapshot.bytes, reading.variable) {
        let held = Held::written(reading.surroundings, &value);
        reading
            .sources
            .push(Source::new(Scope::Tool, path, line, held));
    }
    for variable in reading.beside {
        if let Some((line, value)) = in_env(&snapshot.bytes, variable) {
            reading.add_host(Scope::Tool, path, line, variable, &value);
        }
    }
}

/// The value of a variable in the `env` of a JSON document which may have comments, and its line.
fn in_env(bytes: &[u8], variable: &str) -> Option<(Option<u32>, Zeroizing<String>)> {
    let plain = without_comments(bytes);
    let document: serde_json::Value = serde_json::from_slice(&plain).ok()?;
    let value = document.get("env")?.get(variable)?.as_str()?;
    let value = Zeroizing::new(value.to_owned());
    let quoted = format!("\"{variable}\"");
    let line = (1u32..)
        .zip(lines(bytes))
        .find(|(_, span)| String::from_utf8_lossy(&bytes[span.clone()]).contains(&quoted))
        .map(|(number, _)| number);
    Some((line, value))
}

/// The document with comments, commas before an end, and a byte order mark made blank, so that a parser of plain JSON reads it.
fn without_comments(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut plain = Zeroizing::new(bytes.to_vec());
    if plain.starts_with(b"\xef\xbb\xbf") {
        plain[..3].fill(b' ');
    }
    let (mut at, mut comma) = (0, None);
    while at < plain.len() {
        match plain[at] {
            b'"' => {
                comma = None;
                at += 1;
                while at < plain.len() && plain[at] != b'"' {
                    at += if plain[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            b'/' if matches!(plain.get(at + 1), Some(b'/' | b'*')) => {
                let is_line = plain[at + 1] == b'/';
                let end = end_of_comment(&plain[at..], is_line) + at;
                plain[at..end].fill(b' ');
                at = end;
            }
            byte => {
                match byte {
                    b',' => comma = Some(at),
                    b'}' | b']' => {
                        if let Some(comma) = comma.take() {
                            plain[comma] = b' ';
                        }
                    }
                    byte if byte.is_ascii_whitespace() => {}
                    _ => comma = None,
                }
                at += 1;
            }
        }
    }
    plain
}

fn end_of_comment(bytes: &[u8], is_line: bool) -> usize {
    let ends = |window: &[u8]| {
        if is_line {
            window[0] == b'\n'
        } else {
            window == b"*/"
        }
    };
    let size = if is_line { 1 } else { 2 };
    let from = bytes.get(2..).unwrap_or_default();
    from.windows(size)
        .position(ends)
        .map_or(bytes.len(), |found| 2 + found + if is_line { 0 } else { 2 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_value_in_env_is_found_whatever_stands_around_it() {
        let text = "\u{feff}{ // \"env\": no\n /* { */ \"x\": \"// no, \\\" }\",\n \"env\": {\n  \"KEY\": \"sk-a/*b*/\", // mine\n },\n}\n";
        let (line, value) = in_env(text.as_bytes(), "KEY").unwrap();
        assert_eq!((line, value.as_str()), (Some(4), "sk-a/*b*/"));
        for none in [
            "",
            "{",
            "{\"KEY\": \"a\"}",
            "{\"env\": {\"KEY\": 1}}",
            "{\"env\": []}",
        ] {
            assert!(in_env(none.as_bytes(), "KEY").is_none(), "{none}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            in_env(&bytes, "KEY");
        }

        #[test]
        fn open_ends_are_read_without_harm(text in "[\"\\\\/*,{}\n a]{0,40}") {
            in_env(text.as_bytes(), "KEY");
        }
    }
}
