//! Environment variables of this computer.

use actions::{
    Failure,
    wire::{PlanVariableRequest, VariablePlanView},
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn plan_variable(
    house: State<'_, House>,
    request: PlanVariableRequest,
) -> Result<VariablePlanView, Failure> {
    actions::plan_variable(&house.world().await?, request).await
}
