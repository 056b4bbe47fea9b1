//! The look itself: running programs first, then files, then fresh shells, which are asked side by side.

use std::path::PathBuf;

use jiff::Timestamp;
use secrecy::SecretString;

use super::program::{Process, Seen, Since, old_programs, running, under_sudo};
use super::source::{Reading, Settled, Source, machine_wide, of_folders, of_place, of_tools};
use super::unit::{Inherited, look_through};
use super::value::Held;
use super::{Facts, HostSetting, Place, Question, Scope, Unreadable, UnreadableWhy};
use crate::destination::{Destination, destinations};
use crate::shell::Report;
use crate::{MachineError, Surroundings, journal, value_file, wish};

/// Looks for everything that could keep a program from seeing the key in this variable. Writes nothing.
///
/// It takes as long as the slowest shell, and never longer than the limit in [`Surroundings::shell_time_limit`].
///
/// # Errors
/// [`MachineError::VariableName`] and [`MachineError::VariableReserved`], [`MachineError::NoRandomness`], and what is wrong
/// with the journal. What else cannot be looked at is among the [`Facts`].
pub fn look(surroundings: &Surroundings, question: &Question) -> Result<Facts, MachineError> {
    wish::check_variable(&question.variable)?;
    let variable = question.variable.as_str();
    let hash = value_file::hash(&question.value);
    // Before the shells, which would be seen among the programs.
    let processes = running(surroundings, variable);

    let mut reading = Reading::new(surroundings, variable, &question.beside);
    let records = journal::read_all(surroundings)?;
    machine_wide(&mut reading);
    let all = destinations(surroundings);
    let settled: Vec<Settled> = all
        .iter()
        .filter_map(|place| of_place(&mut reading, place.as_ref(), &records))
        .collect();
    // A shell that nobody uses is not asked: it would make its folders.
    let all: Vec<_> = all
        .into_iter()
        .filter(|place| {
            let scope = Scope::of(place.id());
            place.is_recommended() || reading.sources.iter().any(|source| source.scope == scope)
        })
        .collect();
    let reports = ask(surroundings, &all, variable)?;
    let places = judge_places(&mut reading, &all, reports, &hash);

    of_folders(&mut reading, &question.folders);
    let tools = of_tools(&mut reading, &question.folders, &records);
    let has_key = |scope: Scope| {
        let mut found = places.iter().filter(|place| place.scope == scope);
        found.any(|place| place.finds_key == Some(true))
    };
    let inherited = Inherited {
        by_user_manager: has_key(Scope::Desktop),
        by_supervisord: processes.iter().any(|process| {
            process.holds(&hash) && process.names.iter().any(|name| name == "supervisord")
        }),
    };
    let units = look_through(&mut reading, &question.folders, inherited);

    for source in &mut reading.sources {
        source.is_key = source.held.has_hash(&hash)
            // What is worked out is the key where the shell that read it found the key.
            || (source.held == Held::WorkedOut && source.wins && has_key(source.scope));
    }
    let since = since(&reading.sources, &settled);
    let own = surroundings.environment.get(variable);
    Ok(Facts {
        runs_somewhere: own.is_some_and(|value| !value.is_empty())
            || processes
                .iter()
                .any(|process| matches!(process.environment, Seen::Value(_))),
        old_programs: old_programs(&processes, &hash, &since),
        sudo_programs: under_sudo(&processes),
        programs: readable(&processes),
        bare_units: units.bare,
        units: units.count,
        files: reading.files,
        tools,
        hosts: winning_hosts(reading.hosts),
        sources: in_order(reading.sources),
        unread: reading.unread,
        unreadable: reading.unreadable,
        places,
    })
}

fn readable(processes: &[Process]) -> usize {
    processes
        .iter()
        .filter(|process| process.environment != Seen::Hidden)
        .count()
}

/// What each shell says, side by side. None for a place that no shell can be asked about.
fn ask(
    surroundings: &Surroundings,
    all: &[Box<dyn Destination>],
    variable: &str,
) -> Result<Vec<Option<(PathBuf, Report)>>, MachineError> {
    std::thread::scope(|scope| {
        let asked: Vec<_> = all
            .iter()
            .map(|place| {
                let shell = place.shell().cloned();
                scope.spawn(move || {
                    let Some(shell) = shell else { return Ok(None) };
                    let report = shell.report(surroundings, variable)?;
                    Ok(Some((shell.program, report)))
                })
            })
            .collect();
        asked
            .into_iter()
            .map(|answer| answer.join().unwrap_or(Ok(None)))
            .collect()
    })
}

