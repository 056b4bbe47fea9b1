//! Forgetting a named group of addresses.

use std::sync::Arc;

use crate::failure::Failure;
use crate::world::World;

/// Forgets a group. Keys that were saved with it keep its addresses.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn delete_address_group(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    let id = id.to_owned();
    world
        .catalog(move |catalog| catalog.delete_address_group(&id))
        .await
}
