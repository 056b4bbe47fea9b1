//! The keyring of the operating system, one item a secret, found by id. The systems differ only in which store is
//! opened (`linux`, `macos`, `windows`); everything else is here.
//!
//! A keyring may show a prompt and wait for a person who is not there. So a call first asks, without a prompt, whether
//! the keyring is locked, and then runs on a thread of its own that is given up after a bounded time.

#[cfg(target_os = "linux")]
mod at_once;
mod packages;
mod patience;

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "macos", path = "macos.rs")]
#[cfg_attr(target_os = "windows", path = "windows.rs")]
mod platform;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use data_encoding::HEXLOWER;
use keyring_core::{CredentialStore, Entry};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::{ItemName, SecretStore, StoreError, StoreState, SystemStore};

/// The operating system's keyring.
pub struct Keyring {
    service: String,
    store: OpenStore,
}

/// The store once it was opened. It holds a connection, so it is kept; and it is given up when a call on it hangs,
/// because the call holds it too.
type OpenStore = Arc<Mutex<Option<Arc<CredentialStore>>>>;

impl Keyring {
    /// Under this name the program's items are in the system's keyring.
    pub const SERVICE: &'static str = "studio-keys";

    /// The keyring, with items that belong to `service`. Nothing is opened before the first call.
    pub fn new(service: &str) -> Keyring {
        Keyring {
            service: service.to_owned(),
            store: OpenStore::default(),
        }
    }

    /// Its name: Secret Service, Keychain, Credential Manager.
    pub fn name(&self) -> &'static str {
        platform::NAME
    }

    /// The packages to install where there is no keyring, judged by the text of `/etc/os-release`. Empty where nothing
    /// needs to be installed or the distribution is not known.
    pub fn packages(os_release: &str) -> Vec<String> {
        packages::for_distribution(os_release)
    }

    /// Finds out whether the keyring works, by writing, reading and deleting an item. Never prompts.
    ///
    /// A keyring that is there but refuses, or does not answer in time, counts as [`StoreState::Locked`]: only a missing
    /// one may lead to the offer of a file in its place.
    pub fn probe(&self) -> StoreState {
        match self.write_read_delete() {
            Ok(()) => StoreState::Available,
            Err(StoreError::Absent) => StoreState::Absent,
            Err(error) => {
                tracing::warn!(%error, "the keyring cannot be used");
                StoreState::Locked
            }
        }
    }

    /// Reads one secret in as few steps as the system has for it, waits no longer than `patience`, and never prompts. For a
    /// program that prints a key and ends.
    pub fn get_at_once(
        &self,
        name: &ItemName,
        patience: Duration,
    ) -> Result<SecretString, StoreError> {
        let (service, item) = (self.service.clone(), name.clone());
        let read = move || -> Result<SecretString, StoreError> {
            #[cfg(target_os = "linux")]
            return at_once::get(&service, item.as_str(), patience);
            #[cfg(not(target_os = "linux"))]
            Keyring::new(&service).get(&item)
        };
        match patience::within(patience, read) {
            Ok(outcome) => outcome,
            Err(patience::Lost::TimedOut) => Err(StoreError::Locked),
            Err(patience::Lost::Thread(detail)) => Err(StoreError::Refused { detail }),
        }
    }

    fn write_read_delete(&self) -> Result<(), StoreError> {
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|error| StoreError::Refused {
            detail: error.to_string(),
        })?;
        let written = HEXLOWER.encode(&random);
        let name = ItemName::probe();
        self.put(&name, &SecretString::from(written.as_str()))?;
        let read = self.get(&name)?;
        self.delete(&name)?;
        // EXPOSE: the probe's own random text, no one's secret.
        if read.expose_secret() == written {
            Ok(())
        } else {
            Err(StoreError::Refused {
                detail: "another value was read than was written".to_owned(),
            })
        }
    }

    /// Does `work` with the item, on a thread that is left behind when it takes too long.
    fn with_entry<T, W>(&self, name: &ItemName, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: Fn(&Entry) -> keyring_core::Result<T> + Send + 'static,
    {
        let (service, name, store) = (self.service.clone(), name.clone(), self.store.clone());
        let outcome = patience::within(platform::PATIENCE, move || {
            match platform::state(&service, name.as_str()) {
                StoreState::Available => {}
                StoreState::Locked => return Err(StoreError::Locked),
                StoreState::Absent => return Err(StoreError::Absent),
            }
            on_open_store(&store, |store| work(&entry(store, &service, &name)?))
                .map_err(store_error)
        });
        match outcome {
            Ok(outcome) => outcome,
            Err(patience::Lost::TimedOut) => {
                *self.store.lock().unwrap_or_else(PoisonError::into_inner) = None;
                Err(StoreError::Locked)
            }
            Err(patience::Lost::Thread(detail)) => Err(StoreError::Refused { detail }),
        }
    }
}

impl SecretStore for Keyring {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        let secret = secret.clone();
        self.with_entry(name, move |entry| {
            // EXPOSE: the keyring is where the secret is to rest.
            entry.set_secret(secret.expose_secret().as_bytes())
        })
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        let bytes = self.with_entry(name, |entry| entry.get_secret().map(Zeroizing::new))?;
        text(&bytes)
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        match self.with_entry(name, Entry::delete_credential) {
            Err(StoreError::NotFound) => Ok(()),
            outcome => outcome,
        }
    }
}

impl SystemStore for Keyring {
    fn name(&self) -> &'static str {
        Keyring::name(self)
    }

    fn probe(&self) -> StoreState {
        Keyring::probe(self)
    }
}

/// The secret of an item, which this program wrote as text.
fn text(bytes: &[u8]) -> Result<SecretString, StoreError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SecretString::from(text)),
        Err(_) => Err(StoreError::Refused {
            detail: "the item does not hold text".to_owned(),
        }),
    }
}

fn entry(
    store: &Arc<CredentialStore>,
    service: &str,
    name: &ItemName,
) -> keyring_core::Result<Entry> {
    let label = name.label();
    let modifiers: HashMap<&str, &str> = platform::modifiers(&label).into_iter().collect();
    store.build(service, name.as_str(), Some(&modifiers))
}

/// Works on the open store, and once more on a fresh one when the kept one fails: the keyring may have been restarted
/// since. All that is done with an item may be done twice.
fn on_open_store<T>(
    open: &OpenStore,
    work: impl Fn(&Arc<CredentialStore>) -> keyring_core::Result<T>,
) -> keyring_core::Result<T> {
    let kept = open.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(store) = kept {
        let outcome = work(&store);
        if !matches!(outcome, Err(keyring_core::Error::PlatformFailure(_))) {
            *open.lock().unwrap_or_else(PoisonError::into_inner) = Some(store);
            return outcome;
        }
    }
    let store: Arc<CredentialStore> = platform::open()?;
    let outcome = work(&store);
    *open.lock().unwrap_or_else(PoisonError::into_inner) = Some(store);
    outcome
}

fn store_error(error: keyring_core::Error) -> StoreError {
    match error {
        keyring_core::Error::NoEntry => StoreError::NotFound,
        keyring_core::Error::NoStorageAccess(_) => platform::NO_ACCESS,
        // The words of these errors name attributes and causes; the bytes some of them carry are not printed.
        error => StoreError::Refused {
            detail: error.to_string(),
        },
    }
}
