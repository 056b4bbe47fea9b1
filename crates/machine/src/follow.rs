//! Gives a key's new value to every place that holds the old one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use secrecy::SecretString;

use crate::file::{self, Privacy, Resolved};
use crate::journal::{self, Deed, Journal, Record};
use crate::value_file::{self, Dialect, Found};
use crate::{KeyName, MachineError, Surroundings, wish};

/// After a reset: our own files that hold a value of `key` get the new one. Returns the variables.
///
/// Start-up files are not touched, and neither is a value that somebody wrote into our file. A place that cannot be
/// written does not keep the others from it; the first of them is the error.
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
    let mut refused = None;
    for place in places(&records) {
        match follow_in(&journal, &mut records, &place, key, value) {
            Ok(true) => {
                followed.insert(place.variable);
            }
            Ok(false) => {}
            // The old value is dead: where the new one can be written, it must be.
            Err(error) => refused = refused.or(Some(error)),
        }
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
    match refused {
        Some(error) => Err(error),
        None => Ok(followed.into_iter().collect()),
    }
}

/// The same in one place. Whether it held the key.
fn follow_in(
    journal: &Journal,
    records: &mut [Record],
    place: &Place,
    key: &KeyName,
    value: &SecretString,
) -> Result<bool, MachineError> {
    let Some(Resolved { target: file, .. }) = file::resolve_now(&place.path)? else {
        return Ok(false);
    };
    let Some(before) = file::read(&file)? else {
        return Ok(false);
    };
    let Found::Value(old) = value_file::find(&before.bytes, place.dialect, &place.variable) else {
        return Ok(false);
    };
    let old = value_file::hash(&old);
    let Some(holder) = holder(records, &place.target, &place.variable, &old) else {
        return Ok(false);
    };
    if records[holder].key != *key {
        return Ok(false);
    }
    before.check_replaceable(&file)?;
    // The journal knows the new value before the file has it, so that undo always finds its own.
    records[holder].add_hash(&place.target, &value_file::hash(value));
    journal.write(&records[holder], &())?;
    let after = value_file::set(Some(&before.bytes), place.dialect, &place.variable, value);
    file::sweep(&file);
    file::replace(&file, &after, Some(&before), Privacy::Ours, &())?;
    Ok(true)
}

/// Where a value was put.
#[derive(PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    pub(crate) target: PathBuf,
    pub(crate) dialect: Dialect,
    pub(crate) variable: String,
}

/// Every place where a standing change put a value.
pub(crate) fn places(records: &[Record]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for record in records.iter().filter(|record| record.is_standing()) {
        for deed in &record.deeds {
            let Deed::Value {
                path,
                target,
                dialect,
                ..
            } = deed
            else {
                continue;
            };
            let place = Place {
                path: path.clone(),
                target: target.clone(),
                dialect: *dialect,
                variable: record.variable.clone(),
            };
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
