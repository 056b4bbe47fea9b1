//! Copying a key, alone or with the address that it belongs to.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::app::base_urls;
use crate::clipboard;
use crate::failure::Failure;
use crate::preferences;
use crate::typed;
use crate::wire::{CopiedView, KeyRef};
use crate::world::World;

/// Puts a key on the clipboard for a while.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, or [`Failure::ClipboardUnavailable`].
pub async fn copy_key(world: &Arc<World>, key: &KeyRef) -> Result<CopiedView, Failure> {
    let value = world.value(key).await?;
    put(world, value).await
}

/// Puts a key on the clipboard together with its OpenAI-compatible base URL: the two belong together.
///
/// # Errors
/// As [`copy_key`], and that the region cannot be worked with.
pub async fn copy_key_with_host(world: &Arc<World>, key: &KeyRef) -> Result<CopiedView, Failure> {
    let connection = world.platform.connection(typed::region(&key.region)?.id)?;
    let value = world.value(key).await?;
    let host = base_urls(&connection.origin).openai;
    // EXPOSE: the pair goes to the clipboard, as the user asked.
    let pair = SecretString::from(format!(
        "Base URL: {host}\nAPI Key: {}\n",
        value.expose_secret()
    ));
    put(world, pair).await
}

async fn put(world: &Arc<World>, text: SecretString) -> Result<CopiedView, Failure> {
    let clears_in_seconds = world.catalog(preferences::read).await?.clipboard_seconds;
    clipboard::put(world, text, clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}
