//! Pages that are opened in the user's browser.

use actions::Failure;
use tauri::async_runtime;

/// Opens a page: an address of this program, never one that came from the window.
///
/// # Errors
/// [`Failure::BrowserUnavailable`].
pub(crate) async fn open(address: &'static str) -> Result<(), Failure> {
    // Starting a program waits for it for a moment, to see whether it fails.
    let opening = async_runtime::spawn_blocking(move || open::that_detached(address));
    if let Ok(Ok(())) = opening.await {
        return Ok(());
    }
    Err(Failure::BrowserUnavailable {
        address: address.to_owned(),
    })
}
