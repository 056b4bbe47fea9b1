//! Showing a key in full. No other action has an answer that holds a secret but the same of temporary keys.

use std::sync::Arc;

use secrecy::ExposeSecret;

use crate::failure::Failure;
use crate::wire::{KeyRef, RevealedView};
use crate::world::World;

/// Long enough to compare or type, short enough for a passer-by.
pub(crate) const HIDES_IN_SECONDS: u32 = 30;

/// The value of a key that is on this computer.
///
/// # Errors
/// [`Failure::SecretMissing`], or what the keyring says.
pub async fn reveal_key(world: &Arc<World>, key: &KeyRef) -> Result<RevealedView, Failure> {
    let value = world.value(key).await?;
    // EXPOSE: the user asked to see it.
    Ok(RevealedView {
        value: value.expose_secret().to_owned(),
        hides_in_seconds: HIDES_IN_SECONDS,
    })
}
