//! Costs.

use actions::{
    Failure,
    wire::{CostRequest, CostView, DownloadedView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn costs(
    house: State<'_, House>,
    request: CostRequest,
) -> Result<CostView, Failure> {
    actions::costs(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn download_costs(
    house: State<'_, House>,
    request: CostRequest,
) -> Result<DownloadedView, Failure> {
    actions::download_costs(&house.world().await?, request).await
}
