//! The platform, on this computer: a server on loopback that speaks Model Studio's own protocol, keeps its state in SQLite,
//! and enforces what it promises. The platform's official SDK works against it; it is no mock.
//!
//! It is not a client, it knows no window and no keyring, and it reaches nothing but its data folder and the listener that it
//! is handed. Inside, a request goes one way: `serve` accepts, `http` reads and answers, `platform` holds the rules, `store`
//! keeps; what a key may do is decided by `decision` over an immutable `snapshot`. For tests of clients it can pretend to be
//! any region of the platform (`personality`) and have something wrong with it (`faults`).
//!
//! Codes that the platform does not document, and are therefore this crate's own: `QuotaExceeded.ApiKey` and
//! `QuotaExceeded.Workspace` (400), `ApiKeyNotFound` and `WorkSpaceNotFound` (404), `WorkSpaceNotDeletable` (in HTTP 200, with
//! `failReasons`), `MissingParameter.NAME` and `InvalidParameter.NAME` (400), `InternalError` (500).

mod access_key;
mod amount;
mod billing;
mod catalogue;
mod data_folder;
mod decision;
mod echo;
mod faults;
mod http;
mod key_pair;
mod key_value;
mod page;
mod permission;
mod personality;
mod platform;
mod platform_error;
mod random;
mod rates;
mod serve;
mod settling;
mod snapshot;
mod store;
mod tasks;
mod token;

use std::fmt;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;

use model_studio::acs3::AccessKey;
use model_studio::clock::Clock;
use tokio::net::TcpListener;

pub use access_key::{AccessKeyFileError, generate_access_key, kept_access_key};
pub use data_folder::DataFolderError;
pub use faults::{Failure, FailureShape, Faults, NoSuchFailure, Throttle};
pub use key_pair::{KeyPairError, rotate as rotate_encryption_key};
pub use key_value::looks_valid;
pub use personality::{Identity, NoSuchAction, Personality};
pub use random::NoRandomness;
pub use serve::{ServeError, bind};
pub use snapshot::DamagedAllowlist;
pub use store::StoreError;

use data_folder::DataFolder;
use http::Shared;
use key_pair::KeptPair;
use platform::{Platform, PlatformOpenError};
use store::Store;

/// What This computer is opened with.
pub struct Settings {
    /// The folder of its data; made if it is missing.
    pub data: PathBuf,
    /// The pair that signs requests of the control plane.
    pub access_key: AccessKey,
    /// The clock that signatures and creation times go by.
    pub clock: Arc<dyn Clock>,
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}

/// Why This computer could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder is in use, or cannot be used.
    #[error(transparent)]
    Folder(#[from] DataFolderError),
    /// The database cannot be used.
    #[error("{path}: {source}")]
    Store {
        /// The database's file.
        path: PathBuf,
        /// What is wrong with it.
        source: StoreError,
    },
    /// No random source.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// The platform on this computer, opened and not yet served. It holds its data folder until it is dropped.
pub struct LocalStudio {
    platform: Arc<Platform>,
    access_key: AccessKey,
    folder: DataFolder,
    faults: Faults,
    key_pair: KeptPair,
}

impl fmt::Debug for LocalStudio {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LocalStudio")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl LocalStudio {
    /// This computer. Takes hold of the folder, brings the database up to date, and makes the default workspace on the first
    /// start.
    pub fn open(settings: Settings) -> Result<LocalStudio, OpenError> {
        LocalStudio::open_as(settings, Personality::default())
    }

    /// The same, pretending to be another region or to serve another account.
    pub fn open_as(settings: Settings, personality: Personality) -> Result<LocalStudio, OpenError> {
        let folder = DataFolder::hold(&settings.data)?;
        let path = Store::file(&settings.data);
        let key_pair = KeptPair::of(&settings.data);
        let platform =
            Platform::open_as(&path, settings.clock, personality).map_err(|error| match error {
                PlatformOpenError::Store(source) => OpenError::Store { path, source },
                PlatformOpenError::NoRandomness(error) => OpenError::NoRandomness(error),
            })?;
        Ok(LocalStudio {
            platform: Arc::new(platform),
            access_key: settings.access_key,
            folder,
            faults: Faults::default(),
            key_pair,
        })
    }

    /// With these things wrong with it, for tests of clients.
    #[must_use]
    pub fn with_faults(self, faults: Faults) -> LocalStudio {
        LocalStudio { faults, ..self }
    }

    /// The workspace that takes keys without a workspace.
    pub fn default_workspace_id(&self) -> String {
        self.platform.default_workspace_id().to_owned()
    }

    /// Serves on a loopback listener until `shutdown` is ready, then finishes what runs.
    pub async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()>,
    ) -> Result<(), ServeError> {
        let LocalStudio {
            platform,
            access_key,
            folder,
            faults,
            key_pair,
        } = self;
        let address = serve::loopback_address(&listener)?;
        let settling = tokio::spawn(settling::by_and_by(Arc::clone(&platform)));
        let counted = Arc::clone(&platform);
        let shared = Arc::new(Shared::new(platform, access_key, folder, key_pair, address));
        serve::serve(listener, http::router(shared, faults), shutdown).await;
        settling.abort();
        settling::once(counted).await;
        Ok(())
    }
}
