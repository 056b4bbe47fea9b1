//! Whether an address is let in, and by which entry.

use serde::Serialize;

use super::Entry;

/// What a list says about one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Decision {
    /// Let in.
    Allowed {
        /// The first entry of the list that the address is in.
        entry: Entry,
        /// Its place in the list, from 1.
        position: usize,
    },
    /// In no entry.
    Refused,
}

impl Decision {
    /// Whether the address is let in.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allowed { .. })
    }
}
