//! The part of undo that is about the settings of tools.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use super::{Earlier, Work};
use crate::MachineError;
use crate::file::{self, Resolved, Snapshot};
use crate::journal::{self, Deed, Record, Stage};
use crate::tool::{self, Rights, ToolWay};

impl Work<'_> {
    /// Takes the settings of this change out, and puts those of the latest earlier change that stands in their place.
    pub(super) fn take_settings(&mut self, index: usize) -> Result<(), MachineError> {
        let Some(done) = tool::done(&self.records[index]) else {
            return Ok(());
        };
        let (path, format, made_file) = (done.path.clone(), done.format, done.made_file);
        let mode = done.mode;
        let Some((file, before)) = read(&path)? else {
            return Ok(());
        };
        if format.check(&before.bytes).is_err() {
            // Nobody can tell what is whose in it.
            return self.leave(&path);
        }
        if !self.is_in_the_file(index, &before) {
            return Ok(());
        }
        let taken = done.take_out(&before.bytes)?;
        if taken.is_partial {
            self.leave(&path)?;
        }
        // What is left may hold the key.
        let leaves_key = mode.is_some() && taken.is_partial;
        let rights = |has_key| Rights::of(Some(&before), mode, has_key || leaves_key);
        let (after, rights) = match self.earlier_settings(index)? {
            Some((other, value)) => {
                let rights = rights(self.holds_value(other));
                let after =
                    self.put_back_in(other, &file, (&taken.bytes, &value), rights.before)?;
                (after, rights)
            }
            None => (taken.bytes, rights(false)),
        };
        if made_file && format.is_blank(&after) {
            before.check_replaceable(&file)?;
            file::remove(&file, &before)?;
        } else if *after != *before.bytes || rights.is_changed {
            before.check_replaceable(&file)?;
            file::replace(&file, &after, Some(&before), rights.privacy(), self.steps)?;
        }
        self.steps.reached("settings were taken back");
        Ok(())
    }

    /// Whether the settings of this change are what stands in the file, and not those of a later one or of an earlier one
    /// that are back already.
    fn is_in_the_file(&self, index: usize, now: &Snapshot) -> bool {
        let own = &self.records[index];
        let is_whole = |record: &Record| tool::is_whole(record, &now.bytes);
        let others = |range: std::ops::Range<usize>| {
            self.records[range]
                .iter()
                .filter(|other| other.is_of_the_tool_of(own) && other.is_standing())
        };
        let is_taken_over = others(index + 1..self.records.len())
            .any(|later| later.stage == Stage::Active || is_whole(later));
        let is_back = !is_whole(own) && others(0..index).any(is_whole);
        !is_taken_over && !is_back
    }

    /// The latest earlier change that stands, with the value of its key. A change whose key is gone is taken back too.
    fn earlier_settings(
        &mut self,
        index: usize,
    ) -> Result<Option<(usize, SecretString)>, MachineError> {
        while let Some(other) = self.earlier_of_the_tool(index) {
            match (self.earlier)(&self.records[other].key) {
                Earlier::Value(value) => return Ok(Some((other, value))),
                Earlier::Gone => {
                    self.take_back(other)?;
                    self.also.push(other);
                }
                Earlier::Unavailable if self.holds_value(other) => {
                    return Err(self.unavailable(other));
                }
                Earlier::Unavailable => return Ok(Some((other, SecretString::default()))),
            }
        }
        Ok(None)
    }

    /// Refuses before anything is written if an earlier value is needed and cannot be asked for now.
    pub(super) fn check_earlier_settings(&self, index: usize) -> Result<(), MachineError> {
        let Some(done) = tool::done(&self.records[index]) else {
            return Ok(());
        };
        let Some((_, before)) = read(done.path)? else {
            return Ok(());
        };
        if !self.is_in_the_file(index, &before) {
            return Ok(());
        }
        let mut at = index;
        while let Some(other) = self.earlier_of_the_tool(at) {
            match (self.earlier)(&self.records[other].key) {
                Earlier::Gone => at = other,
                Earlier::Unavailable if self.holds_value(other) => {
                    return Err(self.unavailable(other));
                }
                Earlier::Value(_) | Earlier::Unavailable => break,
            }
        }
        Ok(())
    }

    fn earlier_of_the_tool(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|at| {
            let other = &self.records[*at];
            other.stage == Stage::Active && other.is_of_the_tool_of(&self.records[index])
        })
    }

    fn holds_value(&self, index: usize) -> bool {
        let what = self.records[index].tool.as_ref();
        what.is_some_and(|what| what.way == ToolWay::Value)
    }

    /// The file with an earlier change's settings in it again. The journal knows what they stand on now before the file
    /// has them.
    fn put_back_in(
        &mut self,
        other: usize,
        file: &Path,
        (base, value): (&[u8], &SecretString),
        new_mode: Option<u32>,
    ) -> Result<Zeroizing<Vec<u8>>, MachineError> {
        let (after, owned) = tool::put_back_in(&self.records[other], base, value)?;
        let records = &self.records;
        let keeps_file = tool::done(&records[other])
            .is_some_and(|done| done.made_file && done.format.is_blank(base));
        let new_copy = match keeps_file {
            true => None,
            false => Some(journal::keep_copy(
                self.surroundings,
                file,
                base,
                &records[other].id,
                &|path| tool::is_needed(records, path),
            )?),
        };
        let record = &mut self.records[other];
        for deed in &mut record.deeds {
            if let Deed::Setting {
                settings,
                copy,
                made_file,
                mode,
                ..
            } = deed
            {
                *mode = new_mode;
                settings.clone_from(&owned);
                copy.clone_from(&new_copy);
                *made_file = keeps_file;
            }
        }
        for file in &mut record.files {
            file.backup.clone_from(&new_copy);
        }
        self.journal.write(&self.records[other], self.steps)?;
        self.steps.reached("the journal was written");
        Ok(after)
    }
}

/// The file as it is now; none if there is none.
fn read(path: &Path) -> Result<Option<(PathBuf, Snapshot)>, MachineError> {
    let Some(Resolved { target, .. }) = file::resolve_now(path)? else {
        return Ok(None);
    };
    Ok(file::read(&target)?.map(|snapshot| (target, snapshot)))
}
