//! One encrypted file for all secrets, for a computer without a keyring: a JSON object of names and values, encrypted
//! with a passphrase in the age format. The file exists only where the user chose it.
//!
//! Opening costs one scrypt run, about a second by intent; from then on the content is in memory. Each change writes
//! the whole file anew under a fresh salt and costs that second again: keys are created rarely, and a cheaper change
//! would need a second key lying somewhere. The content in memory changes only after the file did.

mod envelope;
mod replace;

use std::collections::BTreeMap;
use std::fs;
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
    secrets: Mutex<Content>,
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
        let file = PassphraseFile {
            path: path.to_owned(),
            passphrase: passphrase.clone(),
            work_factor,
            secrets: Mutex::new(Content::new()),
        };
        let sealed = file.seal(&Content::new())?;
        replace::create(path, &sealed).map_err(problem(path))?;
        Ok(file)
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
        let secrets = match envelope::open(&sealed, passphrase) {
            Ok(secrets) => secrets,
            Err(envelope::OpenError::WrongPassphrase) => return Err(StoreError::WrongPassphrase),
            Err(envelope::OpenError::File(reason)) => return Err(problem(path)(reason)),
        };
        Ok(PassphraseFile {
            path: path.to_owned(),
            passphrase: passphrase.clone(),
            work_factor,
            secrets: Mutex::new(secrets),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn secrets(&self) -> MutexGuard<'_, Content> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seal(&self, secrets: &Content) -> Result<Vec<u8>, StoreError> {
        envelope::seal(secrets, &self.passphrase, self.work_factor).map_err(problem(&self.path))
    }

    /// Writes the changed content, and believes it only when it is on the disk.
    fn change(
        &self,
        secrets: &mut MutexGuard<'_, Content>,
        changed: Content,
    ) -> Result<(), StoreError> {
        let sealed = self.seal(&changed)?;
        replace::replace(&self.path, &sealed).map_err(problem(&self.path))?;
        **secrets = changed;
        Ok(())
    }
}

impl SecretStore for PassphraseFile {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        let mut secrets = self.secrets();
        let mut changed = secrets.clone();
        changed.insert(name.as_str().to_owned(), secret.clone());
        self.change(&mut secrets, changed)
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        self.secrets()
            .get(name.as_str())
            .cloned()
            .ok_or(StoreError::NotFound)
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        let mut secrets = self.secrets();
        if !secrets.contains_key(name.as_str()) {
            return Ok(());
        }
        let mut changed = secrets.clone();
        changed.remove(name.as_str());
        self.change(&mut secrets, changed)
    }
}

fn problem(path: &Path) -> impl Fn(FileProblem) -> StoreError + '_ {
    |reason| StoreError::File {
        path: path.to_owned(),
        reason,
    }
}

#[cfg(test)]
mod tests;
