//! The IP allowlist of a key: reading it from text, saying what is wrong with it, and deciding whether an address is in.
//! It is not an editor: it keeps the order of the lines and forgets their comments and blanks.

mod entry;

use std::net::IpAddr;

use ipnet::IpNet;

use crate::key::mask;
use entry::Entry;

/// Entries that the platform takes.
pub const MAX_ENTRIES: usize = 20;

/// What is wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressProblem {
    /// Neither an address nor a CIDR block.
    #[error("not an address")]
    NotAnAddress,
    /// A block such as `203.0.113.7/24`, which could mean the block or the address.
    #[error("host bits set, the block is {block}")]
    HostBits {
        /// The block it lies in.
        block: String,
    },
}

/// An entry that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {text}: {problem}")]
pub struct LineProblem {
    /// From 1, blank lines counted.
    pub line: u32,
    /// The entry, cut where it is long; masked where it is a key pasted into the wrong box.
    pub text: String,
    /// What is wrong.
    pub problem: AddressProblem,
}

/// Addresses and blocks that are let in; empty lets nobody in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Allowlist {
    entries: Vec<Entry>,
}

impl Allowlist {
    /// Reads one entry a line; blank lines are skipped, repeated entries kept once.
    pub fn parse_lines(text: &str) -> Result<Allowlist, LineProblem> {
        Allowlist::read(
            text.lines()
                .enumerate()
                .filter(|(_, line)| !line.trim().is_empty()),
        )
    }

    /// Reads entries as the platform's wire has them; the line of a problem is the entry's place, from 1.
    pub fn from_entries(entries: &[String]) -> Result<Allowlist, LineProblem> {
        Allowlist::read(entries.iter().map(String::as_str).enumerate())
    }

    fn read<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Result<Allowlist, LineProblem> {
        let mut list = Allowlist::default();
        for (index, line) in lines {
            let entry = Entry::parse(line.trim()).map_err(|problem| LineProblem {
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
                text: shown(line.trim()),
                problem,
            })?;
            if !list.entries.contains(&entry) {
                list.entries.push(entry);
            }
        }
        Ok(list)
    }

    /// Whether the address is let in. An IPv4-mapped IPv6 address is its IPv4 address.
    pub fn allows(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.entries
            .iter()
            .any(|entry| entry.block().contains(&address))
    }

    /// The entries as the wire has them.
    pub fn entries(&self) -> Vec<String> {
        self.entries.iter().map(Entry::to_string).collect()
    }

    /// The whole of IPv4 or the whole of IPv6 is let in, which is as good as no list.
    pub fn is_anyone(&self) -> bool {
        let blocks: Vec<IpNet> = self.entries.iter().map(Entry::block).collect();
        IpNet::aggregate(&blocks)
            .iter()
            .any(|block| block.prefix_len() == 0)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Nobody is let in.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The text of a bad entry, fit for a message.
fn shown(text: &str) -> String {
    const LONGEST: usize = 64;
    if text.starts_with("sk-") || text.starts_with("st-") || text.starts_with("LTAI") {
        return mask(text);
    }
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests;
