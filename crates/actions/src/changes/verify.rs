//! Asking fresh programs what they see of a change.

use std::sync::Arc;

use secrecy::SecretString;

use crate::changes::list;
use crate::failure::Failure;
use crate::wire::{ChangeView, KeyRef};
use crate::world::{World, blocking};

/// Starts a fresh shell for each place of a change and asks what it sees; reads back the settings of a tool.
///
/// # Errors
/// [`Failure::ChangeUnknown`], [`Failure::SecretMissing`], or what the keyring says.
pub async fn verify_change(world: &Arc<World>, change_id: &str) -> Result<ChangeView, Failure> {
    let change = list::find(world, change_id).await?;
    let key = KeyRef {
        region: change.key.region,
        api_key_id: change.key.api_key_id,
    };
    let value: SecretString = world.value(&key).await?;
    let surroundings = Arc::clone(&world.surroundings);
    let id = change_id.to_owned();
    blocking(move || machine::verify(&surroundings, &id, &value)).await??;
    Ok(list::view(&list::find(world, change_id).await?))
}
