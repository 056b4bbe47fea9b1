//! Keys in the forms of other programs.

use actions::{
    Failure,
    wire::{CopiedView, DownloadedView, ExportKeyRequest},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn export_key(
    house: State<'_, House>,
    request: ExportKeyRequest,
) -> Result<DownloadedView, Failure> {
    actions::export_key(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn copy_export(
    house: State<'_, House>,
    request: ExportKeyRequest,
) -> Result<CopiedView, Failure> {
    actions::copy_export(&house.world().await?, &request).await
}
