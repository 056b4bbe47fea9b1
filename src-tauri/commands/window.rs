//! The window itself, and the browser beside it.

use actions::{Failure, Place};
use tauri::{Runtime, State, WebviewWindow};

use crate::{browser, watchdog::Watchdog, window};

/// The page is painted.
#[tauri::command]
pub(super) fn window_ready<R: Runtime>(window: WebviewWindow<R>, watchdog: State<'_, Watchdog>) {
    watchdog.painted();
    window::show(&window);
}

/// Opens the key page of the platform's console: an address of the region table, never one of the page's.
#[tauri::command]
pub(super) async fn open_console(region: String) -> Result<(), Failure> {
    let console = region
        .parse::<Place>()
        .ok()
        .and_then(|place| place.region().console_url);
    browser::open(console.ok_or(Failure::RegionCannot { region })?).await
}
