//! Sections and settings, as units of systemd and the files of supervisord write them.

use secrecy::zeroize::Zeroizing;

use crate::block::{lines, text_of};

/// One `name=value` of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) section: String,
    pub(super) name: String,
    pub(super) value: Zeroizing<String>,
    /// Where it begins, from 1.
    pub(super) line: u32,
}

/// How a setting goes on in the next line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GoesOn {
    /// After a backslash: systemd.
    Backslash,
    /// By white space before it: supervisord.
    Indented,
}

/// Everything that the file sets.
pub(super) fn entries(bytes: &[u8], goes_on: GoesOn) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut section = String::new();
    let mut open = false;
    for (line, span) in (1u32..).zip(lines(bytes)) {
        let text = Zeroizing::new(String::from_utf8_lossy(text_of(&bytes[span])).into_owned());
        let trimmed = text.trim();
        if trimmed.starts_with(['#', ';']) {
            continue;
        }
        let indented = text.starts_with([' ', '\t']) && !trimmed.is_empty();
        let is_more = match goes_on {
            GoesOn::Backslash => open,
            GoesOn::Indented => {
                indented && found.last().is_some_and(|last| last.section == section)
            }
        };
        if is_more {
            if let Some(last) = found.last_mut() {
                open = add(&mut last.value, trimmed, goes_on);
            }
            continue;
        }
        open = false;
        if let Some(name) = trimmed
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
        {
            section = name.0.to_owned();
        } else if let Some((name, value)) = trimmed.split_once('=') {
            let mut entry = Entry {
                section: section.clone(),
                name: name.trim().to_owned(),
                value: Zeroizing::new(String::with_capacity(value.len())),
                line,
            };
            open = add(&mut entry.value, value.trim(), goes_on);
            found.push(entry);
        }
    }
    found
}

/// Adds a line to a value. Whether the value goes on.
fn add(value: &mut Zeroizing<String>, text: &str, goes_on: GoesOn) -> bool {
    if !value.is_empty() {
        value.push(' ');
    }
    let rest = match goes_on {
        GoesOn::Backslash => text.strip_suffix('\\'),
        GoesOn::Indented => None,
    };
    value.push_str(rest.unwrap_or(text).trim_end());
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str, goes_on: GoesOn) -> Vec<(String, u32)> {
        entries(text.as_bytes(), goes_on)
            .into_iter()
            .map(|entry| {
                let text = format!("{}.{}={}", entry.section, entry.name, entry.value.as_str());
                (text, entry.line)
            })
            .collect()
    }

    #[test]
    fn lines_that_go_on_are_one_setting() {
        let systemd = "[Unit]\nA=1\n[Service]\n# B=no\nExecStart=/bin/a \\\n  # among it\n  -b \\\n  -c\nC = d\n";
        assert_eq!(
            of(systemd, GoesOn::Backslash),
            [
                ("Unit.A=1".to_owned(), 2),
                ("Service.ExecStart=/bin/a -b -c".to_owned(), 5),
                ("Service.C=d".to_owned(), 9),
            ]
        );
        let supervisord =
            "[program:x]\r\nenvironment=A=\"1\",\r\n  B=\"2\"\r\n;C=no\r\ncommand=a\r\n";
        assert_eq!(
            of(supervisord, GoesOn::Indented),
            [
                ("program:x.environment=A=\"1\", B=\"2\"".to_owned(), 2),
                ("program:x.command=a".to_owned(), 5),
            ]
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            entries(&bytes, GoesOn::Backslash);
            entries(&bytes, GoesOn::Indented);
        }
    }
}
