//! Temporary keys.

use actions::{
    Failure,
    wire::{
        CopiedView, CopySnippetRequest, CreateTemporaryKeyRequest, RevealedView, SnippetView,
        TemporaryKeyView,
    },
};
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn create_temporary_key(
    house: State<'_, House>,
    request: CreateTemporaryKeyRequest,
) -> Result<TemporaryKeyView, Failure> {
    actions::create_temporary_key(&house.world().await?, request).await
}

#[tauri::command]
pub(super) async fn list_temporary_keys(
    house: State<'_, House>,
) -> Result<Vec<TemporaryKeyView>, Failure> {
    Ok(actions::list_temporary_keys(&house.world().await?))
}

/// Its answer holds a secret, as that of `reveal_key` does: one that ends soon.
#[tauri::command]
pub(super) async fn reveal_temporary_key(
    house: State<'_, House>,
    id: String,
) -> Result<RevealedView, Failure> {
    actions::reveal_temporary_key(&house.world().await?, &id)
}

#[tauri::command]
pub(super) async fn copy_temporary_key(
    house: State<'_, House>,
    id: String,
) -> Result<CopiedView, Failure> {
    actions::copy_temporary_key(&house.world().await?, &id).await
}

#[tauri::command]
pub(super) async fn snippets(
    house: State<'_, House>,
    id: String,
) -> Result<Vec<SnippetView>, Failure> {
    actions::snippets(&house.world().await?, &id)
}

#[tauri::command]
pub(super) async fn copy_snippet(
    house: State<'_, House>,
    request: CopySnippetRequest,
) -> Result<CopiedView, Failure> {
    actions::copy_snippet(&house.world().await?, &request).await
}

#[tauri::command]
pub(super) async fn forget_temporary_key(
    house: State<'_, House>,
    id: String,
) -> Result<(), Failure> {
    actions::forget_temporary_key(&house.world().await?, &id);
    Ok(())
}
