//! Where secrets rest: what the probe says, and the encrypted file for computers without a keyring.

use std::sync::Arc;

use secrecy::SecretString;
use vault::{Keyring, Secrets, SecretsState, StoreError};

use crate::failure::Failure;
use crate::wire::SecretStoreView;
use crate::world::{World, blocking};

/// What the last probe said.
pub(crate) async fn state(world: &Arc<World>) -> Result<SecretStoreView, Failure> {
    let world = Arc::clone(world);
    blocking(move || view(&world, world.secrets.state())).await
}

/// Probes the keyring again: it may have been unlocked or installed meanwhile.
///
/// # Errors
/// [`Failure::Interrupted`].
pub async fn probe_store(world: &Arc<World>) -> Result<SecretStoreView, Failure> {
    let world = Arc::clone(world);
    blocking(move || view(&world, world.secrets.probe_again())).await
}

/// Keeps secrets in an encrypted file from now on, because the user chose it.
///
/// # Errors
/// [`Failure::PassphraseTooShort`], [`Failure::FileNotWritten`].
pub async fn choose_passphrase_file(
    world: &Arc<World>,
    passphrase: SecretString,
) -> Result<SecretStoreView, Failure> {
    after(world, move |secrets| secrets.choose_file(&passphrase)).await
}

/// Opens the encrypted file.
///
/// # Errors
/// [`Failure::PassphraseWrong`], [`Failure::FileNotWritten`].
pub async fn unlock_passphrase_file(
    world: &Arc<World>,
    passphrase: SecretString,
) -> Result<SecretStoreView, Failure> {
    after(world, move |secrets| secrets.unlock(&passphrase)).await
}

async fn after(
    world: &Arc<World>,
    work: impl FnOnce(&Secrets) -> Result<(), StoreError> + Send + 'static,
) -> Result<SecretStoreView, Failure> {
    let secrets = Arc::clone(&world.secrets);
    blocking(move || work(&secrets)).await??;
    state(world).await
}

fn view(world: &World, state: SecretsState) -> SecretStoreView {
    let name = world.secrets.keyring_name().to_owned();
    match state {
        SecretsState::Available => SecretStoreView::Available { name },
        SecretsState::Locked => SecretStoreView::Locked { name },
        SecretsState::Absent => SecretStoreView::Absent {
            name,
            packages: Keyring::packages(&world.os_release),
        },
        SecretsState::PassphraseNeeded { path } => SecretStoreView::PassphraseNeeded {
            path: path.display().to_string(),
        },
        SecretsState::PassphraseOpen { path } => SecretStoreView::PassphraseOpen {
            path: path.display().to_string(),
        },
    }
}
