//! Deleting a key for ever, and taking it out of what it was set into on this computer.

use std::sync::Arc;

use vault::{SecretStore, StoreError};

use crate::changes::undo;
use crate::failure::{Failure, about_key};
use crate::keys::keep;
use crate::keys::row::{is_in_effect, is_of};
use crate::typed;
use crate::wire::DeleteKeyRequest;
use crate::world::{World, blocking, item_name};

/// Takes the key out of this computer's variables if asked, deletes it at the service, and removes its value from the
/// keyring: in this order, so that a file that cannot be written, or a keyring that is locked, stops it while nothing is
/// lost. Where there is no keyring, nothing is in it.
///
/// # Errors
/// [`Failure::KeyNotListed`], what the file system, the service or the keyring refused.
pub async fn delete_key(world: &Arc<World>, request: DeleteKeyRequest) -> Result<(), Failure> {
    let key = request.key;
    let id = typed::listed_id(&key)?;
    let connection = world.connection(&key.region).await?;
    let (secrets, name) = (Arc::clone(&world.secrets), item_name(&key));
    if let Err(StoreError::Locked) = blocking(move || secrets.get(&name)).await? {
        return Err(Failure::SecretStoreLocked);
    }
    if request.undo_changes {
        let surroundings = Arc::clone(&world.surroundings);
        let changes = blocking(move || machine::changes(&surroundings)).await??;
        for change in changes
            .iter()
            .filter(|change| is_in_effect(change) && is_of(change, &key))
        {
            undo::undo(world, &change.id).await?;
        }
    }
    match connection
        .control
        .delete_api_key(id)
        .await
        .map_err(|error| about_key(error, &key))
    {
        // Deleted elsewhere already: what is left is to forget it here.
        Ok(()) | Err(Failure::KeyNotFound { .. }) => {}
        Err(failure) => return Err(failure),
    }
    world.steps.reached("deleted at the service");
    if let Some(intent) = world.in_memory.release(&key) {
        keep::finish(world, intent).await;
    }
    let (secrets, name) = (Arc::clone(&world.secrets), item_name(&key));
    match blocking(move || secrets.delete(&name)).await? {
        Ok(()) | Err(StoreError::Absent) => {}
        Err(error) => return Err(error.into()),
    }
    world.steps.reached("removed from the keyring");
    world
        .catalog(move |catalog| catalog.forget_key(&key.region, id))
        .await
}
