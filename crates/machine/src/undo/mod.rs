//! Takes a change back: puts back what was there, and leaves alone what others wrote since.
//!
//! It goes by what the files hold now, not by what should be in them, so it may be interrupted and begun again at any
//! point, and the changes to one variable may be taken back in any order.
//!
//! - A value is replaced by that of the latest earlier change that stands, or goes. A value that somebody wrote stays.
//! - A block goes when no standing change needs it. Lines that somebody wrote into it stay.
//! - Of another change whose record cannot be read nothing is known but that it was made: blocks stay for it.
//! - A commented line comes back; if a later change of the same variable stands, that change takes it over.

mod agent;
mod before;
mod settings;
mod start_up;
mod value;

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::change::seen;
use crate::file;
use crate::journal::{self, Deed, Journal, Record, Stage};
use crate::store::Store;
use crate::{Change, KeyName, MachineError, Steps, Surroundings, follow};

/// A change that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The change, now undone.
    pub change: Change,
    /// Earlier changes that went with it: their keys are gone, so there was nothing to put back.
    pub also: Vec<Change>,
    /// Files in which something was left as the user has it now.
    pub left_alone: Vec<PathBuf>,
}

/// What the parts of an undo work on.
struct Work<'a> {
    surroundings: &'a Surroundings,
    journal: Journal,
    records: Vec<Record>,
    /// There are changes whose records cannot be read.
    has_unknown: bool,
    earlier: &'a dyn Fn(&KeyName) -> Earlier,
    steps: &'a dyn Steps,
    left_alone: Vec<PathBuf>,
    also: Vec<usize>,
}

/// The value of a key that an earlier change had set.
#[derive(Debug, Clone)]
pub enum Earlier {
    /// This one.
    Value(SecretString),
    /// It is known no longer.
    Gone,
    /// It cannot be found out now. That is no reason to take the earlier change for one whose key is gone.
    Unavailable,
}

/// Takes a change back. `earlier` gives the value of a key that an earlier change had set.
pub fn undo(
    surroundings: &Surroundings,
    change_id: &str,
    earlier: &dyn Fn(&KeyName) -> Earlier,
    steps: &dyn Steps,
) -> Result<Undone, MachineError> {
    let journal = Journal::open(surroundings)?;
    let (records, unreadable) = journal::read_readable(surroundings)?;
    let has_unknown = !unreadable.is_empty();
    let found = records.iter().position(|record| record.id == change_id);
    let Some(index) = found else {
        // It may be the one that cannot be read.
        return Err(unreadable
            .into_iter()
            .next()
            .unwrap_or_else(|| MachineError::ChangeUnknown {
                id: change_id.to_owned(),
            }));
    };
    if records[index].stage == Stage::Undone {
        return Err(MachineError::ChangeUndone {
            id: change_id.to_owned(),
        });
    }
    let mut work = Work {
        surroundings,
        journal,
        records,
        has_unknown,
        earlier,
        steps,
        left_alone: Vec::new(),
        also: Vec::new(),
    };
    work.check_earlier(index)?;
    work.check_earlier_settings(index)?;
    work.take_back(index)?;
    work.left_alone.sort();
    work.left_alone.dedup();
    Ok(Undone {
        change: seen(&work.records[index], &work.records),
        also: work
            .also
            .iter()
            .map(|other| seen(&work.records[*other], &work.records))
            .collect(),
        left_alone: work.left_alone,
    })
}

impl Work<'_> {
    fn take_back(&mut self, index: usize) -> Result<(), MachineError> {
        for deed in &self.records[index].deeds {
            file::sweep(deed.target());
            if let Some(now) = Store::find_now(deed.path())? {
                now.sweep();
            }
        }
        let was_interrupted = self.records[index].stage == Stage::Unfinished;
        self.set_stage(index, Stage::Unfinished)?;
        let deeds = self.records[index].deeds.clone();
        for place in follow::own_places(&self.records[index]) {
            self.take_value(index, &place)?;
            if was_interrupted {
                self.tell_again(&place)?;
            }
        }
        self.take_agents(&deeds)?;
        self.take_settings(index)?;
        let is_in_start_up =
            |deed: &Deed| matches!(deed, Deed::Block { .. } | Deed::Comment { .. });
        let mut targets: Vec<&PathBuf> = Vec::new();
        for deed in &deeds {
            let is_start_up = is_in_start_up(deed);
            if is_start_up && !targets.contains(&deed.target()) {
                targets.push(deed.target());
            }
        }
        for target in targets {
            let here: Vec<Deed> = deeds
                .iter()
                .filter(|deed| is_in_start_up(deed) && deed.target() == target)
                .cloned()
                .collect();
            self.take_start_up(index, &here)?;
        }
        self.remove_folders(index);
        self.set_stage(index, Stage::Undone)
    }

    fn set_stage(&mut self, index: usize, stage: Stage) -> Result<(), MachineError> {
        self.records[index].stage = stage;
        self.journal.write(&self.records[index], self.steps)?;
        self.steps.reached("the journal was written");
        Ok(())
    }

    /// The standing changes other than this one.
    fn others(&self, index: usize) -> impl Iterator<Item = &Record> {
        self.records
            .iter()
            .enumerate()
            .filter(move |(at, record)| *at != index && record.is_standing())
            .map(|(_, it)| it)
    }

    /// Takes away the folders that were made for changes and that no other standing change writes into. One with
    /// something in it stays, which is what `remove_dir` does by itself.
    fn remove_folders(&self, index: usize) {
        let is_needed = |folder: &Path| {
            self.others(index)
                .flat_map(|other| &other.deeds)
                .any(|deed| deed.target().starts_with(folder))
        };
        let mut folders: Vec<&PathBuf> = self
            .records
            .iter()
            .flat_map(|record| &record.made_folders)
            .collect();
        folders.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
        for folder in folders.into_iter().filter(|folder| !is_needed(folder)) {
            if std::fs::remove_dir(folder).is_ok() {
                self.steps.reached("a folder was removed");
            }
        }
    }
}
