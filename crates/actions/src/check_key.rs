//! Asking the service whether it lets a key in from this computer.

use std::sync::Arc;
use std::time::Instant;

use model_studio::data;
use model_studio::key::KeySecret;

use crate::app::base_urls;
use crate::failure::{Failure, about_use};
use crate::list_keys;
use crate::typed;
use crate::wire::{CheckedView, KeyRef};
use crate::world::World;

/// Lists the models with the key: the call that costs nothing. A good answer says that the key is let in from here; it
/// does not prove that it may call every model.
///
/// # Errors
/// [`Failure::KeyRefused`], [`Failure::AddressNotAllowed`], or that the service cannot be reached.
pub async fn check_key(world: &Arc<World>, key: &KeyRef) -> Result<CheckedView, Failure> {
    let connection = world.platform.connection(typed::region(&key.region)?.id)?;
    let value = KeySecret::from_service(world.value(key).await?);
    let started = Instant::now();
    match data::list_models(
        &connection.http,
        &base_urls(&connection.origin).openai,
        &value,
    )
    .await
    {
        Ok(models) => Ok(CheckedView {
            millis: u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX),
            models: typed::count(models.len()),
        }),
        Err(error) => {
            let disabled = list_keys::one(world, key)
                .await
                .is_ok_and(|row| row.disabled);
            Err(about_use(error, disabled))
        }
    }
}
