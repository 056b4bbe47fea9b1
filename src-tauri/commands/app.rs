//! The frame of the window.

use actions::{
    Failure,
    wire::{AppView, PreferencesView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn app(house: State<'_, House>) -> Result<AppView, Failure> {
    actions::app(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn save_preferences(
    house: State<'_, House>,
    preferences: PreferencesView,
) -> Result<PreferencesView, Failure> {
    actions::save_preferences(&house.world().await?, preferences).await
}

#[tauri::command]
pub(super) async fn dismiss_attention(house: State<'_, House>, id: String) -> Result<(), Failure> {
    actions::dismiss_attention(&house.world().await?, &id).await
}
