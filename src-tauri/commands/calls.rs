//! Calls of models.

use actions::{
    Failure,
    wire::{CallView, StartCallRequest},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn start_call(
    house: State<'_, House>,
    request: StartCallRequest,
) -> Result<CallView, Failure> {
    actions::start_call(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn call(house: State<'_, House>, id: String) -> Result<CallView, Failure> {
    actions::call(&house.world().await?, &id)
}

#[tauri::command]
pub(super) async fn stop_call(house: State<'_, House>, id: String) -> Result<CallView, Failure> {
    actions::stop_call(&house.world().await?, &id)
}
