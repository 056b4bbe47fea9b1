//! Asking the service whether it lets a key in from this computer.

use std::sync::Arc;
use std::time::Instant;

use model_studio::data;
use model_studio::key::KeySecret;

use crate::failure::{Failure, about_use};
use crate::keys::refusal_cause;
use crate::places::hosts::base_urls;
use crate::typed;
use crate::wire::{CheckedView, KeyRef};
use crate::world::World;

/// Lists the models with the key: the call that costs nothing. A good answer says that the key is let in from here; it
/// does not prove that it may call every model.
///
/// # Errors
/// [`Failure::KeyRefused`], [`Failure::AddressNotAllowed`], or that the service cannot be reached.
pub async fn check_key(world: &Arc<World>, key: &KeyRef) -> Result<CheckedView, Failure> {
    let value = KeySecret::from_service(world.value(key).await?);
    let door = world.door(key).await?;
    let started = Instant::now();
    match data::list_models(&door.http, &base_urls(&door.origin).openai, &value).await {
        Ok(models) => Ok(CheckedView {
            millis: typed::millis(started),
            models: typed::count(models.len()),
        }),
        Err(error) => {
            let cause = refusal_cause::of(world, key, &value, &door.origin, &error).await;
            Err(about_use(error, cause))
        }
    }
}
