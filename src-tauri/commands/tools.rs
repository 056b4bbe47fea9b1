//! Tools that use keys.

use actions::{
    Failure,
    wire::{
        CopiedView, PlanToolRequest, ToolGuideRequest, ToolGuideView, ToolId, ToolPlanView,
        ToolView,
    },
};
use tauri::State;

use crate::{browser, house::House};

#[tauri::command]
pub(super) async fn list_tools(house: State<'_, House>) -> Result<Vec<ToolView>, Failure> {
    actions::list_tools(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn plan_tool(
    house: State<'_, House>,
    request: PlanToolRequest,
) -> Result<ToolPlanView, Failure> {
    actions::plan_tool(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn tool_guide(
    house: State<'_, House>,
    request: ToolGuideRequest,
) -> Result<ToolGuideView, Failure> {
    actions::tool_guide(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn copy_import_link(
    house: State<'_, House>,
    request: ToolGuideRequest,
) -> Result<CopiedView, Failure> {
    actions::copy_import_link(&house.world().await?, &request).await
}

/// Opens the page about a tool's settings: an address of the guide, never one of the page's.
#[tauri::command]
pub(super) async fn open_tool_page(tool: ToolId) -> Result<(), Failure> {
    browser::open(actions::tool_page(tool)?).await
}
