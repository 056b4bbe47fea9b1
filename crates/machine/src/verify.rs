//! Asks fresh programs what they see.

use std::path::{Path, PathBuf};
use std::time::Instant;

use secrecy::{ExposeSecret, SecretString};

use crate::destination::{Destination, destinations};
use crate::file;
use crate::foreign::{self, Look};
use crate::journal::{self, Deed, Journal, Record};
use crate::shell::Report;
use crate::store::Store;
use crate::tool;
use crate::value_file::{self, Dialect, Found};
use crate::{
    Companion, DestinationId, MachineError, Surroundings, Verification, VerificationStatus,
};

/// Asks a fresh program of each place of a change whether it sees `value`. The answers are kept in the journal.
pub fn verify(
    surroundings: &Surroundings,
    change_id: &str,
    value: &SecretString,
) -> Result<Vec<Verification>, MachineError> {
    let unknown = || MachineError::ChangeUnknown {
        id: change_id.to_owned(),
    };
    let records = journal::read_all(surroundings)?;
    let record = records
        .into_iter()
        .find(|record| record.id == change_id)
        .ok_or_else(unknown)?;
    let mut found = match tool::read_back(surroundings, &record, value)? {
        Some(found) => vec![found],
        None => observe(
            surroundings,
            &record.variable,
            &places(&record),
            Some(value),
        )?,
    };
    for Companion { name, text } in &record.companions {
        let text = SecretString::from(text.as_str());
        let beside = observe(surroundings, name, &places(&record), Some(&text))?;
        // Only the key's value is a secret.
        found.extend(beside.into_iter().map(|one| shown_whole(one, &text)));
    }
    // Read again under the lock: shells take their time, and something else may have changed meanwhile.
    let journal = Journal::open_for_notes(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    let record = records
        .iter_mut()
        .find(|record| record.id == change_id)
        .ok_or_else(unknown)?;
    record.verifications.clone_from(&found);
    journal.write(record, &())?;
    Ok(found)
}

/// A companion that is as it should be, as text.
fn shown_whole(found: Verification, text: &SecretString) -> Verification {
    let is_right = matches!(
        found.status,
        VerificationStatus::Seen | VerificationStatus::AfterLogin
    );
    Verification {
        // EXPOSE: a companion is no secret.
        found_masked: match is_right {
            true => Some(text.expose_secret().to_owned()),
            false => found.found_masked,
        },
        ..found
    }
}

/// The places of a change.
pub(crate) fn places(record: &Record) -> Vec<DestinationId> {
    let mut places: Vec<DestinationId> = Vec::new();
    for deed in &record.deeds {
        match deed {
            Deed::Value { destinations, .. } => places.extend(destinations),
            Deed::Block { destination, .. }
            | Deed::Agent { destination, .. }
            | Deed::Comment { destination, .. } => places.push(*destination),
            Deed::Setting { .. } => {}
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Asks a fresh program of each of these places what it sees in `variable`, and compares it with what is `expected`.
///
/// All are asked at the same time, so this takes as long as the slowest, and never longer than the limit.
pub fn observe(
    surroundings: &Surroundings,
    variable: &str,
    places: &[DestinationId],
    expected: Option<&SecretString>,
) -> Result<Vec<Verification>, MachineError> {
    crate::wish::check_variable(variable)?;
    let ids: Vec<DestinationId> = destinations(surroundings)
        .iter()
        .filter(|destination| destination.is_available() && places.contains(&destination.id()))
        .map(|destination| destination.id())
        .collect();
    std::thread::scope(|scope| {
        let asked: Vec<_> = ids
            .into_iter()
            .map(|id| scope.spawn(move || observe_one(surroundings, variable, id, expected)))
            .collect();
        asked
            .into_iter()
            .filter_map(|answer| answer.join().ok())
            .collect::<Result<Option<Vec<_>>, _>>()
    })
    .map(Option::unwrap_or_default)
}

fn observe_one(
    surroundings: &Surroundings,
    variable: &str,
    id: DestinationId,
    expected: Option<&SecretString>,
) -> Result<Option<Verification>, MachineError> {
    let begun = Instant::now();
    let all = destinations(surroundings);
    let Some(destination) = all.iter().find(|destination| destination.id() == id) else {
        return Ok(None);
    };
    let (program, status, found_masked) = match destination.shell() {
        Some(shell) => {
            let (status, masked) = judge(
                surroundings,
                shell.report(surroundings, variable)?,
                expected,
            );
            (shell.program.clone(), status, masked)
        }
        None if destination.dialect() == Dialect::Registry => {
            let report = registry(destination.value_file(), variable)?;
            let (status, masked) = judge(surroundings, report, expected);
            (destination.value_file().to_owned(), status, masked)
        }
        None => desktop(surroundings, destination.as_ref(), variable, expected)?,
    };
    let millis = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
    Ok(Some(Verification {
        destination: Some(id),
        variable: variable.to_owned(),
        program,
        status,
        found_masked,
        obstacle: None,
        millis,
    }))
}

fn judge(
    surroundings: &Surroundings,
    report: Report,
    expected: Option<&SecretString>,
) -> (VerificationStatus, Option<String>) {
    match report {
        Report::Value(value) => {
            let status = if is_same(&value, expected) {
                VerificationStatus::Seen
            } else {
                VerificationStatus::Other
            };
            (status, Some(surroundings.masked(&value)))
        }
        Report::Nothing => (VerificationStatus::NotSeen, None),
        Report::NoAnswer => (VerificationStatus::Failed, None),
        Report::TimedOut => (VerificationStatus::TimedOut, None),
    }
}

/// A new program gets what is in the registry at that moment, so it is read back.
fn registry(key: &Path, variable: &str) -> Result<Report, MachineError> {
    let now = Store::find(key)?.read([variable])?;
    let found = now.map(|now| value_file::find(&now.bytes, Dialect::Registry, variable));
    Ok(match found {
        Some(Found::Value(value)) => Report::Value(value),
        _ => Report::Nothing,
    })
}

/// No program of the desktop can be asked before the next login, so the files are read as they will be then.
fn desktop(
    surroundings: &Surroundings,
    destination: &dyn Destination,
    variable: &str,
    expected: Option<&SecretString>,
) -> Result<(PathBuf, VerificationStatus, Option<String>), MachineError> {
    let path = destination.value_file().to_owned();
    for also in destination
        .also_read()
        .iter()
        .rev()
        .filter(|also| also.later)
    {
        let Ok(Some(snapshot)) =
            file::resolve(&also.path).and_then(|resolved| file::read(&resolved.target))
        else {
            continue;
        };
        let look = Look {
            destination: destination.id(),
            path: &also.path,
            bytes: &snapshot.bytes,
            grammar: destination.grammar(),
            block: None,
            later: true,
            ours_to_edit: false,
        };
        if let Some(line) = foreign::find(surroundings, &look, variable).pop() {
            let masked = line
                .text
                .split_once('=')
                .map(|(_, masked)| masked.to_owned());
            return Ok((also.path.clone(), VerificationStatus::Other, masked));
        }
    }
    let Some(snapshot) = file::read(&file::resolve(&path)?.target)? else {
        return Ok((path, VerificationStatus::NotSeen, None));
    };
    Ok(
        match value_file::find(&snapshot.bytes, destination.dialect(), variable) {
            Found::Nothing => (path, VerificationStatus::NotSeen, None),
            Found::Foreign | Found::Asked(_) => (path, VerificationStatus::Other, None),
            Found::Value(value) => {
                let same = is_same(&value, expected);
                let status = if same {
                    VerificationStatus::AfterLogin
                } else {
                    VerificationStatus::Other
                };
                (path, status, Some(surroundings.masked(&value)))
            }
        },
    )
}

fn is_same(found: &SecretString, expected: Option<&SecretString>) -> bool {
    // EXPOSE: compared, nothing of either is kept.
    expected.is_some_and(|expected| expected.expose_secret() == found.expose_secret())
}
