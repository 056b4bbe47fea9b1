//! Taking a rotation back, as long as the old key is there.

use std::sync::Arc;

use vault::{Catalog, RotationStep};

use crate::failure::Failure;
use crate::rotation::{self, Work, view};
use crate::wire::RotationView;
use crate::world::World;

/// Enables the old key, gives it back to what used it on this computer, sees that it works, and deletes the new one. Why that
/// did not succeed is in the answer; from then on there is no other way, and the next call tries again.
///
/// # Errors
/// [`Failure::RotationUnknown`], and what is wrong with the catalog.
pub async fn undo_rotation(world: &Arc<World>, id: &str) -> Result<RotationView, Failure> {
    let (world, id) = (Arc::clone(world), id.to_owned());
    let undone = tokio::spawn(async move {
        let (_turn, mut work) = Work::in_turn(&world, &id).await?;
        let outcome = undo(&world, &mut work).await;
        work.note(&world, outcome).await?;
        Ok(view(&work, world.now()))
    });
    undone.await.map_err(|_ended| Failure::Interrupted)?
}

/// The same, for whoever has its turn.
pub(crate) async fn undo(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    rotation::enable_again(world, work).await?;
    work.notes.undoing = true;
    work.write(world).await?;
    world.steps.reached("undo noted");
    rotation::move_back(world, work).await?;
    rotation::see_old(world, work).await?;
    rotation::still_works(world, work).await?;
    world.steps.reached("old key verified");
    if let Some(new) = work.new_key() {
        rotation::delete_new_key(world, &new).await?;
        world.steps.reached("new key deleted");
    }
    // An intent that is still open is recovery's from now on.
    work.end(world, RotationStep::Undone, Catalog::undo_rotation)
        .await
}
