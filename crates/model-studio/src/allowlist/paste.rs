//! Many entries at once, as people paste them: from a spreadsheet, a mail, another console. Lines, commas, semicolons, tabs,
//! spaces and their Chinese forms part entries; `#` begins a comment; a range may have spaces around its dash.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use serde::Serialize;

use super::range::is_dash;
use super::{AddressProblem, Allowlist, Entry, LineProblem, Reading};
use crate::key::shown;

/// Entries that are read at once.
pub const PASTE_LIMIT: usize = 10_000;

/// What was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Pasted {
    /// What could be read, in order; of entries that are there twice, the first.
    pub entries: Vec<PastedEntry>,
    /// What could not be read, in order.
    pub problems: Vec<LineProblem>,
    /// What was there before.
    pub repeated: Vec<Repeated>,
}

/// One entry that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PastedEntry {
    /// The line it is on, from 1.
    pub line: u32,
    /// As it was written.
    pub text: String,
    /// What it says.
    pub reading: Reading,
}

/// An entry that was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Repeated {
    /// The line it is on, from 1.
    pub line: u32,
    /// The line where it was first.
    pub first_line: u32,
    /// The entry.
    pub entry: Entry,
}

impl Pasted {
    /// The list of what could be read.
    pub fn allowlist(&self) -> Allowlist {
        let readings = self.entries.iter();
        readings
            .flat_map(|entry| entry.reading.entries())
            .copied()
            .collect()
    }
}

/// Reads everything that can be read, and says of the rest where it is and what is wrong with it.
pub fn paste(text: &str) -> Pasted {
    let mut pasted = Pasted::default();
    let mut first_lines = HashMap::new();
    let numbered = (1..).zip(text.lines());
    let items =
        numbered.flat_map(|(line, text)| items(text).into_iter().map(move |item| (line, item)));
    for (index, (line, text)) in items.enumerate() {
        let read = if index < PASTE_LIMIT {
            Reading::parse(&text)
        } else {
            let limit = PASTE_LIMIT;
            Err(AddressProblem::TooManyEntries { limit })
        };
        match read {
            Ok(reading) => match repeated(&mut first_lines, &reading, line) {
                Some(repeated) => pasted.repeated.push(repeated),
                None => pasted.entries.push(PastedEntry {
                    line,
                    text,
                    reading,
                }),
            },
            Err(problem) => pasted.problems.push(LineProblem {
                line,
                text: shown(&text),
                problem,
            }),
        }
        if index >= PASTE_LIMIT {
            break;
        }
    }
    pasted
}

/// Whether the entry was there before; the first time is remembered. A range is left to
/// the list, which keeps each of its blocks once.
fn repeated(seen: &mut HashMap<Entry, u32>, reading: &Reading, line: u32) -> Option<Repeated> {
    let Reading::Entry { entry } = *reading else {
        return None;
    };
    match seen.entry(entry) {
        Slot::Occupied(first) => Some(Repeated {
            line,
            first_line: *first.get(),
            entry,
        }),
        Slot::Vacant(slot) => {
            slot.insert(line);
            None
        }
    }
}

/// The entries of a line.
fn items(line: &str) -> Vec<String> {
    let line = line.split('#').next().unwrap_or_default();
    line.split([',', ';', '\t', '、', '，', '；'])
        .flat_map(words)
        .collect()
}

/// The words between separators, with the two ends of a range and its dash made one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(before) if word.starts_with(is_dash) || before.ends_with(is_dash) => {
                before.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}
