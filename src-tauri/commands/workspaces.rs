//! Workspaces, and what each may call and how much.

use actions::{
    Failure,
    wire::{
        BatchOutcomeView, CreateWorkspaceRequest, ModelAccessView, ModelLimitsView,
        UpdateModelAccessRequest, UpdateModelLimitsRequest, WorkspaceList, WorkspaceRef,
        WorkspaceRowView,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn list_workspaces(
    house: State<'_, House>,
    region: String,
) -> Result<WorkspaceList, Failure> {
    actions::list_workspaces(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn create_workspace(
    house: State<'_, House>,
    request: CreateWorkspaceRequest,
) -> Result<WorkspaceRowView, Failure> {
    actions::create_workspace(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn delete_workspace(
    house: State<'_, House>,
    workspace: WorkspaceRef,
) -> Result<(), Failure> {
    actions::delete_workspace(&house.world().await?, workspace).await
}

#[tauri::command]
pub(super) async fn list_model_access(
    house: State<'_, House>,
    workspace: WorkspaceRef,
) -> Result<ModelAccessView, Failure> {
    actions::list_model_access(&house.world().await?, workspace).await
}

#[tauri::command]
pub(super) async fn update_model_access(
    house: State<'_, House>,
    request: UpdateModelAccessRequest,
) -> Result<BatchOutcomeView, Failure> {
    actions::update_model_access(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn list_model_limits(
    house: State<'_, House>,
    workspace: WorkspaceRef,
) -> Result<ModelLimitsView, Failure> {
    actions::list_model_limits(&house.world().await?, workspace).await
}

#[tauri::command]
pub(super) async fn update_model_limits(
    house: State<'_, House>,
    request: UpdateModelLimitsRequest,
) -> Result<BatchOutcomeView, Failure> {
    actions::update_model_limits(&house.world().await?, request).await
}
