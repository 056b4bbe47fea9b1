//! Why a program does not see a key.

use actions::{
    Failure,
    wire::{DiagnoseRequest, DiagnosisView, DownloadedView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn diagnose(
    house: State<'_, House>,
    request: DiagnoseRequest,
) -> Result<DiagnosisView, Failure> {
    actions::diagnose(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn save_diagnosis(
    house: State<'_, House>,
    request: DiagnoseRequest,
) -> Result<DownloadedView, Failure> {
    actions::save_diagnosis(&house.world().await?, request).await
}
