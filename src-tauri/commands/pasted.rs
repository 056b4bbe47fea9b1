//! Keys that exist already. A value comes in here and none goes out.

use actions::{
    Failure,
    wire::{AskHostsRequest, HostAnswerView, KeepPastedRequest, KeyRef, KeyView, PastedKeyView},
};
use secrecy::SecretString;
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn recognize_key(
    house: State<'_, House>,
    value: SecretString,
) -> Result<PastedKeyView, Failure> {
    actions::recognize_key(&house.world().await?, value).await
}

#[tauri::command]
pub(super) async fn ask_hosts(
    house: State<'_, House>,
    request: AskHostsRequest,
) -> Result<Vec<HostAnswerView>, Failure> {
    actions::ask_hosts(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn keep_pasted(
    house: State<'_, House>,
    request: KeepPastedRequest,
) -> Result<KeyView, Failure> {
    actions::keep_pasted(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn forget_pasted(house: State<'_, House>, id: String) -> Result<(), Failure> {
    actions::forget_pasted(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn remove_kept(house: State<'_, House>, key: KeyRef) -> Result<(), Failure> {
    actions::remove_kept(&house.world().await?, &key).await
}
