//! The list itself: its entries in the order in which they were given, each once, and what they mean.

use std::collections::HashSet;
use std::net::IpAddr;

use serde::Serialize;

use super::coverage::{self, Coverage};
use super::overlap::{Overlap, overlaps};
use super::{AddressCounts, CompiledAllowlist, Decision, Entry, LineProblem, paste};
use crate::key::shown;

/// Entries that the platform takes.
pub const MAX_ENTRIES: usize = 20;

/// Addresses and blocks that are let in; empty lets nobody in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Allowlist {
    entries: Vec<Entry>,
}

/// Whether the whole of a family is let in, which is as good as no list for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Anyone {
    /// Everybody with IPv4.
    pub v4: bool,
    /// Everybody with IPv6.
    pub v6: bool,
}

/// A list with more entries than the platform takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{count} entries ({merged} after merging), and {limit} are taken")]
pub struct TooManyEntries {
    /// Entries there are.
    pub count: usize,
    /// Entries that merging leaves: no more than the limit means that merging helps.
    pub merged: usize,
    /// Entries that are taken.
    pub limit: usize,
}

impl FromIterator<Entry> for Allowlist {
    /// Repeated entries are kept once, where they came first.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Allowlist {
        let mut seen = HashSet::new();
        let entries = entries.into_iter().filter(|entry| seen.insert(*entry));
        Allowlist {
            entries: entries.collect(),
        }
    }
}

impl Allowlist {
    /// Reads entries in any of the forms that [`paste()`] reads, and stops at the first that it cannot read.
    pub fn parse_lines(text: &str) -> Result<Allowlist, LineProblem> {
        let mut pasted = paste(text);
        if pasted.problems.is_empty() {
            Ok(pasted.allowlist())
        } else {
            Err(pasted.problems.swap_remove(0))
        }
    }

    /// Reads entries as the platform's wire has them, addresses and blocks; the line of a problem is the entry's place,
    /// from 1.
    pub fn from_entries(entries: &[String]) -> Result<Allowlist, LineProblem> {
        let read = |(index, text): (usize, &String)| {
            text.parse().map_err(|problem| LineProblem {
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
                text: shown(text.trim()),
                problem,
            })
        };
        entries.iter().enumerate().map(read).collect()
    }

    /// Whether the address is let in, and by which entry: the first that it is in.
    pub fn decide(&self, address: IpAddr) -> Decision {
        let address = address.to_canonical();
        let at = self.entries.iter().position(|entry| entry.holds(address));
        at.and_then(|index| self.entries.get(index).map(|entry| (index, entry)))
            .map_or(Decision::Refused, |(index, entry)| Decision::Allowed {
                entry: *entry,
                position: index + 1,
            })
    }

    /// Whether the address is let in. An IPv4-mapped IPv6 address is its IPv4 address.
    pub fn allows(&self, address: IpAddr) -> bool {
        self.decide(address).is_allowed()
    }

    /// The form in which requests are judged.
    pub fn compile(&self) -> CompiledAllowlist {
        CompiledAllowlist::new(&self.entries)
    }

    /// How many addresses are let in.
    pub fn count(&self) -> AddressCounts {
        self.compile().count()
    }

    /// Which families are let in as a whole, in one entry or in parts.
    pub fn anyone(&self) -> Anyone {
        let whole = |v6: bool| {
            self.merged()
                .iter()
                .any(|entry| entry.is_v6() == v6 && entry.block().prefix_len() == 0)
        };
        Anyone {
            v4: whole(false),
            v6: whole(true),
        }
    }

    /// The whole of IPv4 or the whole of IPv6 is let in, which is as good as no list.
    pub fn is_anyone(&self) -> bool {
        let anyone = self.anyone();
        anyone.v4 || anyone.v6
    }

    /// The entries that lie within others.
    pub fn overlaps(&self) -> Vec<Overlap> {
        overlaps(&self.entries)
    }

    /// The list without the entries that lie within others.
    pub fn without_overlaps(&self) -> Allowlist {
        let covered: HashSet<Entry> = self
            .overlaps()
            .iter()
            .map(|overlap| overlap.entry)
            .collect();
        let kept = self.entries.iter().filter(|entry| !covered.contains(entry));
        kept.copied().collect()
    }

    /// The fewest entries that let in exactly the same: neighbours joined, IPv4 first, in order.
    pub fn merged(&self) -> Allowlist {
        Allowlist {
            entries: self.compile().blocks().map(Entry::of_block).collect(),
        }
    }

    /// Whether the platform takes so many entries.
    pub fn check_size(&self) -> Result<(), TooManyEntries> {
        let (count, limit) = (self.len(), MAX_ENTRIES);
        if count <= limit {
            return Ok(());
        }
        let merged = self.merged().len();
        Err(TooManyEntries {
            count,
            merged,
            limit,
        })
    }

    /// What a picture of it is drawn from.
    pub fn coverage(&self) -> Coverage {
        coverage::of(self)
    }

    /// The entries as the wire has them.
    pub fn entries(&self) -> Vec<String> {
        self.entries.iter().map(Entry::to_string).collect()
    }

    /// The entries.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry> {
        self.entries.iter()
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

impl<'list> IntoIterator for &'list Allowlist {
    type Item = &'list Entry;
    type IntoIter = std::slice::Iter<'list, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
