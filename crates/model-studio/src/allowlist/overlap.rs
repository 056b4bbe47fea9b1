//! Which entries say nothing new, because another one says more.

use serde::Serialize;

use super::Entry;

/// An entry that lies within another one of the same list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Overlap {
    /// The entry that could go.
    pub entry: Entry,
    /// The widest entry that it lies in.
    pub covered_by: Entry,
}

/// The entries that lie within others, in their order. Blocks nest or are apart, so one pass over the sorted list finds
/// all: whatever follows an outermost block either lies in it or opens the next.
pub(super) fn overlaps(entries: &[Entry]) -> Vec<Overlap> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_unstable_by_key(|index| {
        let block = entries.get(*index).map(Entry::block);
        block.map(|block| (block.network(), block.prefix_len()))
    });
    let mut found = Vec::new();
    let mut outermost: Option<&Entry> = None;
    for index in order {
        let Some(entry) = entries.get(index) else {
            continue;
        };
        match outermost {
            Some(outer) if outer.covers(entry) => found.push((
                index,
                Overlap {
                    entry: *entry,
                    covered_by: *outer,
                },
            )),
            _ => outermost = Some(entry),
        }
    }
    found.sort_unstable_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, overlap)| overlap).collect()
}
