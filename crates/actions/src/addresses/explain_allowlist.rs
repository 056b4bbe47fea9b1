//! What a box of addresses says, while it is typed in. Asks nobody and changes nothing.

use std::collections::HashMap;

use model_studio::allowlist::{
    AddressProblem, Allowlist, Entry, LineProblem, MAX_ENTRIES, Note, Pasted, PastedEntry,
    Suitability, paste,
};
use model_studio::region::Region;

use crate::addresses::allowlist_view::{anyone, counts, coverage, size};
use crate::addresses::problem::{class, problem, unsuitable};
use crate::failure::Failure;
use crate::typed;
use crate::wire::{
    AllowlistEntryView, AllowlistView, EntryNoteView, EntryStateView, ExplainAllowlistRequest,
};

/// Explains every entry, and the list that would be sent: what can be read and is of use in the region, each entry once.
/// Nothing is merged and nothing is dropped unasked.
///
/// # Errors
/// [`Failure::RegionNeedsAccount`] for a region that is not known.
pub fn explain_allowlist(request: &ExplainAllowlistRequest) -> Result<AllowlistView, Failure> {
    let region = typed::region(&request.region)?;
    let pasted = paste(&request.text);
    let sent: Allowlist = pasted
        .entries
        .iter()
        .filter(|typed| refusal(typed, region).is_none())
        .flat_map(|typed| typed.reading.entries())
        .copied()
        .collect();
    let entries = in_order(&request.text, &pasted, states(&pasted, &sent, region));
    let merged = sent.merged();
    let to_correct = entries.iter().any(|entry| {
        matches!(
            entry.state,
            EntryStateView::Problem { .. } | EntryStateView::HostBits { .. }
        )
    });
    Ok(AllowlistView {
        used: typed::count(sent.len()),
        limit: typed::count(MAX_ENTRIES),
        anyone: anyone(&sent),
        addresses: counts(sent.count()),
        merged: (merged.len() < sent.len()).then(|| merged.entries()),
        coverage: coverage(&sent.coverage()),
        sendable: !to_correct && !sent.is_empty() && sent.check_size().is_ok(),
        sends: sent.entries(),
        entries,
    })
}

/// Why the region can do nothing with what was typed.
fn refusal(typed: &PastedEntry, region: &Region) -> Option<EntryStateView> {
    typed
        .reading
        .entries()
        .iter()
        .find_map(|entry| match Suitability::of(entry, region) {
            Suitability::Refused(why) => Some(EntryStateView::Problem {
                problem: unsuitable(why),
            }),
            Suitability::Fits | Suitability::Noted(_) => None,
        })
}

/// The state of each entry that can be read, in the order of [`Pasted::entries`].
fn states(pasted: &Pasted, sent: &Allowlist, region: &Region) -> Vec<EntryStateView> {
    let covers: HashMap<Entry, Entry> = sent
        .overlaps()
        .iter()
        .map(|overlap| (overlap.entry, overlap.covered_by))
        .collect();
    let state = |typed: &PastedEntry| {
        if let Some(refused) = refusal(typed, region) {
            return refused;
        }
        let read = typed.reading.entries();
        let entries: Vec<String> = read.iter().map(Entry::to_string).collect();
        let addresses = size(read);
        let by = read.first().and_then(|entry| covers.get(entry));
        match by {
            Some(by) if read.iter().all(|entry| covers.contains_key(entry)) => {
                EntryStateView::Covered {
                    entries,
                    addresses,
                    by: by.to_string(),
                }
            }
            _ => EntryStateView::Good {
                entries,
                addresses,
                note: read.iter().find_map(|entry| note(entry, region)),
            },
        }
    };
    pasted.entries.iter().map(state).collect()
}

fn note(entry: &Entry, region: &Region) -> Option<EntryNoteView> {
    if entry.block().prefix_len() == 0 {
        return Some(EntryNoteView::Anyone);
    }
    match Suitability::of(entry, region) {
        Suitability::Noted(Note::Ipv6Disputed) => Some(EntryNoteView::Ipv6Disputed),
        Suitability::Noted(Note::PartlySpecial { class: of }) => {
            Some(EntryNoteView::PartlySpecial { class: class(of) })
        }
        Suitability::Fits | Suitability::Refused(_) => None,
    }
}

/// What was read, what could not be and what was there before, put back into the order of the box.
fn in_order(text: &str, pasted: &Pasted, states: Vec<EntryStateView>) -> Vec<AllowlistEntryView> {
    let good = pasted.entries.iter().zip(states);
    let good = good.map(|(typed, state)| AllowlistEntryView {
        line: typed.line,
        text: typed.text.clone(),
        state,
    });
    let bad = pasted.problems.iter().map(|refused| AllowlistEntryView {
        line: refused.line,
        text: refused.text.clone(),
        state: refused_state(refused),
    });
    let repeated = pasted.repeated.iter().map(|repeated| AllowlistEntryView {
        line: repeated.line,
        text: repeated.entry.to_string(),
        state: EntryStateView::Repeated {
            entry: repeated.entry.to_string(),
            first_line: repeated.first_line,
        },
    });
    let lines: Vec<&str> = text.lines().collect();
    let place = |entry: &AllowlistEntryView| {
        let line = usize::try_from(entry.line).unwrap_or(usize::MAX);
        let line = lines.get(line.saturating_sub(1)).copied();
        // What is repeated stands behind its first time. What is shown in another form than typed comes last.
        let found = line.and_then(|line| match entry.state {
            EntryStateView::Repeated { .. } => line.rfind(&entry.text),
            _ => line.find(&entry.text),
        });
        (entry.line, found.unwrap_or(usize::MAX))
    };
    let mut entries: Vec<AllowlistEntryView> = good.chain(bad).chain(repeated).collect();
    entries.sort_by_cached_key(place);
    entries
}

fn refused_state(refused: &LineProblem) -> EntryStateView {
    match &refused.problem {
        AddressProblem::HostBits { address, block } => EntryStateView::HostBits {
            block: block.clone(),
            block_addresses: block
                .parse::<Entry>()
                .map(|block| size(&[block]))
                .unwrap_or_default(),
            address: address.clone(),
        },
        other => EntryStateView::Problem {
            problem: problem(other.clone()),
        },
    }
}

#[cfg(test)]
mod tests;
