//! Rotations: a key is replaced by a new one, step by step.

use actions::{
    Failure,
    wire::{KeyRef, RotationView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn start_rotation(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<RotationView, Failure> {
    actions::start_rotation(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn continue_rotation(
    house: State<'_, House>,
    id: String,
) -> Result<RotationView, Failure> {
    actions::continue_rotation(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn undo_rotation(
    house: State<'_, House>,
    id: String,
) -> Result<RotationView, Failure> {
    actions::undo_rotation(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn finish_rotation(
    house: State<'_, House>,
    id: String,
) -> Result<RotationView, Failure> {
    actions::finish_rotation(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn postpone_rotation(
    house: State<'_, House>,
    id: String,
) -> Result<RotationView, Failure> {
    actions::postpone_rotation(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn list_rotations(house: State<'_, House>) -> Result<Vec<RotationView>, Failure> {
    actions::list_rotations(&house.world().await?).await
}
