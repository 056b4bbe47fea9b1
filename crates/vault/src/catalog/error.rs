//! How the catalogue fails. The catalogue holds no secret, so neither do its errors.

use std::io;
use std::path::{Path, PathBuf};

use super::RotationStep;

/// Why the catalogue did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The file cannot be read or written. It is left as it is.
    #[error("{path}: {reason}")]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: CatalogProblem,
    },
    /// A later version of the program wrote the file. It is left as it is.
    #[error("{path} was written by a newer version")]
    TooNew {
        /// The file.
        path: PathBuf,
    },
    /// Another group of addresses has this name.
    #[error("there is a group {name} already")]
    GroupNameTaken {
        /// The name.
        name: String,
    },
    /// An account's id is six to twelve lower-case letters and digits, and this is not.
    #[error("{id} is not an account's id")]
    AccountIdInvalid {
        /// The id.
        id: String,
    },
    /// Another account has this id.
    #[error("there is an account {id} already")]
    AccountIdTaken {
        /// The id.
        id: String,
    },
    /// Another account has this name.
    #[error("there is an account {name} already")]
    AccountNameTaken {
        /// The name.
        name: String,
    },
    /// There is no account of this id.
    #[error("there is no account {id}")]
    AccountUnknown {
        /// The id.
        id: String,
    },
    /// The place has no pasted key of this id that waits for its entry.
    #[error("there is no unmatched key {api_key_id} in {place}")]
    UnmatchedKeyUnknown {
        /// The place.
        place: String,
        /// The id.
        api_key_id: i64,
    },
    /// The key is being rotated already.
    #[error("rotation {id} of the same key is open")]
    RotationOpen {
        /// The rotation that is open.
        id: String,
    },
    /// There is no open rotation of this id.
    #[error("there is no open rotation {id}")]
    RotationUnknown {
        /// The id.
        id: String,
    },
    /// A rotation goes forward only, and it has passed the step that was asked for.
    #[error("rotation {id} is at {at} and does not go back to {to}")]
    RotationPassed {
        /// The rotation.
        id: String,
        /// Where it is.
        at: RotationStep,
        /// Where it was to go.
        to: RotationStep,
    },
    /// The journal has no open intent of this id.
    #[error("there is no open intent {id}")]
    IntentUnknown {
        /// The id.
        id: String,
    },
}

/// What can be wrong with the catalogue's file.
#[derive(Debug, thiserror::Error)]
pub enum CatalogProblem {
    /// It lost its content, as after a crash of the file system.
    #[error("the file is empty")]
    Empty,
    /// It is a database of another program.
    #[error("the file is not a catalogue of this program")]
    Foreign,
    /// SQLite finds it inconsistent.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The system refused.
    #[error(transparent)]
    System(#[from] io::Error),
    /// SQLite refused.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The schema could not be brought up to date; the file is as before.
    #[error(transparent)]
    Migration(#[from] rusqlite_migration::Error),
}

impl CatalogError {
    pub(super) fn unusable(path: &Path, reason: impl Into<CatalogProblem>) -> CatalogError {
        CatalogError::Unusable {
            path: path.to_owned(),
            reason: reason.into(),
        }
    }
}
