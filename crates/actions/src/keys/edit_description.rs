//! Changing what a key is called: its permission is left as it is.

use std::sync::Arc;

use model_studio::control::UpdateApiKey;
use vault::KeyRecord;

use crate::failure::{Failure, about_key};
use crate::keys::list;
use crate::typed;
use crate::wire::{EditDescriptionRequest, KeyView};
use crate::world::World;

/// Gives a key another description. Of a pasted key that is not in the service's list, the one that it has here.
///
/// # Errors
/// [`Failure::DescriptionTooLong`], what the service refused, or that it cannot be reached.
pub async fn edit_description(
    world: &Arc<World>,
    request: &EditDescriptionRequest,
) -> Result<KeyView, Failure> {
    let key = &request.key;
    let id = typed::key_id(&key.api_key_id)?;
    let description = typed::description(&request.description)?;
    if id >= 0 {
        let connection = world.connection(&key.region).await?;
        let change = UpdateApiKey {
            description: Some(description.clone()),
            auth: None,
        };
        let changed = connection.control.update_api_key(id, &change).await;
        changed.map_err(|error| about_key(error, key))?;
    }
    let region = key.region.clone();
    world
        .catalog(move |catalog| match catalog.key(&region, id)? {
            Some(known) => catalog.remember_key(&KeyRecord {
                description,
                ..known
            }),
            None => Ok(()),
        })
        .await?;
    list::one(world, key).await
}
