//! Accounts of the cloud. A secret comes in here and none goes out.

use actions::{
    Failure,
    wire::{
        AccountCheckView, AccountView, AddAccountRequest, EditAccountRequest, FoundCredentialsView,
        RamPolicyView,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn add_account(
    house: State<'_, House>,
    request: AddAccountRequest,
) -> Result<AccountView, Failure> {
    actions::add_account(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn edit_account(
    house: State<'_, House>,
    request: EditAccountRequest,
) -> Result<AccountView, Failure> {
    actions::edit_account(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn check_account(
    house: State<'_, House>,
    id: String,
) -> Result<AccountCheckView, Failure> {
    actions::check_account(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn remove_account(house: State<'_, House>, id: String) -> Result<(), Failure> {
    actions::remove_account(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn find_credentials(
    house: State<'_, House>,
) -> Result<Vec<FoundCredentialsView>, Failure> {
    actions::find_credentials(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn ram_policy() -> RamPolicyView {
    actions::ram_policy()
}
