//! The part of undo that is about our own files.

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::{Earlier, Work};
use crate::MachineError;
use crate::file::{self, Privacy, Resolved};
use crate::follow::holder;
use crate::journal::{Deed, Stage};
use crate::value_file::{self, Dialect, Found};

impl Work<'_> {
    /// Puts the earlier value back, or takes the variable out, if the file still holds the value of this change.
    pub(super) fn take_value(
        &mut self,
        index: usize,
        path: &Path,
        target: &PathBuf,
        dialect: Dialect,
    ) -> Result<(), MachineError> {
        let Some(Resolved { target: file, .. }) = file::resolve_now(path)? else {
            return Ok(());
        };
        let Some(before) = file::read(&file)? else {
            return Ok(());
        };
        let variable = self.records[index].variable.clone();
        let value = match value_file::find(&before.bytes, dialect, &variable) {
            Found::Nothing => return Ok(()),
            Found::Foreign => return self.leave(path),
            Found::Value(value) => value,
        };
        match holder(&self.records, target, &variable, &value_file::hash(&value)) {
            None => return self.leave(path),
            // A later change put its value there, or an earlier one's is back already.
            Some(other) if other != index => return Ok(()),
            Some(_) => {}
        }
        let restored = self.earlier_value(index, target, &variable)?;
        before.check_replaceable(&file)?;
        let after = match &restored {
            Some(value) => value_file::set(Some(&before.bytes), dialect, &variable, value),
            None => value_file::unset(
                &before.bytes,
                dialect,
                &variable,
                self.records[index].hashes_in(target),
            ),
        };
        if value_file::is_bare(&after) {
            file::remove(&file, &before)?;
        } else {
            file::replace(&file, &after, Some(&before), Privacy::Ours, self.steps)?;
        }
        self.steps.reached("a value was taken back");
        Ok(())
    }

    /// The value of the latest earlier change that stands. A change whose key is gone cannot come back into effect, so
    /// it is taken back too, and the next is asked.
    fn earlier_value(
        &mut self,
        index: usize,
        target: &PathBuf,
        variable: &str,
    ) -> Result<Option<SecretString>, MachineError> {
        while let Some(other) = self.earlier_change(index, target, variable) {
            let value = match (self.earlier)(&self.records[other].key) {
                Earlier::Value(value) => value,
                Earlier::Gone => {
                    self.take_back(other)?;
                    self.also.push(other);
                    continue;
                }
                Earlier::Unavailable => return Err(self.unavailable(other)),
            };
            // The key may have been reset since. The journal knows the value before the file has it.
            if self.records[other].add_hash(target, &value_file::hash(&value)) {
                self.journal.write(&self.records[other], self.steps)?;
            }
            return Ok(Some(value));
        }
        Ok(None)
    }

    /// Refuses before anything is written if an earlier value is needed and cannot be asked for now.
    pub(super) fn check_earlier(&self, index: usize) -> Result<(), MachineError> {
        let variable = &self.records[index].variable;
        for deed in &self.records[index].deeds {
            let Deed::Value {
                path,
                target,
                dialect,
                ..
            } = deed
            else {
                continue;
            };
            let Some(Resolved { target: file, .. }) = file::resolve_now(path)? else {
                continue;
            };
            let Some(before) = file::read(&file)? else {
                continue;
            };
            let Found::Value(value) = value_file::find(&before.bytes, *dialect, variable) else {
                continue;
            };
            if holder(&self.records, target, variable, &value_file::hash(&value)) != Some(index) {
                continue;
            }
            let mut at = index;
            while let Some(other) = self.earlier_change(at, target, variable) {
                match (self.earlier)(&self.records[other].key) {
                    Earlier::Value(_) => break,
                    Earlier::Gone => at = other,
                    Earlier::Unavailable => return Err(self.unavailable(other)),
                }
            }
        }
        Ok(())
    }

    fn unavailable(&self, index: usize) -> MachineError {
        MachineError::EarlierUnavailable {
            key: self.records[index].key.clone(),
        }
    }

    fn earlier_change(&self, index: usize, target: &PathBuf, variable: &str) -> Option<usize> {
        (0..index).rev().find(|at| {
            let record = &self.records[*at];
            record.stage == Stage::Active
                && record.variable == variable
                && record.value_files().any(|file| file == target)
        })
    }

    fn leave(&mut self, path: &Path) -> Result<(), MachineError> {
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
        let target = target.to_owned();
        let is_known = |variable: &str, hash: &str| {
            self.records.iter().any(|record| {
                record.variable == variable
                    && record.hashes_in(&target).iter().any(|known| known == hash)
            })
        };
        Ok(value_file::has_more(&now.bytes, dialect, &is_known))
    }
}
