//! The part of undo that is about what somebody had in a variable of the registry before the first change.
//!
//! A line of somebody's start-up file stays where it is when we set the variable. A value in the registry cannot: there is
//! one a variable. So it is in a copy, and goes back when the change that took its place does.

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;

use super::Work;
use crate::MachineError;
use crate::file;
use crate::follow::Place;
use crate::journal::Stage;
use crate::registry::entry;

impl Work<'_> {
    /// A later change stands over this one: from now on it is that one which puts back what was there before.
    pub(super) fn hand_over_before(
        &mut self,
        index: usize,
        holder: usize,
        place: &Place,
    ) -> Result<(), MachineError> {
        let (target, variable) = (&place.target, &place.variable);
        let Some(copy) = self.records[index].before_in(target, variable).cloned() else {
            return Ok(());
        };
        if holder < index || self.records[holder].before_in(target, variable).is_some() {
            return Ok(());
        }
        self.records[holder].take_over_before(target, variable, &copy);
        self.journal.write(&self.records[holder], self.steps)?;
        self.steps.reached("what was there before was handed over");
        Ok(())
    }

    /// The copy with what goes back there when this change goes: its own, or that of an earlier change which was interrupted.
    /// That one cannot come back into effect, and this one was made over its value.
    pub(super) fn before_of(&self, index: usize, file: &Path, variable: &str) -> Option<&PathBuf> {
        let own = self.records[index].before_in(file, variable);
        let earlier = self.records[..index].iter().rev();
        own.or_else(|| {
            earlier
                .filter(|record| record.is_standing() && record.has_set(file, variable))
                .take_while(|record| record.stage == Stage::Unfinished)
                .find_map(|record| record.before_in(file, variable))
        })
    }

    /// `without` our value, and with the one that somebody had, if there was one.
    pub(super) fn with_before(
        &mut self,
        index: usize,
        place: &Place,
        without: Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, MachineError> {
        let Some(copy) = self.before_of(index, &place.target, &place.variable) else {
            return Ok(without);
        };
        let kept = file::read(copy)?;
        let kept = kept.map(|snapshot| entry::entries(&snapshot.bytes));
        let Some(entry) = kept
            .as_deref()
            .and_then(|entries| entry::of(entries, &place.variable))
        else {
            // Somebody removed the copy, or it was let go for newer ones: the variable goes, and the user is told.
            self.left_alone.push(place.path.clone());
            return Ok(without);
        };
        let line = entry.line();
        let mut after = Zeroizing::new(Vec::with_capacity(without.len() + line.len() + 1));
        after.extend_from_slice(&without);
        after.extend_from_slice(line.as_bytes());
        after.push(b'\n');
        Ok(after)
    }
}
