//! Who may use a key, and for what: lists explained, groups, own addresses, models, previews and updates.

use actions::{
    Failure,
    wire::{
        AddressGroupRequest, AddressGroupView, AllowlistView, ExplainAllowlistRequest,
        ListModelsRequest, ModelView, MyAddressesView, PermissionChangedView,
        PermissionPreviewView, PreviewPermissionRequest, SavedGroupView, UpdatePermissionRequest,
        WouldAllowRequest, WouldAllowView,
    },
};
use tauri::State;

use crate::house::House;

/// Off the main thread: a list of ten thousand lines must not hold up the window.
#[tauri::command(async)]
pub(super) fn explain_allowlist(
    request: ExplainAllowlistRequest,
) -> Result<AllowlistView, Failure> {
    actions::explain_allowlist(&request)
}

#[tauri::command(async)]
pub(super) fn would_allow(request: WouldAllowRequest) -> Result<WouldAllowView, Failure> {
    actions::would_allow(&request)
}

#[tauri::command]
pub(super) async fn my_addresses(
    house: State<'_, House>,
    region: String,
) -> Result<MyAddressesView, Failure> {
    actions::my_addresses(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn list_address_groups(
    house: State<'_, House>,
) -> Result<Vec<AddressGroupView>, Failure> {
    actions::list_address_groups(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn save_address_group(
    house: State<'_, House>,
    group: AddressGroupRequest,
) -> Result<SavedGroupView, Failure> {
    actions::save_address_group(&house.world().await?, group).await
}

#[tauri::command]
pub(super) async fn delete_address_group(
    house: State<'_, House>,
    id: String,
) -> Result<(), Failure> {
    actions::delete_address_group(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn list_models(
    house: State<'_, House>,
    request: ListModelsRequest,
) -> Result<Vec<ModelView>, Failure> {
    actions::list_models(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn preview_permission(
    house: State<'_, House>,
    request: PreviewPermissionRequest,
) -> Result<PermissionPreviewView, Failure> {
    actions::preview_permission(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn update_permission(
    house: State<'_, House>,
    request: UpdatePermissionRequest,
) -> Result<PermissionChangedView, Failure> {
    actions::update_permission(&house.world().await?, request).await
}
