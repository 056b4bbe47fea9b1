//! Gives another key to every place that holds this one, and back again.
//!
//! The changes stay what they are: a move is no change of its own, it only says which key they are about. So undoing a
//! change puts back what was there before it, whatever was moved since.

use std::collections::BTreeSet;

use secrecy::SecretString;

use crate::content::Content;
use crate::file::Privacy;
use crate::follow::{self, Place, holder};
use crate::journal::{self, Journal, Record};
use crate::store::Store;
use crate::tool;
use crate::value_file;
use crate::{KeyName, MachineError, Steps, Surroundings, running, wish};

/// What a move has come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// The changes that are about the other key now, this and earlier runs of the same move taken together.
    pub changes: Vec<String>,
    /// The variables of them in which the other key is, and the names of the tools in whose settings it is.
    pub variables: Vec<String>,
}

/// Every standing change that is about `from` is about `to` from now on, and our own files that hold its value get
/// `value`, those that ask for it ask for `to`. Begun again after an interruption, it goes on; with the keys exchanged and the old value, it takes itself back.
///
/// Start-up files are not touched, and neither is a value that somebody wrote into our file. A place that cannot be
/// written does not keep the others from it; the first of them is the error, and the next run tries it again.
pub fn move_places(
    surroundings: &Surroundings,
    from: &KeyName,
    to: &KeyName,
    masked: &str,
    value: &SecretString,
    steps: &dyn Steps,
) -> Result<Moved, MachineError> {
    wish::check_value(value)?;
    let journal = Journal::open(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    // The journal knows the new value before any file has it, so that undo and a second run always find their own.
    for record in &mut records {
        if record.is_standing() && record.key == *from {
            record.move_to(to, masked, value);
            journal.write(record, steps)?;
            steps.reached("a change was moved");
        }
    }
    let mut variables = BTreeSet::new();
    let mut refused = None;
    for place in follow::places(&records) {
        match move_one(&records, &place, (from, to), value, steps) {
            Ok(true) => {
                running::tell(surroundings, &place, Some(&Content::Value(value.clone())));
                variables.insert(place.variable);
            }
            Ok(false) => {}
            // Where the other key can be written, it must be: this one may be refused soon.
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    let (tools, failed) = tool::move_tools(&mut records, (from, to), value, steps);
    variables.extend(tools);
    if let Some(error) = refused.or(failed) {
        return Err(error);
    }
    let moved = records
        .iter()
        .filter(|record| record.is_standing() && record.was_moved(from, to));
    Ok(Moved {
        changes: moved.map(|record| record.id.clone()).collect(),
        variables: variables.into_iter().collect(),
    })
}

/// The same in one place. Whether the other key is in it now.
fn move_one(
    records: &[Record],
    place: &Place,
    (from, to): (&KeyName, &KeyName),
    value: &SecretString,
    steps: &dyn Steps,
) -> Result<bool, MachineError> {
    let Some(store) = Store::find_now(&place.path)? else {
        return Ok(false);
    };
    // What an interrupted run left beside it has a value in it.
    store.sweep();
    let Some(before) = store.read([place.variable.as_str()])? else {
        return Ok(false);
    };
    let found = value_file::find(&before.bytes, place.dialect, &place.variable);
    let Some(old) = found.ours().map(|old| old.hash()) else {
        return Ok(false);
    };
    let holder = holder(records, &place.target, &place.variable, &old);
    let ours = holder
        .map(|holder| &records[holder])
        .filter(|record| record.was_moved(from, to) && record.variable == place.variable);
    let Some(new) = ours.and_then(|ours| ours.content(place.dialect, &place.variable, value))
    else {
        return Ok(false);
    };
    if old == new.hash() {
        return Ok(true);
    }
    store.check_writable(Some(&before))?;
    let after = value_file::set(Some(&before.bytes), place.dialect, &place.variable, &new);
    store.replace(&after, Some(&before), Privacy::Ours, steps)?;
    steps.reached("a place was moved");
    Ok(true)
}
