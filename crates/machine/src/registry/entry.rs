//! A variable as it is in the registry, and as text: `NAME    REG_SZ    value`, which is how `reg query` shows it.
//!
//! The text is what plans compare, previews show and copies from before hold, as with a file.

use secrecy::zeroize::Zeroizing;

use crate::block::{lines, text_of};

/// Between the parts of a line.
pub(crate) const GAP: &str = "    ";

/// How Windows reads the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// As it is.
    Plain,
    /// With the variables in it put in.
    Expanded,
}

impl EntryKind {
    fn name(self) -> &'static str {
        match self {
            Self::Plain => "REG_SZ",
            Self::Expanded => "REG_EXPAND_SZ",
        }
    }
}

/// A variable in the registry.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) variable: String,
    pub(crate) kind: EntryKind,
    pub(crate) value: Zeroizing<String>,
}

impl Entry {
    /// What a line says. None for any other text.
    pub(crate) fn read(line: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(text_of(line)).ok()?;
        let (variable, rest) = line.split_once(GAP)?;
        let (kind, value) = rest.split_once(GAP)?;
        let kind = [EntryKind::Plain, EntryKind::Expanded]
            .into_iter()
            .find(|known| known.name() == kind)?;
        Some(Self {
            variable: variable.to_owned(),
            kind,
            value: Zeroizing::new(value.to_owned()),
        })
    }

    /// Its line, without the end.
    pub(crate) fn line(&self) -> Zeroizing<String> {
        line(&self.variable, self.kind, &self.value)
    }
}

/// The line of a variable, without its end.
pub(crate) fn line(variable: &str, kind: EntryKind, value: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("{variable}{GAP}{}{GAP}{value}", kind.name()))
}

/// All of them, as text.
pub(crate) fn text(entries: &[Entry]) -> Zeroizing<Vec<u8>> {
    let lines: Vec<Zeroizing<String>> = entries.iter().map(Entry::line).collect();
    let room = lines.iter().map(|line| line.len() + 1).sum();
    // The room is made at once: growing would leave copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity(room));
    for line in &lines {
        text.extend_from_slice(line.as_bytes());
        text.push(b'\n');
    }
    text
}

/// Those that a text holds.
pub(crate) fn entries(text: &[u8]) -> Vec<Entry> {
    lines(text)
        .filter_map(|span| Entry::read(&text[span]))
        .collect()
}

/// The one of a variable. Windows does not tell big letters from small ones in names.
pub(crate) fn of<'a>(entries: &'a [Entry], variable: &str) -> Option<&'a Entry> {
    entries
        .iter()
        .find(|entry| entry.variable.eq_ignore_ascii_case(variable))
}

/// The variables of both, each once.
pub(super) fn variables<'a>(old: &'a [Entry], new: &'a [Entry]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for entry in old.iter().chain(new) {
        if !names.contains(&entry.variable.as_str()) {
            names.push(&entry.variable);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_entry_is_read_as_it_was_written(
            value in "[ -~äö密钥😀]{0,40}",
            kind in prop_oneof![Just(EntryKind::Plain), Just(EntryKind::Expanded)],
        ) {
            let entry = Entry { variable: "A_KEY".to_owned(), kind, value: Zeroizing::new(value) };
            let other = Entry { variable: "B".to_owned(), kind: EntryKind::Plain, value: Zeroizing::new("b".to_owned()) };
            let read = entries(&text(&[entry.clone(), other.clone()]));
            prop_assert!(read == [entry, other]);
        }
    }

    #[test]
    fn other_lines_are_no_entries() {
        for line in [
            "",
            "A",
            "A    REG_DWORD    0x1",
            "A REG_SZ b",
            "A    REG_SZ",
        ] {
            assert!(Entry::read(line.as_bytes()).is_none(), "{line:?}");
        }
    }
}
