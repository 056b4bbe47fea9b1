//! Facts as the window shows them.

use machine::doctor::{Facts, Scope, Source};

use crate::typed;
use crate::wire::{CheckedPlaceView, CheckedWhatView, SourceScopeView, SourceView};

pub(super) fn source(source: &Source) -> SourceView {
    SourceView {
        place: source.place.display().to_string(),
        line: source.line,
        masked: source.masked.clone(),
        scope: scope(source.scope),
        ours: source.ours,
        wins: source.wins,
        is_this_key: source.is_key,
        line_id: source.line_id.clone(),
    }
}

pub(super) fn scope(scope: Scope) -> SourceScopeView {
    match scope {
        Scope::Bash => SourceScopeView::Bash,
        Scope::Zsh => SourceScopeView::Zsh,
        Scope::Fish => SourceScopeView::Fish,
        Scope::Desktop => SourceScopeView::Desktop,
        Scope::WindowsUser => SourceScopeView::WindowsUser,
        Scope::Machine => SourceScopeView::Machine,
        Scope::Project => SourceScopeView::Project,
        Scope::Tool => SourceScopeView::Tool,
        Scope::Unit => SourceScopeView::Unit,
    }
}

/// What was looked at and is as it should be; nothing for what there was none of.
pub(super) fn in_order(facts: &Facts, key_is_let_in: bool) -> Vec<CheckedPlaceView> {
    let shells = facts
        .places
        .iter()
        .filter(|place| place.asked && place.finds_key == Some(true));
    let counts = [
        (CheckedWhatView::Key, usize::from(key_is_let_in)),
        (CheckedWhatView::Shells, shells.count()),
        (CheckedWhatView::Files, facts.files),
        (
            CheckedWhatView::Programs,
            facts.programs.saturating_sub(facts.old_programs.len()),
        ),
        (
            CheckedWhatView::Units,
            facts.units.saturating_sub(facts.bare_units.len()),
        ),
        (
            CheckedWhatView::Tools,
            facts.tools.saturating_sub(facts.unread.len()),
        ),
    ];
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| CheckedPlaceView {
            what,
            count: typed::count(count),
        })
        .collect()
}
