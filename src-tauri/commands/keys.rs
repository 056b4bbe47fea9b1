//! Keys.

use actions::{
    Failure,
    wire::{
        CheckedView, ChooseHostRequest, CreateKeyRequest, CreatedKeyView, DeleteKeyRequest,
        DownloadedView, EditDescriptionRequest, KeyList, KeyRef, KeyView, RefreshedView,
        ResetKeyView, RevealedView,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn list_keys(house: State<'_, House>, region: String) -> Result<KeyList, Failure> {
    actions::list_keys(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn seen_keys(
    house: State<'_, House>,
    region: String,
) -> Result<Option<KeyList>, Failure> {
    actions::seen_keys(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn refresh_region(
    house: State<'_, House>,
    region: String,
) -> Result<RefreshedView, Failure> {
    actions::refresh_region(&house.world().await?, &region).await
}

#[tauri::command]
pub(super) async fn choose_host(
    house: State<'_, House>,
    request: ChooseHostRequest,
) -> Result<KeyView, Failure> {
    actions::choose_host(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn edit_description(
    house: State<'_, House>,
    request: EditDescriptionRequest,
) -> Result<KeyView, Failure> {
    actions::edit_description(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn create_key(
    house: State<'_, House>,
    request: CreateKeyRequest,
) -> Result<CreatedKeyView, Failure> {
    actions::create_key(&house.world().await?, request).await
}

/// One of the two commands whose answer holds a secret; the other is `reveal_temporary_key`.
#[tauri::command]
pub(super) async fn reveal_key(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<RevealedView, Failure> {
    actions::reveal_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn download_key(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<DownloadedView, Failure> {
    actions::download_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn keep_key(house: State<'_, House>, key: KeyRef) -> Result<KeyView, Failure> {
    actions::keep_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn release_key(house: State<'_, House>, key: KeyRef) -> Result<(), Failure> {
    actions::release_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn check_key(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<CheckedView, Failure> {
    actions::check_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn disable_key(house: State<'_, House>, key: KeyRef) -> Result<KeyView, Failure> {
    actions::disable_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn enable_key(house: State<'_, House>, key: KeyRef) -> Result<KeyView, Failure> {
    actions::enable_key(&house.world().await?, &key).await
}

#[tauri::command]
pub(super) async fn reset_key(
    house: State<'_, House>,
    key: KeyRef,
) -> Result<ResetKeyView, Failure> {
    actions::reset_key(&house.world().await?, key).await
}

#[tauri::command]
pub(super) async fn delete_key(
    house: State<'_, House>,
    request: DeleteKeyRequest,
) -> Result<(), Failure> {
    actions::delete_key(&house.world().await?, request).await
}
