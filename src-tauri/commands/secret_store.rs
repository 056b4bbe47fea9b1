//! Where secrets rest. A passphrase comes in and never goes out.

use actions::{Failure, wire::SecretStoreView};
use secrecy::SecretString;
use tauri::State;

use crate::house::House;

#[tauri::command]
pub(super) async fn probe_store(house: State<'_, House>) -> Result<SecretStoreView, Failure> {
    actions::probe_store(&house.world().await?).await
}

#[tauri::command]
pub(super) async fn choose_passphrase_file(
    house: State<'_, House>,
    passphrase: SecretString,
) -> Result<SecretStoreView, Failure> {
    actions::choose_passphrase_file(&house.world().await?, passphrase).await
}

#[tauri::command]
pub(super) async fn unlock_passphrase_file(
    house: State<'_, House>,
    passphrase: SecretString,
) -> Result<SecretStoreView, Failure> {
    actions::unlock_passphrase_file(&house.world().await?, passphrase).await
}
