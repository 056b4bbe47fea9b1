//! The registry of Windows: the variables of the user, which win, and those of the whole computer.

use std::path::Path;

use super::{Reading, Source};
use crate::doctor::Scope;
use crate::doctor::value::Held;
use crate::registry::RegistryKey;
use crate::registry::entry::{Entry, EntryKind, entries};

/// Adds what a key of the registry says. On other systems there is none.
pub(super) fn add(reading: &mut Reading<'_>, scope: Scope, path: &Path) {
    let Some(key) = RegistryKey::named(path).filter(|_| cfg!(windows)) else {
        return;
    };
    let beside = reading.beside.iter().map(String::as_str);
    let wanted = std::iter::once(reading.variable).chain(beside);
    let found = match key.read(wanted) {
        Ok(Some(text)) => entries(&text),
        Ok(None) => return,
        Err(error) => return reading.cannot(path, &error),
    };
    for entry in found {
        // Windows does not tell capital letters from small ones there.
        if entry.variable.eq_ignore_ascii_case(reading.variable) {
            let held = held(reading, &entry);
            reading.sources.push(Source::new(scope, path, None, held));
        } else {
            reading.add_host(scope, path, None, &entry.variable, &entry.value);
        }
    }
}

fn held(reading: &Reading<'_>, entry: &Entry) -> Held {
    if entry.kind == EntryKind::Expanded && entry.value.contains('%') {
        Held::WorkedOut
    } else {
        Held::plain(reading.surroundings, &entry.value)
    }
}
