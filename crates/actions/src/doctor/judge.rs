//! What is wrong about the facts, the gravest first: what stops every program, then what stops those of one place, then
//! single tools, programs and units, and last what could not be looked at.

use machine::doctor::{
    BareUnit, Facts, OldProgram, Place, ProgramKind, Scope, Source, UnreadSettings,
};

use super::view;
use crate::failure::Failure;
use crate::tools;
use crate::wire::{FindingView, NotLookedAtView, ServiceManagerView};

/// Everything that is wrong.
pub(super) fn findings(
    variable: &str,
    facts: &Facts,
    wrong_hosts: Vec<FindingView>,
    refused: Option<Failure>,
) -> Vec<FindingView> {
    let (no, unasked): (Option<Failure>, Option<Failure>) = match refused {
        Some(failure) if is_no(&failure) => (Some(failure), None),
        other => (None, other),
    };
    let is_refused = no.is_some();
    let key = |failure| FindingView::KeyRefused { failure };
    let mut all: Vec<FindingView> = no.map(key).into_iter().collect();
    all.extend(sources(facts));
    all.extend(wrong_hosts);
    all.extend(missing(variable, facts, is_refused));
    all.extend(facts.unread.iter().map(settings_not_read));
    all.extend(facts.old_programs.iter().map(old_program));
    all.extend(facts.sudo_programs.iter().map(|program| {
        let line = format!("sudo --preserve-env={variable} {}", program.name);
        FindingView::SudoDropsIt { line }
    }));
    all.extend(facts.bare_units.iter().map(unit));
    all.extend(unasked.map(key));
    all.extend(facts.unreadable.iter().map(|gap| FindingView::NotLookedAt {
        place: gap.place.display().to_string(),
        why: match &gap.why {
            machine::doctor::UnreadableWhy::System(said) => {
                NotLookedAtView::System { said: said.clone() }
            }
            machine::doctor::UnreadableWhy::NoAnswer => NotLookedAtView::NoAnswer,
            machine::doctor::UnreadableWhy::TimedOut => NotLookedAtView::TimedOut,
        },
    }));
    all
}

/// The service said no to the key; anything else says only that it could not be asked.
fn is_no(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::KeyRefused { .. }
            | Failure::AddressNotAllowed { .. }
            | Failure::KeyNotFound { .. }
    )
}

/// Sources that win with something else than the key.
fn sources(facts: &Facts) -> Vec<FindingView> {
    let mut told: Vec<&Source> = Vec::new();
    let (mut wins, mut other): (Vec<FindingView>, Vec<FindingView>) = (Vec::new(), Vec::new());
    let wrong = facts
        .sources
        .iter()
        .filter(|source| source.wins && !source.is_key && source.masked.is_some());
    for source in wrong {
        if source.scope == Scope::Machine && !is_inherited(facts) {
            continue;
        }
        // Two shells may read one file.
        let same = |one: &&&Source| one.place == source.place && one.line == source.line;
        if told.iter().any(|one| same(&one)) {
            continue;
        }
        told.push(source);
        let is_single = !matches!(source.scope, Scope::Project | Scope::Tool | Scope::Unit);
        let loses = facts.sources.iter().any(|loser| {
            loser.scope == source.scope && !loser.wins && (loser.ours || loser.is_key)
        });
        let view = view::source(source);
        if is_single && loses && !source.ours {
            wins.push(FindingView::AnotherWins { source: view });
        } else {
            other.push(FindingView::OtherKey { source: view });
        }
    }
    wins.extend(other);
    wins
}

/// Whether some place has nothing of its own, so that what counts for everybody counts there.
fn is_inherited(facts: &Facts) -> bool {
    facts.places.iter().any(|place| {
        place.finds_key == Some(false)
            && facts
                .sources
                .iter()
                .all(|source| source.scope != place.scope)
    })
}

/// Places where new programs find nothing. Of a key that is refused nothing is printed, so that finding nothing where this
/// program set it is no other trouble than that.
fn missing(variable: &str, facts: &Facts, is_refused: bool) -> Option<FindingView> {
    let variable = variable.to_owned();
    let is_set_by_us = |scope: Scope| {
        let mut ours = facts.sources.iter().filter(|source| source.ours);
        ours.any(|source| source.scope == scope)
    };
    let finds_nothing =
        |place: &&Place| place.finds_key.is_none() && !(is_refused && is_set_by_us(place.scope));
    let is_nowhere = facts.places.iter().all(|place| finds_nothing(&place));
    if is_nowhere && facts.runs_somewhere {
        return Some(FindingView::TemporaryOnly { variable });
    }
    let missing: Vec<_> = facts
        .places
        .iter()
        .filter(|place| place.is_recommended)
        .filter(finds_nothing)
        .map(|place| view::scope(place.scope))
        .collect();
    (is_nowhere || !missing.is_empty()).then_some(FindingView::NotSet {
        variable,
        scopes: missing,
    })
}

fn settings_not_read(unread: &UnreadSettings) -> FindingView {
    FindingView::SettingsNotRead {
        tool: tools::name(tools::wire_id(unread.tool)).to_owned(),
        place: unread.place.display().to_string(),
        line: unread.obstacle.line,
        what: tools::obstacle_kind(unread.obstacle.kind),
    }
}

fn old_program(program: &OldProgram) -> FindingView {
    FindingView::StartedBefore {
        program: program.name.clone(),
        pid: program.pid,
        holds_masked: program.holds_masked.clone(),
        is_terminal: matches!(
            program.kind,
            ProgramKind::Shell | ProgramKind::Terminal | ProgramKind::Editor
        ),
    }
}

fn unit(unit: &BareUnit) -> FindingView {
    FindingView::UnitWithout {
        unit: unit.unit.clone(),
        path: unit.path.display().to_string(),
        manager: match unit.manager {
            machine::doctor::ServiceManager::SystemdUser => ServiceManagerView::SystemdUser,
            machine::doctor::ServiceManager::SystemdSystem => ServiceManagerView::SystemdSystem,
            machine::doctor::ServiceManager::Supervisord => ServiceManagerView::Supervisord,
        },
        line: unit.line.clone(),
    }
}
