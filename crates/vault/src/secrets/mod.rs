//! Where this computer's secrets are: in the keyring, or in the file that the user chose instead. One of the two,
//! never one behind the other: what is not found in the place in use is not looked for in the other.
//!
//! The choice is the file itself. While it exists it is in use, whether or not a keyring appears later.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

use crate::{
    ItemName, PassphraseFile, SecretStore, StoreError, StoreState, SystemStore, WorkFactor,
};

/// The one place for secrets that is in use.
pub struct Secrets {
    keyring: Box<dyn SystemStore>,
    file_path: PathBuf,
    work_factor: WorkFactor,
    place: Mutex<Place>,
}

/// What the user can be told about the place in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretsState {
    /// The keyring works.
    Available,
    /// The keyring is there and does not let this program in.
    Locked,
    /// There is no keyring, and no file was chosen.
    Absent,
    /// The file that was chosen waits for its passphrase.
    PassphraseNeeded {
        /// The file.
        path: PathBuf,
    },
    /// The file that was chosen is open.
    PassphraseOpen {
        /// The file.
        path: PathBuf,
    },
}

#[derive(Clone)]
enum Place {
    Keyring(StoreState),
    ClosedFile,
    OpenFile(Arc<PassphraseFile>),
}

impl Secrets {
    /// Finds out which place is in use. The keyring is asked only where no file was chosen.
    pub fn start(keyring: impl SystemStore + 'static, file_path: PathBuf) -> Secrets {
        Secrets::start_with(keyring, file_path, WorkFactor::default())
    }

    /// As [`Secrets::start`], with a work factor for the file.
    pub fn start_with(
        keyring: impl SystemStore + 'static,
        file_path: PathBuf,
        work_factor: WorkFactor,
    ) -> Secrets {
        let place = look(&keyring, &file_path);
        Secrets {
            keyring: Box::new(keyring),
            file_path,
            work_factor,
            place: Mutex::new(place),
        }
    }

    /// What is known about the place; nothing is asked.
    pub fn state(&self) -> SecretsState {
        match &*self.place() {
            Place::Keyring(StoreState::Available) => SecretsState::Available,
            Place::Keyring(StoreState::Locked) => SecretsState::Locked,
            Place::Keyring(StoreState::Absent) => SecretsState::Absent,
            Place::ClosedFile => SecretsState::PassphraseNeeded {
                path: self.file_path.clone(),
            },
            Place::OpenFile(file) => SecretsState::PassphraseOpen {
                path: file.path().to_owned(),
            },
        }
    }

    /// The keyring's name, whether or not it is in use.
    pub fn keyring_name(&self) -> &'static str {
        self.keyring.name()
    }

    /// Looks again, as after the user unlocked or installed a keyring. An open file stays open.
    pub fn probe_again(&self) -> SecretsState {
        if !matches!(*self.place(), Place::OpenFile(_)) {
            let found = look(&*self.keyring, &self.file_path);
            let mut place = self.place();
            // The look took its time, and the file may have been chosen or opened meanwhile.
            if !matches!(*place, Place::OpenFile(_)) {
                *place = found;
            }
        }
        self.state()
    }

    /// The user chose a file under this passphrase: creates it and uses it from now on. What the keyring holds stays
    /// there and is not used any more.
    pub fn choose_file(&self, passphrase: &SecretString) -> Result<(), StoreError> {
        let file = PassphraseFile::create_with(&self.file_path, passphrase, self.work_factor)?;
        *self.place() = Place::OpenFile(Arc::new(file));
        Ok(())
    }

    /// Opens the file that was chosen earlier.
    pub fn unlock(&self, passphrase: &SecretString) -> Result<(), StoreError> {
        let file = PassphraseFile::open_with(&self.file_path, passphrase, self.work_factor)?;
        *self.place() = Place::OpenFile(Arc::new(file));
        Ok(())
    }

    /// Does `work` in the place in use, and remembers what it says about the keyring.
    fn in_place<T>(
        &self,
        work: impl FnOnce(&dyn SecretStore) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // The place is not held meanwhile: a keyring takes its time, and the state is asked for by the window.
        let place = self.place().clone();
        match place {
            Place::ClosedFile => Err(StoreError::Locked),
            Place::OpenFile(file) => work(&*file),
            Place::Keyring(_) => {
                let outcome = work(&*self.keyring);
                if let Some(found) = state_told_by(&outcome)
                    && let Place::Keyring(state) = &mut *self.place()
                {
                    *state = found;
                }
                outcome
            }
        }
    }

    fn place(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SecretStore for Secrets {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        self.in_place(|store| store.put(name, secret))
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        self.in_place(|store| store.get(name))
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        self.in_place(|store| store.delete(name))
    }
}

fn look(keyring: &dyn SystemStore, file_path: &std::path::Path) -> Place {
    if PassphraseFile::exists(file_path) {
        Place::ClosedFile
    } else {
        Place::Keyring(keyring.probe())
    }
}

/// What the outcome of a call says about the keyring as a whole; a refusal of one call says nothing.
fn state_told_by<T>(outcome: &Result<T, StoreError>) -> Option<StoreState> {
    match outcome {
        Ok(_) | Err(StoreError::NotFound) => Some(StoreState::Available),
        Err(StoreError::Locked) => Some(StoreState::Locked),
        Err(StoreError::Absent) => Some(StoreState::Absent),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests;
