//! Removing a key from this computer. At the service nothing changes.

use std::sync::Arc;

use vault::{SecretStore, StoreError};

use crate::failure::Failure;
use crate::keys::keep;
use crate::typed;
use crate::wire::KeyRef;
use crate::world::{World, blocking, item_name};

/// Takes a key's value out of the keyring, and forgets what is known of it here alone. What it is set into on this computer
/// stays as it is.
///
/// # Errors
/// What the keyring says; then nothing is forgotten.
pub async fn remove_kept(world: &Arc<World>, key: &KeyRef) -> Result<(), Failure> {
    let _one_at_a_time = world.replacing.lock().await;
    let id = typed::key_id(&key.api_key_id)?;
    let (secrets, name) = (Arc::clone(&world.secrets), item_name(key));
    match blocking(move || secrets.delete(&name)).await? {
        Ok(()) | Err(StoreError::Absent | StoreError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    if let Some(intent) = world.in_memory.release(key) {
        keep::finish(world, intent).await;
    }
    world.steps.reached("removed from the keyring");
    let region = key.region.clone();
    world
        .catalog(move |catalog| catalog.forget_key(&region, id))
        .await
}
