//! The end of a rotation: the old key is deleted.

use std::sync::Arc;

use vault::{Catalog, RotationStep};

use crate::failure::Failure;
use crate::keys::delete::delete_key;
use crate::rotation::{Work, view};
use crate::wire::{DeleteKeyRequest, RotationView};
use crate::world::World;

/// Deletes the old key, for ever. It cannot be undone any more.
///
/// # Errors
/// [`Failure::RotationUnderWay`] while a step before is not done, [`Failure::RotationUnknown`], what the service or the keyring
/// refused, or that the service cannot be reached.
pub async fn finish_rotation(world: &Arc<World>, id: &str) -> Result<RotationView, Failure> {
    let (world, id) = (Arc::clone(world), id.to_owned());
    let finished = tokio::spawn(async move {
        let (_turn, mut work) = Work::in_turn(&world, &id).await?;
        let is_ready = work.kept.step == RotationStep::OldDisabled || work.waits_enabled();
        if !is_ready || work.notes.undoing {
            return Err(Failure::RotationUnderWay { id });
        }
        // What uses it here has the new key since long.
        let request = DeleteKeyRequest {
            key: work.old(),
            undo_changes: false,
        };
        delete_key(&world, request).await?;
        work.end(&world, RotationStep::Finished, Catalog::finish_rotation)
            .await?;
        world.steps.reached("rotation finished");
        Ok(view(&work, world.now()))
    });
    finished.await.map_err(|_ended| Failure::Interrupted)?
}
