//! The next step of a rotation.

use std::sync::Arc;

use vault::RotationStep;

use crate::failure::Failure;
use crate::rotation::undo;
use crate::rotation::{self, Work, view};
use crate::wire::RotationView;
use crate::world::World;

/// Takes the next step, up to the old key being disabled; there, and where the region cannot disable it, nothing happens any
/// more. Why a step did not succeed is in the answer: everything stays as it is, and the next call tries again. A rotation
/// whose undo was cut off is undone.
///
/// # Errors
/// [`Failure::RotationUnknown`], and what is wrong with the catalog.
pub async fn continue_rotation(world: &Arc<World>, id: &str) -> Result<RotationView, Failure> {
    // On a task of its own: closing the window's request must not stop it between the answer and the keyring.
    let (world, id) = (Arc::clone(world), id.to_owned());
    let step = tokio::spawn(async move {
        let (_turn, mut work) = Work::in_turn(&world, &id).await?;
        let outcome = if work.notes.undoing {
            undo::undo(&world, &mut work).await
        } else {
            next(&world, &mut work).await
        };
        work.note(&world, outcome).await?;
        Ok(view(&work, world.now()))
    });
    step.await.map_err(|_ended| Failure::Interrupted)?
}

async fn next(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    match work.kept.step {
        RotationStep::Begun | RotationStep::Created => rotation::make(world, work).await,
        RotationStep::Kept => rotation::check(world, work).await,
        RotationStep::Verified => rotation::move_over(world, work).await,
        RotationStep::Moved => rotation::see_new(world, work).await,
        RotationStep::MovedVerified if !work.waits_enabled() => {
            rotation::disable(world, work).await
        }
        RotationStep::MovedVerified
        | RotationStep::OldDisabled
        | RotationStep::Finished
        | RotationStep::Undone => Ok(()),
    }
}
