//! Programs that are started with a key, and lines that set one by hand.

use actions::{
    Failure,
    wire::{
        CopiedView, CopyVariableLinesRequest, ProgramView, StartProgramRequest,
        VariableLinesRequest, VariableLinesView,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn list_programs(house: State<'_, House>) -> Result<Vec<ProgramView>, Failure> {
    actions::list_programs(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn start_program(
    house: State<'_, House>,
    request: StartProgramRequest,
) -> Result<ProgramView, Failure> {
    actions::start_program(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn variable_lines(
    house: State<'_, House>,
    request: VariableLinesRequest,
) -> Result<Vec<VariableLinesView>, Failure> {
    actions::variable_lines(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn copy_variable_lines(
    house: State<'_, House>,
    request: CopyVariableLinesRequest,
) -> Result<CopiedView, Failure> {
    actions::copy_variable_lines(&house.world().await?, &request).await
}
