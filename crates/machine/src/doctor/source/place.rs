//! What a place of this program's reads: start-up files, in the order in which the shell reads them, and our own file
//! where our block stands.

use std::path::Path;
use std::time::SystemTime;

use secrecy::ExposeSecret;

use super::{Reading, Source, fish_universal, registry};
use crate::block::{self, lines};
use crate::destination::Destination;
use crate::doctor::Scope;
use crate::doctor::value::Held;
use crate::foreign::{Grammar, Look};
use crate::journal::Record;
use crate::store::Store;
use crate::value_file::{self, Dialect, Found};

/// When our own value was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doctor) struct Settled {
    pub(in crate::doctor) scope: Scope,
    pub(in crate::doctor) at: Option<SystemTime>,
}

/// Adds the sources of a place, first read first. Answers when our own value in it was written, if it holds one.
pub(in crate::doctor) fn of_place(
    reading: &mut Reading<'_>,
    destination: &dyn Destination,
    records: &[Record],
) -> Option<Settled> {
    let scope = Scope::of(destination.id());
    if destination.dialect() == Dialect::Registry {
        return of_registry(reading, destination, records);
    }
    let grammar = destination.grammar();
    if grammar == Grammar::Fish {
        fish_universal::add(reading);
    }
    let (later, earlier): (Vec<_>, Vec<_>) = destination
        .also_read()
        .into_iter()
        .partition(|also| also.later);
    for also in &earlier {
        reading.add_also(scope, also, grammar);
    }
    let mut settled = None;
    match destination.start_up_file() {
        None => settled = own_value(reading, destination, records),
        Some(path) => {
            if let Some(snapshot) = reading.read(path) {
                let found = block::find(&snapshot.bytes).ok().flatten();
                let look = Look {
                    destination: destination.id(),
                    path,
                    bytes: &snapshot.bytes,
                    grammar,
                    block: found.as_ref(),
                    later: false,
                    ours_to_edit: true,
                };
                let at = found.as_ref().map_or(u32::MAX, |block| block.line);
                reading.add_look(scope, &look, |line| line < at);
                if found.is_some() {
                    settled = own_value(reading, destination, records);
                }
                reading.add_look(scope, &look, |line| line >= at);
            }
        }
    }
    for also in &later {
        reading.add_also(scope, also, grammar);
    }
    settled
}

/// The registry holds our value beside those of others; each variable is there once.
fn of_registry(
    reading: &mut Reading<'_>,
    destination: &dyn Destination,
    records: &[Record],
) -> Option<Settled> {
    let (scope, key) = (Scope::of(destination.id()), destination.value_file());
    let first = reading.sources.len();
    registry::add(reading, scope, key);
    let source = reading.sources.get_mut(first)?;
    source.ours = is_ours(records, key, reading.variable);
    // The registry does not say when a value was written.
    source.ours.then_some(Settled { scope, at: None })
}

fn is_ours(records: &[Record], target: &Path, variable: &str) -> bool {
    records
        .iter()
        .any(|record| record.is_standing() && record.has_set(target, variable))
}

/// Adds what our own file of the place holds.
fn own_value(
    reading: &mut Reading<'_>,
    destination: &dyn Destination,
    records: &[Record],
) -> Option<Settled> {
    let path = destination.value_file();
    let snapshot = reading.read_values(path)?;
    let scope = Scope::of(destination.id());
    let look = Look {
        destination: destination.id(),
        path,
        bytes: &snapshot.bytes,
        grammar: destination.grammar(),
        block: None,
        later: false,
        ours_to_edit: false,
    };
    reading.add_hosts(scope, &look, |_| true);
    let dialect = destination.dialect();
    let line = (1u32..)
        .zip(lines(&snapshot.bytes))
        .filter(|(_, span)| dialect.sets(reading.variable, &snapshot.bytes[span.clone()]))
        .last()
        .map(|(line, _)| line);
    // Our own writing is read exactly, whatever letters the value has.
    let held = match value_file::find(&snapshot.bytes, dialect, reading.variable) {
        Found::Nothing => return None,
        // EXPOSE: hashed and masked at once.
        Found::Value(value) => Held::plain(reading.surroundings, value.expose_secret()),
        Found::Asked(_) => Held::WorkedOut,
        Found::Foreign => {
            reading.add_settings(scope, &look, |found| Some(found) == line);
            return None;
        }
    };
    let mut source = Source::new(scope, path, line, held);
    let target = Store::find(path).ok()?.target;
    source.ours = is_ours(records, &target, reading.variable);
    let at = path.metadata().and_then(|found| found.modified()).ok();
    let settled = source.ours.then_some(Settled { scope, at });
    reading.sources.push(source);
    settled
}
