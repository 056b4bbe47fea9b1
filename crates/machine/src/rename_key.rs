//! Writes down that a key has another name from now on.

use secrecy::SecretString;

use crate::content::Content;
use crate::file::Privacy;
use crate::follow::{self, Place, holder};
use crate::journal::{self, Deed, Journal, Record};
use crate::store::Store;
use crate::{KeyName, MachineError, Surroundings, tool, value_file};

/// The journal calls the key `to` wherever it called it `from`, in changes that were undone too, and our own lines that ask for
/// it ask for `to`. It is one key, so no other file is written. Begun again after an interruption, it goes on.
pub fn rename_key(
    surroundings: &Surroundings,
    from: &KeyName,
    to: &KeyName,
) -> Result<(), MachineError> {
    let journal = Journal::open(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    for record in &mut records {
        let before = record.clone();
        for name in std::iter::once(&mut record.key).chain(&mut record.moved_from) {
            if name == from {
                name.clone_from(to);
            }
        }
        if *record != before {
            know_the_line(record);
            journal.write(record, &())?;
        }
    }
    for place in follow::places(&records) {
        rename_in(&records, &place, to)?;
    }
    tool::rename_in_tools(&records, to)
}

/// The journal knows the line before a file has it.
fn know_the_line(record: &mut Record) {
    tool::know_contents(record, None);
    let (method, key) = (record.method.clone(), record.key.clone());
    for deed in &mut record.deeds {
        if let Deed::Value {
            companion: None,
            dialect,
            hashes,
            ..
        } = deed
            && let Content::Asked(ask) =
                Content::of_key(*dialect, &method, &key, &SecretString::default())
        {
            let hash = Content::Asked(ask).hash();
            if !hashes.contains(&hash) {
                hashes.push(hash);
            }
        }
    }
}

/// The line in one place, if it is ours and about this key.
fn rename_in(records: &[Record], place: &Place, to: &KeyName) -> Result<(), MachineError> {
    let Some(store) = Store::find_now(&place.path)? else {
        return Ok(());
    };
    let Some(before) = store.read([place.variable.as_str()])? else {
        return Ok(());
    };
    let found = value_file::find(&before.bytes, place.dialect, &place.variable).ours();
    let Some(old @ Content::Asked(_)) = found else {
        return Ok(());
    };
    let holder = holder(records, &place.target, &place.variable, &old.hash());
    let Some(record) = holder
        .map(|holder| &records[holder])
        .filter(|record| record.key == *to)
    else {
        return Ok(());
    };
    let new = Content::of_key(place.dialect, &record.method, to, &SecretString::default());
    if !matches!(new, Content::Asked(_)) || new.hash() == old.hash() {
        return Ok(());
    }
    store.check_writable(Some(&before))?;
    let after = value_file::set(Some(&before.bytes), place.dialect, &place.variable, &new);
    store.sweep();
    store.replace(&after, Some(&before), Privacy::Ours, &())
}
