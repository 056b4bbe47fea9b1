//! What is known about accounts and their keys: ids, masks and descriptions, what was last seen where, the journals of
//! keys that are being made or rotated, which keys may be printed, the results of tasks, the user's groups of addresses and preferences. SQLite,
//! for its owner alone; it never sees a secret, and no method takes one. A temporary key is nowhere in it.
//!
//! A catalogue that cannot be read is reported and left as it is. It is never made anew in silence: it may hold the
//! only trace of a key that was created and not kept.

mod accounts;
mod endpoints;
mod error;
mod groups;
mod intents;
mod keys;
mod last_seen;
mod names;
mod pasted_keys;
mod preferences;
mod printable_keys;
mod printing;
mod rotations;
mod schema;
mod task_results;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

pub use accounts::{Account, AccountSite, CredentialKind, Principal};
pub use endpoints::OwnEndpoints;
pub use error::{CatalogError, CatalogProblem};
pub use groups::{AddressGroup, GroupUse};
pub use intents::{Intent, IntentKind};
pub use keys::{KeyOrigin, KeyRecord};
pub use last_seen::LastSeen;
pub use printable_keys::{PrintReason, PrintableKey};
pub use printing::Printing;
pub use rotations::{Rotation, RotationStep};
pub use task_results::TaskResult;

/// The catalogue, open. One connection, so calls from several threads follow one another.
pub struct Catalog {
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl Catalog {
    /// Opens the catalogue at `path`, and creates it where there is none. A catalogue of an older schema is copied beside
    /// itself and then brought up to date.
    pub fn open(path: &Path) -> Result<Catalog, CatalogError> {
        let connection = schema::open(path, &schema::STEPS)?;
        Ok(Catalog {
            path: path.to_owned(),
            connection: Mutex::new(connection),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// For `map_err`: what SQLite said, with the file it said it about.
    fn unusable(&self) -> impl Fn(rusqlite::Error) -> CatalogError + '_ {
        |error| CatalogError::unusable(&self.path, error)
    }
}

#[cfg(test)]
mod faults;
#[cfg(test)]
mod side_by_side;
#[cfg(test)]
mod tests;
