//! macOS: the login keychain. The system itself shows the prompts and unlocks at login, so there is nothing to ask
//! before a call.

use std::sync::Arc;
use std::time::Duration;

use keyring_core::CredentialStore;

use crate::{StoreError, StoreState};

pub(super) const NAME: &str = "Keychain";

/// The system may ask the user whether this program may read the item; that takes a person's time.
pub(super) const PATIENCE: Duration = Duration::from_secs(120);

/// There is always a keychain; no access means that it is closed to this program.
pub(super) const NO_ACCESS: StoreError = StoreError::Locked;

pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store = apple_native_keyring_store::keychain::Store::new()?;
    Ok(store)
}

/// The keychain makes its label from service and account.
pub(super) fn modifiers(_label: &str) -> Vec<(&str, &str)> {
    Vec::new()
}

pub(super) fn state(_service: &str, _user: &str) -> StoreState {
    StoreState::Available
}
