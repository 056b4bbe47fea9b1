//! The rotations that have not ended.

use std::sync::Arc;

use vault::Catalog;

use crate::failure::Failure;
use crate::rotation::{Work, view};
use crate::wire::RotationView;
use crate::world::World;

/// Those that are under way, and those whose old key waits to be deleted; oldest first. Asks nobody.
///
/// # Errors
/// What is wrong with the catalog.
pub async fn list_rotations(world: &Arc<World>) -> Result<Vec<RotationView>, Failure> {
    let now = world.now();
    let open = world.catalog(Catalog::open_rotations).await?;
    Ok(open
        .into_iter()
        .map(|kept| view(&Work::of(kept), now))
        .collect())
}
