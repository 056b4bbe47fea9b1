//! Being reminded later that an old key waits to be deleted.

use std::sync::Arc;

use crate::failure::Failure;
use crate::rotation::{REMIND_AFTER, Work, view};
use crate::wire::RotationView;
use crate::world::World;

/// Reminds as long from now as it did at first. Where there is no reminder yet, nothing changes.
///
/// # Errors
/// [`Failure::RotationUnknown`], and what is wrong with the catalog.
pub async fn postpone_rotation(world: &Arc<World>, id: &str) -> Result<RotationView, Failure> {
    let (_turn, mut work) = Work::in_turn(world, id).await?;
    let now = world.now();
    if work.kept.remind_at.is_some() {
        work.kept.remind_at = Some(now + REMIND_AFTER);
        work.write(world).await?;
    }
    Ok(view(&work, now))
}
