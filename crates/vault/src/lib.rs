//! Where secrets rest, and what is known about keys.
//!
//! Two things live here and never mix. Secrets are in the system's keyring ([`Keyring`]) or, where there is none and the
//! user chose so, in one file under a passphrase ([`PassphraseFile`]); [`Secrets`] is the one of the two that this
//! computer uses. What is known *about* accounts and keys (ids, masks, descriptions) is in SQLite ([`Catalog`]), which never sees a
//! secret. No other crate links a keyring.
//!
//! Everything here blocks: a keyring may take its time, and a passphrase takes a second by intent. Asynchronous callers
//! go through a blocking thread.

mod catalog;
mod item_name;
mod keyring;
#[cfg(any(test, feature = "test-support"))]
mod memory_store;
mod passphrase_file;
mod private_folder;
mod secret_store;
mod secrets;

/// The program's own folder in the system's folders for data and settings.
pub const OWN_FOLDER: &str = "studio-keys";
/// The catalogue, in the program's folder for data.
pub const CATALOG_FILE: &str = "catalog.sqlite";
/// The encrypted file of a user who chose one over a keyring, in the program's folder for data.
pub const PASSPHRASE_FILE: &str = "secrets.age";

pub use catalog::{
    Account, AccountSite, AddressGroup, Catalog, CatalogError, CatalogProblem, CredentialKind,
    GroupUse, Intent, IntentKind, KeyOrigin, KeyRecord, LastSeen, OwnEndpoints, Principal,
    PrintReason, PrintableKey, Printing, Rotation, RotationStep, TaskResult,
};
pub use item_name::ItemName;
pub use keyring::Keyring;
#[cfg(any(test, feature = "test-support"))]
pub use memory_store::MemoryStore;
pub use passphrase_file::{MINIMUM_PASSPHRASE, PassphraseFile, WorkFactor};
pub use secret_store::{FileProblem, SecretStore, StoreError, StoreState, SystemStore};
pub use secrets::{Secrets, SecretsState};
