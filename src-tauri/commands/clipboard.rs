//! Copying. What is secret goes through the actions; what is not, such as a base URL, through the plugin.

use actions::{Failure, wire::CopiedView, wire::KeyRef};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::house::House;

#[tauri::command]
pub(super) async fn copy_key(house: State<'_, House>, key: KeyRef) -> Result<CopiedView, Failure> {
    actions::copy_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn copy_key_with_host(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<CopiedView, Failure> {
    actions::copy_key_with_host(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn clear_clipboard(house: State<'_, House>) -> Result<bool, Failure> {
    actions::clear_clipboard(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn copy_text<R: Runtime>(app: AppHandle<R>, text: String) -> Result<(), Failure> {
    app.clipboard()
        .write_text(text)
        .map_err(|error| Failure::ClipboardUnavailable {
            detail: error.to_string(),
        })
}
