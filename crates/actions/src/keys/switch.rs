//! Disabling and enabling a key: reversible, and effective on the very next request.

use std::sync::Arc;

use crate::failure::{Failure, about_key};
use crate::keys::list;
use crate::typed;
use crate::wire::{KeyRef, KeyView};
use crate::world::World;

/// Refuses the key until it is enabled again.
///
/// # Errors
/// [`Failure::RegionCannot`], [`Failure::KeyNotListed`], what the service refused, or that it cannot be reached.
pub async fn disable_key(world: &Arc<World>, key: &KeyRef) -> Result<KeyView, Failure> {
    typed::region_can(&key.region, |capabilities| capabilities.disable)?;
    let id = typed::listed_id(key)?;
    let connection = world.connection(&key.region).await?;
    connection
        .control
        .disable_api_key(id)
        .await
        .map_err(|error| about_key(error, key))?;
    world.note_disabled(&key.region, vec![(id, true)]).await?;
    list::one(world, key).await
}

/// Lets the key in again.
///
/// # Errors
/// [`Failure::RegionCannot`], [`Failure::KeyNotListed`], what the service refused, or that it cannot be reached.
pub async fn enable_key(world: &Arc<World>, key: &KeyRef) -> Result<KeyView, Failure> {
    typed::region_can(&key.region, |capabilities| capabilities.disable)?;
    let id = typed::listed_id(key)?;
    let connection = world.connection(&key.region).await?;
    connection
        .control
        .enable_api_key(id)
        .await
        .map_err(|error| about_key(error, key))?;
    world.note_disabled(&key.region, vec![(id, false)]).await?;
    list::one(world, key).await
}
