//! The clipboard: a secret is put on it for a while, and taken off only if it is still there.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::world::{World, blocking};

/// The system's clipboard. Its calls may block.
pub trait Clipboard: Send + Sync {
    /// Puts a secret on it, kept out of clipboard histories where the system can.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn put_secret(&self, text: &SecretString) -> Result<(), ClipboardError>;
    /// What is on it now; none for nothing or something that is no text.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn read(&self) -> Result<Option<SecretString>, ClipboardError>;
    /// Empties it.
    ///
    /// # Errors
    /// [`ClipboardError`].
    fn clear(&self) -> Result<(), ClipboardError>;
}

/// The clipboard cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the clipboard cannot be used: {detail}")]
pub struct ClipboardError {
    /// What the system said.
    pub detail: String,
}

impl From<ClipboardError> for Failure {
    fn from(error: ClipboardError) -> Self {
        Self::ClipboardUnavailable {
            detail: error.detail,
        }
    }
}

/// What this program put on the clipboard last: enough to recognise it, not the text.
#[derive(Default)]
pub(crate) struct CopiedSecret {
    digest: Option<[u8; 32]>,
    /// Counts copies, so that an older countdown does not end a newer one.
    copies: u64,
}

/// Puts a secret on the clipboard and starts its countdown.
pub(crate) async fn put(
    world: &Arc<World>,
    text: SecretString,
    seconds: Option<u32>,
) -> Result<(), Failure> {
    let clipboard = Arc::clone(&world.clipboard);
    let copied = Arc::clone(&world.copied);
    let copy = blocking(move || {
        // Held meanwhile: what is remembered must be what is there, whoever else copies or clears.
        let mut copied = copied.lock().unwrap_or_else(PoisonError::into_inner);
        clipboard.put_secret(&text)?;
        copied.copies += 1;
        copied.digest = Some(digest(&text));
        Ok::<_, ClipboardError>(copied.copies)
    })
    .await??;
    if let Some(seconds) = seconds {
        let clipboard = Arc::clone(&world.clipboard);
        let copied = Arc::clone(&world.copied);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(seconds.into())).await;
            let _ended = blocking(move || {
                let mut copied = copied.lock().unwrap_or_else(PoisonError::into_inner);
                if copied.copies == copy
                    && let Err(error) = clear_if_ours(&*clipboard, &mut copied)
                {
                    tracing::warn!(%error, "the clipboard was not cleared");
                }
            })
            .await;
        });
    }
    Ok(())
}

/// Clears the clipboard if it still holds what this program put there; tells whether it did. Called on a click, and
/// when the program ends.
///
/// # Errors
/// [`Failure::ClipboardUnavailable`].
pub async fn clear_clipboard(world: &Arc<World>) -> Result<bool, Failure> {
    let clipboard = Arc::clone(&world.clipboard);
    let copied = Arc::clone(&world.copied);
    Ok(blocking(move || {
        let mut copied = copied.lock().unwrap_or_else(PoisonError::into_inner);
        clear_if_ours(&*clipboard, &mut copied)
    })
    .await??)
}

fn clear_if_ours(
    clipboard: &dyn Clipboard,
    copied: &mut CopiedSecret,
) -> Result<bool, ClipboardError> {
    let Some(ours) = copied.digest else {
        return Ok(false);
    };
    let there = clipboard.read()?.is_some_and(|text| digest(&text) == ours);
    if there {
        clipboard.clear()?;
    }
    copied.digest = None;
    Ok(there)
}

fn digest(text: &SecretString) -> [u8; 32] {
    // EXPOSE: only its hash is remembered.
    Sha256::digest(text.expose_secret().as_bytes()).into()
}
