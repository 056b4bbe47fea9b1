//! A new key in the place of an old one, in the order in which nothing stops working: make and keep the new one, see that it
//! is let in, give it to what uses the old one on this computer, see that too, and only then disable the old one.
//!
//! Each step is written down when it is done, and each can be done twice: a rotation that is cut off anywhere goes on where
//! it was, and is taken back as a whole until the old key is deleted. The verbs are in files of their own; here is what they
//! share and what the steps do.

mod finish;
mod list;
mod new_key;
mod new_record;
mod next_step;
mod notes;
mod old_key;
mod places;
mod postpone;
mod start;
mod undo;
mod view;

pub use finish::finish_rotation;
pub use list::list_rotations;
pub(crate) use new_key::{attempts, delete as delete_new_key};
pub(crate) use new_key::{check, make};
pub use next_step::continue_rotation;
pub(crate) use notes::Notes;
pub(crate) use old_key::{REMIND_AFTER, disable, enable_again, still_works};
pub(crate) use places::{move_back, move_over, see_new, see_old};
pub use postpone::postpone_rotation;
pub use start::start_rotation;
pub use undo::undo_rotation;
pub(crate) use view::view;

use std::sync::Arc;

use tokio::sync::OwnedMutexGuard;
use vault::{Catalog, Rotation, RotationStep};

use crate::failure::Failure;
use crate::wire::KeyRef;
use crate::world::World;

/// A rotation that a step of is being done.
pub(crate) struct Work {
    /// As the catalog has it.
    pub(crate) kept: Rotation,
    /// What is written down with it.
    pub(crate) notes: Notes,
}

impl Work {
    /// Reads one that has not ended, when it is its place's turn. The turn ends when the guard is dropped.
    ///
    /// # Errors
    /// [`Failure::RotationUnknown`], and what is wrong with the catalog.
    pub(crate) async fn in_turn(
        world: &Arc<World>,
        id: &str,
    ) -> Result<(OwnedMutexGuard<()>, Work), Failure> {
        // Its place never changes; how far it is may have when the turn comes.
        let place = Work::read(world, id).await?.kept.place;
        let turn = world.rotating.at(&place).await;
        Ok((turn, Work::read(world, id).await?))
    }

    async fn read(world: &Arc<World>, id: &str) -> Result<Work, Failure> {
        let id = id.to_owned();
        let kept = world.catalog(move |catalog| catalog.rotation(&id)).await?;
        let kept = kept
            .filter(|kept| !kept.step.is_end())
            .ok_or(Failure::RotationUnknown)?;
        Ok(Work::of(kept))
    }

    /// The same of what was read already.
    pub(crate) fn of(kept: Rotation) -> Work {
        Work {
            notes: Notes::read(&kept),
            kept,
        }
    }

    /// The key that goes.
    pub(crate) fn old(&self) -> KeyRef {
        self.named(self.kept.old_key_id)
    }

    /// The key that comes, once it is there.
    pub(crate) fn new_key(&self) -> Option<KeyRef> {
        self.kept.new_key_id.map(|id| self.named(id))
    }

    /// Whether the region cannot disable keys, so that the old one waits to be deleted as it is.
    pub(crate) fn waits_enabled(&self) -> bool {
        self.kept.step == RotationStep::MovedVerified && self.kept.remind_at.is_some()
    }

    /// Writes down that a step is done.
    pub(crate) async fn reach(
        &mut self,
        world: &Arc<World>,
        step: RotationStep,
    ) -> Result<(), Failure> {
        self.kept.step = step;
        self.kept.failure_json = None;
        self.write(world).await
    }

    /// Writes down how far it is.
    pub(crate) async fn write(&mut self, world: &Arc<World>) -> Result<(), Failure> {
        self.kept.moved_changes_json = self.notes.text();
        self.kept.updated_at = world.now();
        let kept = self.kept.clone();
        world
            .catalog(move |catalog| catalog.advance_rotation(&kept))
            .await
    }

    /// Ends it, and its reminder.
    pub(crate) async fn end(
        &mut self,
        world: &Arc<World>,
        step: RotationStep,
        end: fn(&Catalog, &str, i64) -> Result<(), vault::CatalogError>,
    ) -> Result<(), Failure> {
        let (id, now) = (self.kept.id.clone(), world.now());
        world.catalog(move |catalog| end(catalog, &id, now)).await?;
        self.kept.step = step;
        self.kept.remind_at = None;
        self.kept.failure_json = None;
        Ok(())
    }

    /// Writes down why a step did not succeed, unless that is what cannot be written.
    pub(crate) async fn note(
        &mut self,
        world: &Arc<World>,
        outcome: Result<(), Failure>,
    ) -> Result<(), Failure> {
        match outcome {
            Ok(()) => Ok(()),
            Err(failure @ (Failure::CatalogUnusable { .. } | Failure::CatalogTooNew { .. })) => {
                Err(failure)
            }
            Err(failure) => {
                tracing::warn!(%failure, id = self.kept.id, "a step of a rotation did not succeed");
                self.kept.failure_json = serde_json::to_string(&failure).ok();
                self.write(world).await
            }
        }
    }

    fn named(&self, id: i64) -> KeyRef {
        KeyRef {
            region: self.kept.place.clone(),
            api_key_id: id.to_string(),
        }
    }
}
