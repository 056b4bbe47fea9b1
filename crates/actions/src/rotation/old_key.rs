//! The old key of a rotation: disabled when nothing uses it any more, and enabled again when the rotation is undone.

use std::sync::Arc;

use model_studio::region::Support;
use vault::{Catalog, RotationStep};

use super::{Work, new_key, places};
use crate::failure::{Failure, about_key};
use crate::typed;
use crate::world::World;

/// How long after that the user is reminded to delete it, in milliseconds.
pub(crate) const REMIND_AFTER: i64 = 7 * 24 * 60 * 60 * 1000;

/// Disables the old key. Where the region cannot, it stays as it is, and the rotation waits for it to be deleted.
pub(crate) async fn disable(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let old = work.old();
    // Set to something since the places were moved.
    if places::is_used(world, &old).await? {
        places::move_over(world, work).await?;
        places::see_new(world, work).await?;
    }
    let region = typed::region(&work.kept.place)?;
    let remind_at = Some(world.now() + REMIND_AFTER);
    if region.capabilities.disable == Support::No {
        work.kept.remind_at = remind_at;
        return work.reach(world, RotationStep::MovedVerified).await;
    }
    // Written down first: an undo enables the key again only if it was disabled here.
    work.notes.disabling = !work.notes.was_disabled;
    work.write(world).await?;
    world.steps.reached("disabling noted");
    let connection = world.connection(&work.kept.place).await?;
    let disabled = connection
        .control
        .disable_api_key(work.kept.old_key_id)
        .await;
    match disabled.map_err(|error| about_key(error, &old)) {
        Ok(()) => {}
        // Deleted elsewhere: there is nothing left to do.
        Err(Failure::KeyNotFound { .. }) => {
            return work
                .end(world, RotationStep::Finished, Catalog::finish_rotation)
                .await;
        }
        // The service knows no such operation, whatever is said elsewhere.
        Err(Failure::RegionCannot { .. }) => {
            work.notes.disabling = false;
            work.kept.remind_at = remind_at;
            return work.reach(world, RotationStep::MovedVerified).await;
        }
        Err(failure) => return Err(failure),
    }
    world.steps.reached("old key disabled");
    work.kept.remind_at = remind_at;
    work.reach(world, RotationStep::OldDisabled).await?;
    world.steps.reached("rotation disabled");
    Ok(())
}

/// Sees that the old key is there, and enables it if the rotation disabled it.
///
/// # Errors
/// [`Failure::KeyNotFound`]: without the old key nothing can be undone.
pub(crate) async fn enable_again(world: &Arc<World>, work: &Work) -> Result<(), Failure> {
    let old = work.old();
    let connection = world.connection(&work.kept.place).await?;
    let id = work.kept.old_key_id;
    let found = connection.control.get_api_key(id).await;
    let found = found.map_err(|error| about_key(error, &old))?;
    if found.disabled && work.notes.disabling {
        let enabled = connection.control.enable_api_key(id).await;
        enabled.map_err(|error| about_key(error, &old))?;
    }
    world.steps.reached("old key enabled");
    Ok(())
}

/// Sees that the old key is let in as it was, where its value is known here.
pub(crate) async fn still_works(world: &Arc<World>, work: &Work) -> Result<(), Failure> {
    if work.notes.was_disabled {
        return Ok(());
    }
    match new_key::is_let_in(world, &work.old()).await {
        // Not known here; or its list does not let this computer in, which was so before.
        Ok(()) | Err(Failure::SecretMissing { .. } | Failure::AddressNotAllowed { .. }) => Ok(()),
        Err(failure) => Err(failure),
    }
}
