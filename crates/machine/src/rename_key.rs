//! Writes down that a key has another name from now on.

use crate::journal::{self, Journal};
use crate::{KeyName, MachineError, Surroundings};

/// The journal calls the key `to` wherever it called it `from`, in changes that were undone too. It is one key, so no file
/// but the journal's is written. Begun again after an interruption, it goes on.
pub fn rename_key(
    surroundings: &Surroundings,
    from: &KeyName,
    to: &KeyName,
) -> Result<(), MachineError> {
    let journal = Journal::open(surroundings)?;
    for mut record in journal::read_all(surroundings)? {
        let (key, moved_from) = (record.key.clone(), record.moved_from.clone());
        for name in std::iter::once(&mut record.key).chain(&mut record.moved_from) {
            if name == from {
                name.clone_from(to);
            }
        }
        if (key, moved_from) != (record.key.clone(), record.moved_from.clone()) {
            journal.write(&record, &())?;
        }
    }
    Ok(())
}
