//! What every place for secrets can do, and how it can fail. The places themselves are in their own modules.

use std::io;
use std::path::PathBuf;

use secrecy::SecretString;

use crate::ItemName;

/// A place where secrets rest, one value a name.
pub trait SecretStore: Send + Sync {
    /// Keeps `secret` under `name`; an earlier value is replaced.
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError>;

    /// The secret under `name`.
    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError>;

    /// Forgets `name`. A missing one is forgotten already.
    fn delete(&self, name: &ItemName) -> Result<(), StoreError>;
}

/// The keyring of an operating system, which may be locked or not there at all.
pub trait SystemStore: SecretStore {
    /// Its name in the words of its platform: Secret Service, Keychain, Credential Manager.
    fn name(&self) -> &'static str;

    /// Finds out whether it works, by writing, reading and deleting an item.
    fn probe(&self) -> StoreState;
}

/// What a probe of the keyring found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreState {
    /// Writing, reading and deleting work.
    Available,
    /// It is there and does not let this program in.
    Locked,
    /// There is none.
    Absent,
}

/// Why a store did not do what it was asked. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The keyring waits to be unlocked, or the file for its passphrase.
    #[error("the store is locked")]
    Locked,
    /// This computer has no keyring.
    #[error("there is no keyring")]
    Absent,
    /// Nothing rests under the name.
    #[error("there is no such item")]
    NotFound,
    /// The keyring said no for another reason.
    #[error("the keyring refused: {detail}")]
    Refused {
        /// What it said.
        detail: String,
    },
    /// The passphrase does not open the file.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The passphrase is too short to protect anything.
    #[error("the passphrase has fewer than {minimum} characters")]
    PassphraseTooShort {
        /// Characters that are needed.
        minimum: u32,
    },
    /// The encrypted file cannot be used.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: FileProblem,
    },
}

/// What can be wrong with the encrypted file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// It exists and would have been overwritten.
    #[error("the file exists already")]
    Exists,
    /// It has no content, as after a crash of the file system.
    #[error("the file is empty")]
    Empty,
    /// It is not in the age format, or in one of a later version.
    #[error("the file is not an age file")]
    NotAge,
    /// It is an age file for a key, not for a passphrase.
    #[error("the file is not encrypted with a passphrase")]
    NotForPassphrase,
    /// Its end is missing.
    #[error("the end of the file is missing")]
    Truncated,
    /// Its content was changed after it was written.
    #[error("the file was changed after it was written")]
    Tampered,
    /// It asks for more work than a file of this program ever does, up to hours.
    #[error("the file asks for a work factor of {work_factor}")]
    TooMuchWork {
        /// Base-2 logarithm of scrypt's N.
        work_factor: u8,
    },
    /// The passphrase opens it, but it holds something else.
    #[error("the file does not hold secrets of this program")]
    Foreign,
    /// The system refused.
    #[error("{0}")]
    System(io::ErrorKind),
}
