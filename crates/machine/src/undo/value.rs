//! The part of undo that is about our own files.

use std::path::Path;

use secrecy::SecretString;

use super::{Earlier, Work};
use crate::content::Content;
use crate::file::{self, Privacy, Resolved, Snapshot};
use crate::follow::{self, Place, holder};
use crate::journal::{Deed, Stage};
use crate::store::Store;
use crate::value_file::{self, Dialect, Found};
use crate::{MachineError, Method, running};

impl Work<'_> {
    /// Puts the earlier value back, or takes the variable out, if the file still holds the value of this change.
    pub(super) fn take_value(&mut self, index: usize, place: &Place) -> Result<(), MachineError> {
        let Place {
            path,
            target,
            dialect,
            variable,
        } = place;
        let Some(store) = Store::find_now(path)? else {
            return Ok(());
        };
        let Some(before) = store.read([variable.as_str()])? else {
            return Ok(());
        };
        let found = match value_file::find(&before.bytes, *dialect, variable) {
            Found::Nothing => return Ok(()),
            found => found.ours().map(|content| content.hash()),
        };
        let holder = found.and_then(|hash| holder(&self.records, target, variable, &hash));
        match holder {
            None => {
                self.leave(path)?;
                return self.take_hidden(index, place, &store, &before);
            }
            // A later change put its value there, or an earlier one's is back already.
            Some(other) if other != index => {
                self.hand_over_before(index, other, place)?;
                return self.take_hidden(index, place, &store, &before);
            }
            Some(_) => {}
        }
        let restored = match self.before_of(index, target, variable) {
            Some(_) => None,
            None => self.earlier_content(index, place)?,
        };
        store.check_writable(Some(&before))?;
        let hashes = self.records[index].hashes_in(target, variable);
        let without = value_file::unset(&before.bytes, *dialect, variable, hashes);
        let after = match &restored {
            // It was hidden behind a line of somebody's when ours came after that, and is there still.
            Some(content)
                if value_file::has_any(&without, *dialect, variable, &[content.hash()]) =>
            {
                without
            }
            Some(content) => value_file::set(Some(&before.bytes), *dialect, variable, content),
            None => self.with_before(index, place, without)?,
        };
        if value_file::is_bare(&after) {
            store.remove(&before)?;
        } else {
            store.replace(&after, Some(&before), Privacy::Ours, self.steps)?;
        }
        self.steps.reached("a value was taken back");
        running::tell(self.surroundings, place, restored.as_ref());
        Ok(())
    }

    /// Takes out lines of this change that have no effect, because somebody's, or a later change's, comes after them.
    fn take_hidden(
        &mut self,
        index: usize,
        place: &Place,
        store: &Store,
        before: &Snapshot,
    ) -> Result<(), MachineError> {
        let Place {
            target,
            dialect,
            variable,
            ..
        } = place;
        if *dialect == Dialect::Registry {
            return Ok(());
        }
        let is_of_another = |hash: &String| {
            self.others(index)
                .any(|other| other.hashes_in(target, variable).contains(hash))
        };
        let mut hashes = self.records[index].hashes_in(target, variable).to_vec();
        hashes.retain(|hash| !is_of_another(hash));
        let after = value_file::unset(&before.bytes, *dialect, variable, &hashes);
        if *after != *before.bytes {
            store.check_writable(Some(before))?;
            store.replace(&after, Some(before), Privacy::Ours, self.steps)?;
            self.steps.reached("a hidden value was taken out");
        }
        Ok(())
    }

    /// The file may have been written by whoever was killed before what runs already was told.
    pub(super) fn tell_again(&self, place: &Place) -> Result<(), MachineError> {
        let now = match Store::find_now(&place.path)? {
            Some(store) => store.read([place.variable.as_str()])?,
            None => None,
        };
        let found = match &now {
            Some(now) => value_file::find(&now.bytes, place.dialect, &place.variable),
            None => Found::Nothing,
        };
        match found {
            Found::Foreign => {}
            found => running::tell(self.surroundings, place, found.ours().as_ref()),
        }
        Ok(())
    }

    /// What the latest earlier change that stands had put there. A change whose key is gone cannot come back into effect, so
    /// it is taken back too, and the next is asked.
    fn earlier_content(
        &mut self,
        index: usize,
        place: &Place,
    ) -> Result<Option<Content>, MachineError> {
        let Place {
            target,
            dialect,
            variable,
            ..
        } = place;
        while let Some(other) = self.earlier_change(index, target, variable) {
            let value = match (self.earlier)(&self.records[other].key) {
                Earlier::Value(value) => value,
                Earlier::Gone => {
                    self.take_back(other)?;
                    self.also.push(other);
                    continue;
                }
                Earlier::Unavailable if self.needs_value(other, *dialect, variable) => {
                    return Err(self.unavailable(other));
                }
                // It is not written.
                Earlier::Unavailable => SecretString::default(),
            };
            let Some(content) = self.records[other].content(*dialect, variable, &value) else {
                return Ok(None);
            };
            // The key may have been reset since. The journal knows the value before the file has it.
            if self.records[other].add_hash(target, variable, &content.hash()) {
                self.journal.write(&self.records[other], self.steps)?;
            }
            return Ok(Some(content));
        }
        Ok(None)
    }

    /// Whether a change puts the key's value itself there.
    fn needs_value(&self, index: usize, dialect: Dialect, variable: &str) -> bool {
        let record = &self.records[index];
        let asks = matches!(record.method, Method::Keyring { .. }) && dialect.can_ask();
        record.variable == variable && !asks
    }

    /// Refuses before anything is written if an earlier value is needed and cannot be asked for now.
    pub(super) fn check_earlier(&self, index: usize) -> Result<(), MachineError> {
        let record = &self.records[index];
        for place in follow::own_places(record) {
            let Place {
                path,
                target,
                dialect,
                variable,
            } = &place;
            let Some(store) = Store::find_now(path)? else {
                continue;
            };
            let Some(before) = store.read([variable.as_str()])? else {
                continue;
            };
            let Some(found) = value_file::find(&before.bytes, *dialect, variable).ours() else {
                continue;
            };
            if holder(&self.records, target, variable, &found.hash()) != Some(index) {
                continue;
            }
            if self.before_of(index, target, variable).is_some() {
                continue;
            }
            let mut at = index;
            while let Some(other) = self.earlier_change(at, target, variable) {
                match (self.earlier)(&self.records[other].key) {
                    Earlier::Gone => at = other,
                    Earlier::Unavailable if self.needs_value(other, *dialect, variable) => {
                        return Err(self.unavailable(other));
                    }
                    Earlier::Value(_) | Earlier::Unavailable => break,
                }
            }
        }
        Ok(())
    }

    pub(super) fn unavailable(&self, index: usize) -> MachineError {
        MachineError::EarlierUnavailable {
            key: self.records[index].key.clone(),
        }
    }

    fn earlier_change(&self, index: usize, target: &Path, variable: &str) -> Option<usize> {
        (0..index).rev().find(|at| {
            let record = &self.records[*at];
            record.stage == Stage::Active && record.has_set(target, variable)
        })
    }

    pub(super) fn leave(&mut self, path: &Path) -> Result<(), MachineError> {
        self.left_alone.push(path.to_owned());
        Ok(())
    }

    /// Whether our file holds something that no standing change put there: then somebody relies on its being read.
    pub(super) fn value_file_is_somebodys(&self, target: &Path) -> Result<bool, MachineError> {
        let written = self
            .records
            .iter()
            .flat_map(|record| &record.deeds)
            .find_map(|deed| match deed {
                Deed::Value {
                    path,
                    target: file,
                    dialect,
                    ..
                } if file == target => Some((path, *dialect)),
                _ => None,
            });
        let Some((path, dialect)) = written else {
            return Ok(false);
        };
        let Some(Resolved { target: file, .. }) = file::resolve_now(path)? else {
            return Ok(false);
        };
        let Some(now) = file::read(&file)? else {
            return Ok(false);
        };
        let is_known = |variable: &str, hash: &str| {
            self.records.iter().any(|record| {
                record
                    .hashes_in(target, variable)
                    .iter()
                    .any(|known| known == hash)
            })
        };
        Ok(value_file::has_more(&now.bytes, dialect, &is_known))
    }
}
