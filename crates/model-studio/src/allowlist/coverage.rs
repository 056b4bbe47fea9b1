//! What a picture of a list is drawn from: which parts of each family's space are let in, and a closer look at the part where
//! the entries are. Plain numbers from 0 to 1; what they look like is the window's.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde::Serialize;

use super::span::{Place, Spans};
use super::{Allowlist, Entry};

/// Entries of a family that are still drawn one by one.
const WINDOW_ENTRIES: usize = 256;

/// A list as a picture, family by family.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// The space of IPv4.
    pub v4: FamilyCoverage,
    /// The space of IPv6.
    pub v6: FamilyCoverage,
}

/// One family's picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FamilyCoverage {
    /// What is let in, as parts of the whole space, in order; neighbours are one part.
    pub parts: Vec<Part>,
    /// A closer look; none where there is nothing to see, where the entries lie all over the space, or where they are
    /// too many.
    pub window: Option<Window>,
}

/// From `start` up to and without `end`, each from 0 to 1. A part may be too small for its ends to differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Part {
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// A block that holds all the entries of a family, with some room around a single one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Window {
    /// The block.
    pub block: Entry,
    /// The entries as parts of the block, in the order of the addresses. They may lie in each other.
    pub parts: Vec<WindowPart>,
}

/// An entry in a window.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WindowPart {
    /// The entry.
    pub entry: Entry,
    /// Where it is.
    #[serde(flatten)]
    pub part: Part,
}

pub(super) fn of(list: &Allowlist) -> Coverage {
    let compiled = list.compile();
    let of_family = |v6: bool| {
        let entries = list.iter().filter(|entry| entry.is_v6() == v6);
        let mut entries: Vec<Entry> = entries.copied().collect();
        entries.sort_unstable();
        entries
    };
    Coverage {
        v4: FamilyCoverage {
            parts: parts(&compiled.v4, 32),
            window: window(&of_family(false)),
        },
        v6: FamilyCoverage {
            parts: parts(&compiled.v6, 128),
            window: window(&of_family(true)),
        },
    }
}

fn parts<P: Place>(spans: &Spans<P>, bits: i32) -> Vec<Part> {
    let part = |first: P, last: P| part(first.wide(), last.wide(), 2_f64.powi(bits));
    spans
        .iter()
        .map(|span| part(span.first, span.last))
        .collect()
}

fn window(entries: &[Entry]) -> Option<Window> {
    let (first, last) = (entries.first()?, entries.last()?);
    if entries.len() > WINDOW_ENTRIES {
        return None;
    }
    let mut block = first.block();
    while !entries.iter().all(|entry| block.contains(&entry.block())) {
        block = block.supernet()?;
    }
    if first == last || entries.iter().any(|entry| entry.block() == block) {
        block = around(block)?;
    }
    let (start, end) = ends(block);
    // All of IPv6 is one more than there is a number for; and that much is no closer look.
    let whole = (end - start)
        .checked_add(1)
        .filter(|_| block.prefix_len() > 0)?;
    let parts = entries.iter().map(|entry| {
        let (first, last) = ends(entry.block());
        let part = part(first - start, last - start, as_float(whole));
        WindowPart {
            entry: *entry,
            part,
        }
    });
    Some(Window {
        block: Entry::of_block(block),
        parts: parts.collect(),
    })
}

/// The block sixteen times as large, or as large as there is.
fn around(block: IpNet) -> Option<IpNet> {
    let prefix = block.prefix_len().saturating_sub(4);
    let wider = match block {
        IpNet::V4(block) => Ipv4Net::new(block.addr(), prefix).map(IpNet::V4),
        IpNet::V6(block) => Ipv6Net::new(block.addr(), prefix).map(IpNet::V6),
    };
    wider.ok().map(|wider| wider.trunc())
}

fn ends(block: IpNet) -> (u128, u128) {
    match block {
        IpNet::V4(block) => (
            u32::from(block.network()).into(),
            u32::from(block.broadcast()).into(),
        ),
        IpNet::V6(block) => (block.network().into(), block.broadcast().into()),
    }
}

/// The part of `whole` from `first` to `last`, both included.
fn part(first: u128, last: u128, whole: f64) -> Part {
    Part {
        start: (as_float(first) / whole).min(1.0),
        end: ((as_float(last) + 1.0) / whole).min(1.0),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture has far fewer dots")]
fn as_float(number: u128) -> f64 {
    number as f64
}
