//! Gives a key's new value to every place that holds the old one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::content::Content;
use crate::file::Privacy;
use crate::journal::{self, Deed, Journal, Record};
use crate::store::Store;
use crate::tool;
use crate::value_file::{self, Dialect};
use crate::{KeyName, MachineError, Surroundings, running, wish};

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
                running::tell(surroundings, &place, Some(&Content::Value(value.clone())));
                followed.insert(place.variable);
            }
            Ok(false) => {}
            // The old value is dead: where the new one can be written, it must be.
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let (tools, failed) = tool::follow_tools(&journal, &mut records, key, value);
    followed.extend(tools);
    refused = refused.or(failed);
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
    let Some(store) = Store::find_now(&place.path)? else {
        return Ok(false);
    };
    let Some(before) = store.read([place.variable.as_str()])? else {
        return Ok(false);
    };
    let found = value_file::find(&before.bytes, place.dialect, &place.variable);
    let Some(old) = found.ours() else {
        return Ok(false);
    };
    let Some(holder) = holder(records, &place.target, &place.variable, &old.hash()) else {
        return Ok(false);
    };
    // What goes with a key does not change with its value.
    if records[holder].key != *key || records[holder].variable != place.variable {
        return Ok(false);
    }
    let new = match old {
        // The keyring has the new value.
        Content::Asked(_) => return Ok(true),
        Content::Value(_) => Content::Value(value.clone()),
    };
    store.check_writable(Some(&before))?;
    // The journal knows the new value before the file has it, so that undo always finds its own.
    records[holder].add_hash(&place.target, &place.variable, &new.hash());
    journal.write(&records[holder], &())?;
    let after = value_file::set(Some(&before.bytes), place.dialect, &place.variable, &new);
    store.sweep();
    store.replace(&after, Some(&before), Privacy::Ours, &())?;
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

/// Every place where a standing change put something.
pub(crate) fn places(records: &[Record]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for record in records.iter().filter(|record| record.is_standing()) {
        for place in own_places(record) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

/// Every place where this change put something.
pub(crate) fn own_places(record: &Record) -> Vec<Place> {
    let place = |deed: &Deed| match deed {
        Deed::Value {
            companion,
            path,
            target,
            dialect,
            ..
        } => Some(Place {
            path: path.clone(),
            target: target.clone(),
            dialect: *dialect,
            variable: record.variable_of(companion.as_deref()).to_owned(),
        }),
        _ => None,
    };
    record.deeds.iter().filter_map(place).collect()
}

/// The hashes of everything that standing changes put into `variable` there.
pub(crate) fn known<'a>(
    records: &'a [Record],
    target: &Path,
    variable: &str,
) -> impl Iterator<Item = &'a str> {
    let standing = records.iter().filter(|record| record.is_standing());
    standing
        .flat_map(|record| record.hashes_in(target, variable))
        .map(String::as_str)
}

/// The latest standing change that put something of this hash there.
pub(crate) fn holder(
    records: &[Record],
    target: &Path,
    variable: &str,
    hash: &str,
) -> Option<usize> {
    records.iter().rposition(|record| {
        record.is_standing()
            && record
                .hashes_in(target, variable)
                .iter()
                .any(|known| known == hash)
    })
}
