//! The part of undo that is about somebody's start-up file.

use std::path::Path;

use secrecy::zeroize::Zeroizing;

use super::Work;
use crate::destination::destinations;
use crate::file::{self, Privacy, Resolved};
use crate::foreign::{self, Restored};
use crate::journal::{self, Deed, Stage};
use crate::shell::Script;
use crate::{DestinationId, MachineError, block};

impl Work<'_> {
    /// Puts commented lines back and takes the block out, in one write.
    pub(super) fn take_start_up(
        &mut self,
        index: usize,
        deeds: &[Deed],
    ) -> Result<(), MachineError> {
        let Some(first) = deeds.first() else {
            return Ok(());
        };
        let Some(Resolved { target, is_link }) = file::resolve_now(first.path())? else {
            return Ok(());
        };
        let Some(before) = file::read(&target)? else {
            return Ok(());
        };
        let mut after = Zeroizing::new(before.bytes.to_vec());
        let mut may_go = false;
        for deed in deeds {
            match deed {
                Deed::Value { .. } | Deed::Agent { .. } | Deed::Setting { .. } => {}
                Deed::Comment { path, hash, .. } => {
                    if self.hand_over(index, deed)? {
                        continue;
                    }
                    let (bytes, restored) = foreign::restore(&after, hash);
                    after = Zeroizing::new(bytes);
                    if restored == Restored::Gone {
                        self.left_alone.push(path.clone());
                    }
                }
                Deed::Block {
                    path,
                    value_target,
                    source,
                    ..
                } => {
                    if self.block_is_needed(index, deed) {
                        continue;
                    }
                    if self.has_unknown || self.value_file_is_somebodys(value_target)? {
                        self.left_alone.push(path.clone());
                        continue;
                    }
                    match block::find(&after) {
                        Ok(None) => {}
                        Err(_) => self.left_alone.push(path.clone()),
                        Ok(Some(found)) => {
                            let removal = block::remove(&after, &found, source);
                            if removal.kept_lines {
                                self.left_alone.push(path.clone());
                            }
                            may_go = removal.file_may_go;
                            after = Zeroizing::new(removal.bytes);
                        }
                    }
                }
            }
        }
        if *after == *before.bytes {
            return Ok(());
        }
        before.check_replaceable(&target)?;
        let (Deed::Block {
            destination, path, ..
        }
        | Deed::Comment {
            destination, path, ..
        }) = first
        else {
            return Ok(());
        };
        if self.would_break(*destination, &target, &after)? {
            self.left_alone.push(path.clone());
            return Ok(());
        }
        let id = self.records[index].id.clone();
        journal::keep_copy(self.surroundings, &target, &before.bytes, &id, &|_| false)?;
        self.steps.reached("copies were kept");
        // Without the file, a link that the user made to it would lead nowhere.
        if may_go && !is_link {
            file::remove(&target, &before)?;
        } else {
            file::replace(&target, &after, Some(&before), Privacy::Theirs, self.steps)?;
        }
        self.steps.reached("a start-up file was taken back");
        Ok(())
    }

    /// Whether another standing change has its value read by the block in this file.
    fn block_is_needed(&self, index: usize, block: &Deed) -> bool {
        let needs =
            |deed: &Deed| matches!(deed, Deed::Block { .. }) && deed.is_in_the_file_of(block);
        self.others(index)
            .any(|other| other.deeds.iter().any(needs))
    }

    /// Gives a commented line to a later change of the same variable: that one was made with the line out of the way.
    fn hand_over(&mut self, index: usize, deed: &Deed) -> Result<bool, MachineError> {
        let variable = self.records[index].variable.clone();
        let heir = (index + 1..self.records.len()).find(|at| {
            let record = &self.records[*at];
            record.stage == Stage::Active
                && record.variable == variable
                && record.deeds.iter().any(|other| {
                    matches!(other, Deed::Block { .. }) && other.is_in_the_file_of(deed)
                })
        });
        let Some(heir) = heir else { return Ok(false) };
        if !self.records[heir].deeds.contains(deed) {
            self.records[heir].deeds.push(deed.clone());
            self.journal.write(&self.records[heir], self.steps)?;
            self.steps.reached("a line was handed over");
        }
        Ok(true)
    }

    /// Whether the shell could read the file now and no longer after. Somebody built something around our lines then.
    fn would_break(
        &self,
        place: DestinationId,
        target: &Path,
        after: &[u8],
    ) -> Result<bool, MachineError> {
        let all = destinations(self.surroundings);
        let Some(shell) = all
            .iter()
            .find(|one| one.id() == place)
            .and_then(|one| one.shell())
        else {
            return Ok(false);
        };
        Ok(shell
            .complaint(self.surroundings, Script::Bytes(after))?
            .is_some()
            && shell
                .complaint(self.surroundings, Script::File(target))?
                .is_none())
    }
}
