//! Copying a key, alone or with the address that it belongs to.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::clipboard;
use crate::failure::Failure;
use crate::preferences;
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
/// As [`copy_key`], and [`Failure::HostUnknown`].
pub async fn copy_key_with_host(world: &Arc<World>, key: &KeyRef) -> Result<CopiedView, Failure> {
    let host = in_use(world, key).await?;
    let value = world.value(key).await?;
    // EXPOSE: the pair goes to the clipboard, as the user asked.
    let pair = SecretString::from(format!(
        "Base URL: {host}\nAPI Key: {}\n",
        value.expose_secret()
    ));
    put(world, pair).await
}

/// The address of the host that a key is used with.
pub(crate) async fn in_use(world: &Arc<World>, key: &KeyRef) -> Result<String, Failure> {
    let hosts = world.hosts_of(key).await?;
    let host = hosts.into_iter().next().ok_or(Failure::HostUnknown)?;
    Ok(host.base_urls.openai)
}

async fn put(world: &Arc<World>, text: SecretString) -> Result<CopiedView, Failure> {
    let clears_in_seconds = world.catalog(preferences::read).await?.clipboard_seconds;
    clipboard::put(world, text, clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}
