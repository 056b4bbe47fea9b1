//! The part of undo that is about what has our file with the values run.

use super::Work;
use crate::file::{self, Resolved};
use crate::journal::Deed;
use crate::{MachineError, foreign};

impl Work<'_> {
    /// Takes it away once there is nothing left to run. What somebody made of it stays.
    pub(super) fn take_agents(&mut self, deeds: &[Deed]) -> Result<(), MachineError> {
        for deed in deeds {
            let Deed::Agent {
                path,
                value_target,
                hash,
                ..
            } = deed
            else {
                continue;
            };
            if value_target.exists() {
                continue;
            }
            let Some(Resolved { target, .. }) = file::resolve_now(path)? else {
                continue;
            };
            let Some(now) = file::read(&target)? else {
                continue;
            };
            if foreign::line_hash(&now.bytes) == *hash {
                file::remove(&target, &now)?;
                self.steps.reached("an agent was taken away");
            } else {
                self.left_alone.push(path.clone());
            }
        }
        Ok(())
    }
}
