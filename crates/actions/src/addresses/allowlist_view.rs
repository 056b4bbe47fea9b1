//! What the engine says of a list, as the window is told it: counts, who is let in, and the picture.

use model_studio::allowlist::{
    AddressCounts, Allowlist, Anyone, Coverage, Entry, FamilyCoverage, Part, Window,
};

use crate::wire::{
    AddressCountsView, AnyoneView, CloseUpPartView, CloseUpView, CoverageView, FamilyCoverageView,
    PartView,
};

pub(crate) fn anyone(list: &Allowlist) -> AnyoneView {
    if list.is_empty() {
        return AnyoneView::Nobody;
    }
    match list.anyone() {
        Anyone { v4: true, v6: true } => AnyoneView::Both,
        Anyone { v4: true, .. } => AnyoneView::Ipv4,
        Anyone { v6: true, .. } => AnyoneView::Ipv6,
        Anyone { .. } => AnyoneView::Some,
    }
}

pub(crate) fn counts(counts: AddressCounts) -> AddressCountsView {
    AddressCountsView {
        ipv4: counts.v4.to_string(),
        ipv6: counts.v6.to_string(),
    }
}

/// How many addresses entries of one family have.
pub(crate) fn size(entries: &[Entry]) -> String {
    let counts = entries.iter().copied().collect::<Allowlist>().count();
    let of_its_family = if entries.iter().any(Entry::is_v6) {
        counts.v6
    } else {
        counts.v4
    };
    of_its_family.to_string()
}

pub(crate) fn coverage(coverage: &Coverage) -> CoverageView {
    CoverageView {
        ipv4: family(&coverage.v4),
        ipv6: family(&coverage.v6),
    }
}

fn family(coverage: &FamilyCoverage) -> FamilyCoverageView {
    FamilyCoverageView {
        parts: coverage.parts.iter().map(part).collect(),
        close_up: coverage.window.as_ref().map(close_up),
    }
}

fn part(part: &Part) -> PartView {
    PartView {
        start: part.start,
        end: part.end,
    }
}

fn close_up(window: &Window) -> CloseUpView {
    CloseUpView {
        block: window.block.to_string(),
        parts: window
            .parts
            .iter()
            .map(|placed| CloseUpPartView {
                entry: placed.entry.to_string(),
                start: placed.part.start,
                end: placed.part.end,
            })
            .collect(),
    }
}
