//! Reading one text: an address, a block, or a range.

use std::net::IpAddr;

use serde::Serialize;

use super::{AddressProblem, Entry, address, character, prefix, range};

/// Characters of the longest text that is looked at: two written-out IPv6 addresses with room to spare.
const LONGEST: usize = 128;

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Reading {
    /// One entry, as it is.
    Entry {
        /// The entry.
        entry: Entry,
    },
    /// A range `a-b`, which the platform does not take, and the blocks that say the same.
    Range {
        /// Where it begins.
        first: IpAddr,
        /// Where it ends, included.
        last: IpAddr,
        /// The fewest blocks that are exactly the range.
        entries: Vec<Entry>,
    },
}

impl Reading {
    /// Reads one text; white space around it does not count.
    pub fn parse(text: &str) -> Result<Reading, AddressProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressProblem::Empty);
        }
        // What is well formed needs no diagnosis, and that is nearly everything.
        if let Ok(address) = text.parse::<IpAddr>() {
            let entry = Entry::of_address(address);
            return Ok(Reading::Entry { entry });
        }
        character::check_key(text)?;
        let length = text.chars().count();
        if length > LONGEST {
            let limit = LONGEST;
            return Err(AddressProblem::TooLong { length, limit });
        }
        if let Some((first, last)) = range::split(text) {
            return range::read(first, last);
        }
        character::check(text)?;
        let entry = match text.split_once('/') {
            Some((address, length)) => prefix::read(address, length)?,
            None => Entry::of_address(address::read(text)?),
        };
        Ok(Reading::Entry { entry })
    }

    /// The entries that say it.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Reading::Entry { entry } => std::slice::from_ref(entry),
            Reading::Range { entries, .. } => entries,
        }
    }
}
