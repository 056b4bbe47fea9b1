//! The part of undo that is about our own files.

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::Work;
use crate::MachineError;
use crate::file::{self, Privacy};
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
        let Some(before) = file::read(target)? else {
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
        before.check_replaceable(target)?;
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
            file::remove(target, &before)?;
        } else {
            file::replace(target, &after, Some(&before), Privacy::Ours, self.steps)?;
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
            let Some(value) = (self.earlier)(&self.records[other].key) else {
                self.take_back(other)?;
                self.also.push(other);
                continue;
            };
            // The key may have been reset since. The journal knows the value before the file has it.
            if self.records[other].add_hash(target, &value_file::hash(&value)) {
                self.journal.write(&self.records[other], self.steps)?;
            }
            return Ok(Some(value));
        }
        Ok(None)
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
                    target: file,
                    dialect,
                    ..
                } if file == target => Some(*dialect),
                _ => None,
            });
        let Some(dialect) = written else {
            return Ok(false);
        };
        let Some(now) = file::read(target)? else {
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
