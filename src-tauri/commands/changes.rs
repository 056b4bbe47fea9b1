//! What was changed on this computer.

use actions::{
    Failure,
    wire::{ChangeView, UndoneEverythingView, UndoneView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn apply_plan(
    house: State<'_, House>,
    plan_id: String,
) -> Result<ChangeView, Failure> {
    actions::apply_plan(&house.world().await?, &plan_id).await
}

#[tauri::command]
pub(super) async fn list_changes(house: State<'_, House>) -> Result<Vec<ChangeView>, Failure> {
    actions::list_changes(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn verify_change(
    house: State<'_, House>,
    change_id: String,
) -> Result<ChangeView, Failure> {
    actions::verify_change(&house.world().await?, &change_id).await
}

#[tauri::command]
pub(super) async fn undo_change(
    house: State<'_, House>,
    change_id: String,
) -> Result<UndoneView, Failure> {
    actions::undo_change(&house.world().await?, &change_id).await
}

#[tauri::command]
pub(super) async fn undo_everything(
    house: State<'_, House>,
) -> Result<UndoneEverythingView, Failure> {
    actions::undo_everything(&house.world().await?).await
}
