//! One encrypted file for all secrets, for a computer without a keyring: a JSON object of names and values, encrypted
//! with a passphrase in the age format. The file exists only where the user chose it.
//!
//! Opening costs one scrypt run, about a second by intent; from then on the content is in memory. Each change writes
//! the whole file anew under a fresh salt and costs that second again: keys are created rarely, and a cheaper change
//! would need a second key lying somewhere. The content in memory changes only after the file did.
//!
//! A second process may have the same file open: where there is no keyring there is often no session bus either, over
//! which a second start would find the first. So each change is made under a lock and to what the file holds then.

mod envelope;
mod replace;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use secrecy::{ExposeSecret, SecretString};

use crate::{FileProblem, ItemName, SecretStore, StoreError};

pub use envelope::WorkFactor;

/// Characters that a passphrase needs at least.
pub const MINIMUM_PASSPHRASE: u32 = 8;

/// The open file.
pub struct PassphraseFile {
    path: PathBuf,
    passphrase: SecretString,
    work_factor: WorkFactor,
    inside: Mutex<Inside>,
}

/// The file as it was last seen.
struct Inside {
    sealed: Vec<u8>,
    secrets: Content,
}

/// What the file holds: values by name.
type Content = BTreeMap<String, SecretString>;

impl PassphraseFile {
    /// Whether the user chose a file here. A link that leads nowhere counts: it was chosen, and is broken.
    pub fn exists(path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok()
    }

    /// Creates an empty file under a passphrase. An existing one is never overwritten.
    pub fn create(path: &Path, passphrase: &SecretString) -> Result<PassphraseFile, StoreError> {
        PassphraseFile::create_with(path, passphrase, WorkFactor::default())
    }

    /// As [`PassphraseFile::create`], with a work factor of the caller's choice.
    pub fn create_with(
        path: &Path,
        passphrase: &SecretString,
        work_factor: WorkFactor,
    ) -> Result<PassphraseFile, StoreError> {
        // EXPOSE: its length is checked.
        let characters = passphrase.expose_secret().chars().count();
        if characters < MINIMUM_PASSPHRASE as usize {
            return Err(StoreError::PassphraseTooShort {
                minimum: MINIMUM_PASSPHRASE,
            });
        }
        if PassphraseFile::exists(path) {
            return Err(problem(path)(FileProblem::Exists));
        }
        let secrets = Content::new();
        let sealed = envelope::seal(&secrets, passphrase, work_factor).map_err(problem(path))?;
        replace::create(path, &sealed).map_err(problem(path))?;
        Ok(PassphraseFile {
            path: path.to_owned(),
            passphrase: passphrase.clone(),
            work_factor,
            inside: Mutex::new(Inside { sealed, secrets }),
        })
    }

    /// Opens a file that exists.
    pub fn open(path: &Path, passphrase: &SecretString) -> Result<PassphraseFile, StoreError> {
        PassphraseFile::open_with(path, passphrase, WorkFactor::default())
    }

    /// As [`PassphraseFile::open`]; later changes are written with this work factor.
    pub fn open_with(
        path: &Path,
        passphrase: &SecretString,
        work_factor: WorkFactor,
    ) -> Result<PassphraseFile, StoreError> {
        let sealed =
            fs::read(path).map_err(|error| problem(path)(FileProblem::System(error.kind())))?;
        let secrets = unseal(path, &sealed, passphrase)?;
        Ok(PassphraseFile {
            path: path.to_owned(),
            passphrase: passphrase.clone(),
            work_factor,
            inside: Mutex::new(Inside { sealed, secrets }),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in what another process wrote. A file that vanished or lost its content says nothing: what is known stays.
    fn catch_up(&self, inside: &mut Inside) -> Result<(), StoreError> {
        let sealed = match fs::read(&self.path) {
            Ok(sealed) => sealed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(problem(&self.path)(FileProblem::System(error.kind()))),
        };
        if !sealed.is_empty() && sealed != inside.sealed {
            inside.secrets = unseal(&self.path, &sealed, &self.passphrase)?;
            inside.sealed = sealed;
        }
        Ok(())
    }

    /// Changes what the file holds now, and believes it only when it is on the disk.
    fn change(&self, edit: impl FnOnce(&mut Content)) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let _until_done = replace::lock(&self.path).map_err(problem(&self.path))?;
        self.catch_up(&mut inside)?;
        let mut secrets = inside.secrets.clone();
        edit(&mut secrets);
        let sealed = envelope::seal(&secrets, &self.passphrase, self.work_factor)
            .map_err(problem(&self.path))?;
        replace::replace(&self.path, &sealed).map_err(problem(&self.path))?;
        *inside = Inside { sealed, secrets };
        Ok(())
    }

    fn find(&self, name: &ItemName) -> Option<SecretString> {
        let mut inside = self.inside();
        if let Err(error) = self.catch_up(&mut inside) {
            // What was read before is as good as it was; only a change must not be built on it.
            tracing::warn!(%error, "the encrypted file cannot be read again");
        }
        inside.secrets.get(name.as_str()).cloned()
    }
}

impl SecretStore for PassphraseFile {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        self.change(|secrets| {
            secrets.insert(name.as_str().to_owned(), secret.clone());
        })
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        self.find(name).ok_or(StoreError::NotFound)
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        if self.find(name).is_none() {
            return Ok(());
        }
        self.change(|secrets| {
            secrets.remove(name.as_str());
        })
    }
}

fn unseal(path: &Path, sealed: &[u8], passphrase: &SecretString) -> Result<Content, StoreError> {
    envelope::open(sealed, passphrase).map_err(|error| match error {
        envelope::OpenError::WrongPassphrase => StoreError::WrongPassphrase,
        envelope::OpenError::File(reason) => problem(path)(reason),
    })
}

fn problem(path: &Path) -> impl Fn(FileProblem) -> StoreError + '_ {
    |reason| StoreError::File {
        path: path.to_owned(),
        reason,
    }
}

#[cfg(test)]
mod tests;
