//! What changed between two lists: what was written, and who is let in. They differ: `10.0.0.0/31` for its two addresses is
//! another entry and changes nothing.

use std::collections::HashSet;

use serde::Serialize;

use super::{AddressCounts, Allowlist, Entry};

/// What changed from one list to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Entries that are new.
    pub added: Vec<Entry>,
    /// Entries that are gone.
    pub removed: Vec<Entry>,
    /// Addresses that are let in now and were not before.
    pub gained: AddressCounts,
    /// Addresses that were let in before and are not now.
    pub lost: AddressCounts,
}

impl Difference {
    /// The same addresses are let in as before, however they are written.
    pub fn lets_in_the_same(&self) -> bool {
        self.gained.is_zero() && self.lost.is_zero()
    }

    /// Nothing changed but perhaps the order.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}

/// What changed from `before` to `after`.
pub fn difference(before: &Allowlist, after: &Allowlist) -> Difference {
    let (was, is) = (before.compile(), after.compile());
    Difference {
        added: only_in(after, before),
        removed: only_in(before, after),
        gained: is.without(&was).count(),
        lost: was.without(&is).count(),
    }
}

fn only_in(list: &Allowlist, other: &Allowlist) -> Vec<Entry> {
    let known: HashSet<&Entry> = other.iter().collect();
    let new = list.iter().filter(|entry| !known.contains(entry));
    new.copied().collect()
}
