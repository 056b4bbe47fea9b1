//! Windows: the Credential Manager. It is open while its user is logged on, so there is nothing to ask before a call.

use std::sync::Arc;
use std::time::Duration;

use keyring_core::CredentialStore;

use crate::{StoreError, StoreState};

pub(super) const NAME: &str = "Credential Manager";

/// Nothing here waits for a person.
pub(super) const PATIENCE: Duration = Duration::from_secs(15);

/// The store answers so where there is no logon session, as in a service.
pub(super) const NO_ACCESS: StoreError = StoreError::Absent;

pub(super) fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    let store = windows_native_keyring_store::Store::new()?;
    Ok(store)
}

/// Credentials stay on this computer instead of roaming with the user's profile. The Credential Manager shows the
/// item's name; it has no label.
pub(super) fn modifiers(_label: &str) -> Vec<(&str, &str)> {
    vec![("persistence", "Local")]
}

pub(super) fn state(_service: &str, _user: &str) -> StoreState {
    StoreState::Available
}
