//! Gives a key's new value to every place that holds the old one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use secrecy::SecretString;

use crate::file::{self, Privacy};
use crate::journal::{self, Deed, Journal, Record};
use crate::value_file::{self, Dialect, Found};
use crate::{KeyName, MachineError, Surroundings, wish};

/// After a reset: our own files that hold a value of `key` get the new one. Returns the variables.
///
/// Start-up files are not touched, and neither is a value that somebody wrote into our file.
pub fn follow(
    surroundings: &Surroundings,
    key: &KeyName,
    masked: &str,
    value: &SecretString,
) -> Result<Vec<String>, MachineError> {
    wish::check_value(value)?;
    let journal = Journal::open(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    let mut followed = BTreeSet::new();
    for (target, dialect, variable) in places(&records) {
        let Some(before) = file::read(&target)? else {
            continue;
        };
        let Found::Value(old) = value_file::find(&before.bytes, dialect, &variable) else {
            continue;
        };
        let Some(holder) = holder(&records, &target, &variable, &value_file::hash(&old)) else {
            continue;
        };
        if records[holder].key != *key {
            continue;
        }
        before.check_replaceable(&target)?;
        // The journal knows the new value before the file has it, so that undo always finds its own.
        records[holder].add_hash(&target, &value_file::hash(value));
        journal.write(&records[holder], &())?;
        let after = value_file::set(Some(&before.bytes), dialect, &variable, value);
        file::sweep(&target);
        file::replace(&target, &after, Some(&before), Privacy::Ours, &())?;
        followed.insert(variable);
    }
    for record in records
        .iter_mut()
        .filter(|record| record.is_standing() && record.key == *key)
    {
        if record.masked != masked {
            record.masked = masked.to_owned();
            journal.write(record, &())?;
        }
    }
    Ok(followed.into_iter().collect())
}

/// Every place where a standing change put a value.
fn places(records: &[Record]) -> Vec<(PathBuf, Dialect, String)> {
    let mut places: Vec<(PathBuf, Dialect, String)> = Vec::new();
    for record in records.iter().filter(|record| record.is_standing()) {
        for deed in &record.deeds {
            let Deed::Value {
                target, dialect, ..
            } = deed
            else {
                continue;
            };
            let place = (target.clone(), *dialect, record.variable.clone());
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

/// The latest standing change that put a value of this hash there.
pub(crate) fn holder(
    records: &[Record],
    target: &PathBuf,
    variable: &str,
    hash: &str,
) -> Option<usize> {
    records.iter().rposition(|record| {
        record.is_standing()
            && record.variable == variable
            && record.hashes_in(target).iter().any(|known| known == hash)
    })
}
