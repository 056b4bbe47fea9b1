//! The platform's rules, apart from HTTP: what may be made, changed and removed, and what follows from it. Calls block
//! (SQLite); the HTTP side keeps them off its own threads.

mod billing;
mod keys;
mod limits;
mod permissions;
mod tasks;
mod tokens;
mod usage;
mod workspaces;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use model_studio::clock::Clock;
use rusqlite::Transaction;

pub(crate) use keys::{KeyChange, KeyList, NewKey, NewValue};
pub(crate) use limits::LimitList;
pub(crate) use permissions::PermissionList;
pub(crate) use tasks::{NewTask, TaskList, TaskRefusal};
pub(crate) use tokens::{DEFAULT_SECONDS, MOST_SECONDS};
pub(crate) use usage::Use;
pub(crate) use workspaces::{Deletion, WorkspaceList};

use crate::personality::Personality;
use crate::platform_error::Refusal;
use crate::random::{self, LOWER, NoRandomness};
use crate::rates::Rates;
use crate::snapshot::Snapshot;
use crate::store::{Store, StoreError, WorkspaceRow, workspaces as rows};

/// The state of This computer.
pub(crate) struct Platform {
    store: Mutex<Store>,
    snapshot: RwLock<Arc<Snapshot>>,
    clock: Arc<dyn Clock>,
    default_workspace_id: String,
    personality: Personality,
    counting: usage::Counting,
    rates: Rates,
    paces: tasks::Paces,
}

/// Why the state could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PlatformOpenError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl From<rusqlite::Error> for PlatformOpenError {
    fn from(error: rusqlite::Error) -> PlatformOpenError {
        PlatformOpenError::Store(StoreError::from(error))
    }
}

impl Platform {
    /// This computer.
    #[cfg(test)]
    pub(crate) fn open(path: &Path, clock: Arc<dyn Clock>) -> Result<Platform, PlatformOpenError> {
        Platform::open_as(path, clock, Personality::default())
    }

    /// Opens the database and makes the default workspace if there is none.
    pub(crate) fn open_as(
        path: &Path,
        clock: Arc<dyn Clock>,
        personality: Personality,
    ) -> Result<Platform, PlatformOpenError> {
        let mut store = Store::open(path)?;
        let now = clock.now().as_millisecond();
        let (default, snapshot) =
            store.change(|transaction| match rows::default(transaction)? {
                Some(workspace) => Ok::<_, PlatformOpenError>(workspace.workspace_id),
                None => {
                    let workspace_id = new_workspace_id()?;
                    rows::insert(transaction, &default_workspace(workspace_id.clone(), now))?;
                    Ok(workspace_id)
                }
            })?;
        Ok(Platform {
            store: Mutex::new(store),
            snapshot: RwLock::new(Arc::new(snapshot)),
            clock,
            default_workspace_id: default,
            personality,
            counting: usage::Counting::default(),
            rates: Rates::default(),
            paces: tasks::Paces::default(),
        })
    }

    /// The workspace that takes keys without a workspace.
    pub(crate) fn default_workspace_id(&self) -> &str {
        &self.default_workspace_id
    }

    /// Which region this is, and who asks.
    pub(crate) fn personality(&self) -> &Personality {
        &self.personality
    }

    /// The clock that everything here goes by.
    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// The rights of every key as they are now.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn now_ms(&self) -> i64 {
        self.clock.now().as_millisecond()
    }

    fn read<T>(
        &self,
        read: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.store
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .read(read)
    }

    /// Writes what no decision depends on.
    fn note<T>(
        &self,
        note: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.store
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .note(note)
    }

    /// Changes all or nothing. The new snapshot is in place before this returns, and before the next change begins.
    fn change<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let (outcome, snapshot) = store.change(change)?;
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        Ok(outcome)
    }
}

fn new_workspace_id() -> Result<String, NoRandomness> {
    Ok(format!("ws-{}", random::text(LOWER, 16)?))
}

fn default_workspace(workspace_id: String, gmt_create: i64) -> WorkspaceRow {
    WorkspaceRow {
        sequence: 0,
        workspace_id,
        workspace_name: "Default Workspace".to_owned(),
        gmt_create,
        is_default: true,
        service_site: None,
        every_model: true,
    }
}

#[cfg(test)]
mod tests;