/// Marks who wins in each scope, and says what new programs find there.
fn judge_places(
    reading: &mut Reading<'_>,
    all: &[Box<dyn Destination>],
    reports: Vec<Option<(PathBuf, Report)>>,
    hash: &str,
) -> Vec<Place> {
    let mut places = Vec::new();
    mark_last(&mut reading.sources, Scope::Machine);
    let inherited = reading
        .sources
        .iter()
        .find(|source| source.scope == Scope::Machine && source.wins)
        .map(|source| source.held.clone());
    for (place, report) in all.iter().zip(reports) {
        if !place.is_available() {
            continue;
        }
        let scope = Scope::of(place.id());
        let mut asked = false;
        let mut found = match report {
            Some((program, Report::Value(value))) => {
                asked = true;
                Some(mark_seen(reading, scope, program, &value))
            }
            Some((_, Report::Nothing)) => {
                asked = true;
                None
            }
            Some((program, report)) => {
                let why = match report {
                    Report::TimedOut => UnreadableWhy::TimedOut,
                    _ => UnreadableWhy::NoAnswer,
                };
                reading.unreadable.push(Unreadable {
                    place: program,
                    why,
                });
                mark_last(&mut reading.sources, scope)
            }
            None => mark_last(&mut reading.sources, scope),
        };
        // Where nothing else sets it, what everybody gets at login is handed on.
        found = found.or_else(|| inherited.clone());
        places.push(Place {
            scope,
            is_recommended: place.is_recommended(),
            asked,
            finds_key: found.map(|held| held.has_hash(hash)),
        });
    }
    places
}

/// The last that is read counts.
fn mark_last(sources: &mut [Source], scope: Scope) -> Option<Held> {
    let last = sources.iter_mut().rfind(|source| source.scope == scope)?;
    last.wins = true;
    Some(last.held.clone())
}

/// Marks the source that explains what a shell found; without one, the shell itself is it.
fn mark_seen(
    reading: &mut Reading<'_>,
    scope: Scope,
    program: PathBuf,
    value: &SecretString,
) -> Held {
    use secrecy::ExposeSecret;
    // EXPOSE: hashed and masked at once.
    let seen = Held::plain(reading.surroundings, value.expose_secret());
    let of_scope = |source: &&mut Source| source.scope == scope;
    let same = reading
        .sources
        .iter_mut()
        .filter(of_scope)
        .rfind(|source| source.held == seen);
    if let Some(source) = same {
        source.wins = true;
        return seen;
    }
    // A file of the whole computer, which this shell reads too.
    let everybodys = |source: &Source| source.scope == Scope::Machine && source.held == seen;
    if reading.sources.iter().any(everybodys) {
        return seen;
    }
    let worked_out = reading
        .sources
        .iter_mut()
        .filter(of_scope)
        .rfind(|source| source.held == Held::WorkedOut);
    if let Some(source) = worked_out {
        source.wins = true;
        source.masked = seen.masked().map(ToOwned::to_owned);
        return seen;
    }
    let mut source = Source::new(scope, &program, None, seen.clone());
    source.wins = true;
    reading.sources.push(source);
    seen
}

/// When this program wrote the key where it counts.
fn since(sources: &[Source], settled: &[Settled]) -> Since {
    let mut since = Since::default();
    for settled in settled {
        let counts = |source: &Source| {
            source.scope == settled.scope && source.ours && source.wins && source.is_key
        };
        let at = settled.at.and_then(|at| Timestamp::try_from(at).ok());
        if let Some(at) = at.filter(|_| sources.iter().any(counts)) {
            since.in_scopes.insert(settled.scope, at);
        }
    }
    since
}

/// Scope by scope; in each the winner, then the others from the one read last.
fn in_order(mut sources: Vec<Source>) -> Vec<Source> {
    sources.reverse();
    sources.sort_by_key(|source| (source.scope, !source.wins));
    sources
}

/// Of each variable in each scope the one that is read last; in tools and projects all of them.
fn winning_hosts(hosts: Vec<HostSetting>) -> Vec<HostSetting> {
    let mut winning: Vec<HostSetting> = Vec::new();
    for host in hosts {
        if !host.scope.is_many() {
            winning.retain(|other| other.scope != host.scope || other.variable != host.variable);
        }
        winning.push(host);
    }
    winning
}
