//! Copying a temporary key, alone or inside lines that use it. The clipboard is cleared when the key ends, if not before.

use std::sync::Arc;

use secrecy::SecretString;

use super::held::TemporaryKey;
use super::snippet;
use crate::clipboard;
use crate::failure::Failure;
use crate::preferences;
use crate::wire::{CopiedView, CopySnippetRequest};
use crate::world::World;

/// Puts a temporary key on the clipboard.
///
/// # Errors
/// [`Failure::TemporaryKeyEnded`], [`Failure::ClipboardUnavailable`].
pub async fn copy_temporary_key(world: &Arc<World>, id: &str) -> Result<CopiedView, Failure> {
    let key = world.temporary_keys.get(id, world.now())?;
    put(world, &key, key.value.secret().clone()).await
}

/// Puts lines that use a temporary key on the clipboard, with the key itself in them.
///
/// # Errors
/// [`Failure::TemporaryKeyEnded`], [`Failure::HostUnknown`], [`Failure::ClipboardUnavailable`].
pub async fn copy_snippet(
    world: &Arc<World>,
    request: &CopySnippetRequest,
) -> Result<CopiedView, Failure> {
    let key = world.temporary_keys.get(&request.id, world.now())?;
    let text = snippet::with_value(&key, request.language)?;
    put(world, &key, text).await
}

async fn put(
    world: &Arc<World>,
    key: &TemporaryKey,
    text: SecretString,
) -> Result<CopiedView, Failure> {
    let wished = world.catalog(preferences::read).await?.clipboard_seconds;
    let left = key.seconds_left(world.now());
    let clears_in_seconds = Some(wished.map_or(left, |wished| wished.min(left)));
    clipboard::put(world, text, clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}
