//! What This computer keeps, in one SQLite file: workspaces, keys, temporary keys, tasks, and what was used. Of a key's value
//! it holds a SHA-256 and the mask, nothing else. The rules of the platform are not here; this room stores and finds.

pub(crate) mod keys;
pub(crate) mod limits;
pub(crate) mod permissions;
mod schema;
pub(crate) mod tasks;
pub(crate) mod tokens;
pub(crate) mod usage;
pub(crate) mod workspaces;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, Transaction};

pub(crate) use keys::KeyRow;
pub(crate) use tasks::TaskRow;
pub(crate) use tokens::TokenRow;
pub(crate) use usage::UsageRow;
pub(crate) use workspaces::WorkspaceRow;

use crate::snapshot::{DamagedAllowlist, Snapshot};

/// Why the database refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No space left.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the file cannot be written.
    #[error("the database is read-only")]
    ReadOnly,
    /// The file cannot be opened or made.
    #[error("the database cannot be opened")]
    CannotOpen,
    /// Not a database, or a broken one.
    #[error("the file is not a database of Studio Keys, or it is damaged")]
    Damaged,
    /// Written by a newer version.
    #[error("the database was written by a newer version of Studio Keys")]
    TooNew,
    /// A row cannot be understood.
    #[error(transparent)]
    DamagedAllowlist(#[from] DamagedAllowlist),
    /// Anything else that SQLite says.
    #[error("the database refused: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// The schema could not be brought up to date.
    #[error("the database cannot be brought up to date: {0}")]
    Schema(#[source] rusqlite_migration::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::CannotOpen,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Damaged,
            _ => StoreError::Sqlite(error),
        }
    }
}

/// The open database.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
}

impl Store {
    /// The database's file in the data folder.
    pub(crate) fn file(folder: &Path) -> PathBuf {
        folder.join("local-studio.sqlite3")
    }

    /// Opens or makes the database, and brings its schema up to date.
    pub(crate) fn open(path: &Path) -> Result<Store, StoreError> {
        make_private(path);
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        // A newer file is left exactly as it is: look before the first pragma that writes.
        schema::refuse_newer(&connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        schema::bring_up_to_date(&mut connection)?;
        Ok(Store { connection })
    }

    /// Reads, all of it from one state of the data.
    pub(crate) fn read<T, E: From<rusqlite::Error>>(
        &mut self,
        read: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.connection.transaction()?;
        read(&transaction)
    }

    /// Writes all or nothing of what no decision depends on: the snapshot stays.
    pub(crate) fn note<T, E: From<rusqlite::Error>>(
        &mut self,
        note: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.connection.transaction()?;
        let outcome = note(&transaction)?;
        transaction.commit()?;
        Ok(outcome)
    }

    /// Changes all or nothing. The snapshot of the state after the change is compiled before the commit, so that a
    /// change which cannot be enforced does not happen.
    pub(crate) fn change<T, E: From<rusqlite::Error> + From<StoreError>>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<(T, Snapshot), E> {
        let transaction = self.connection.transaction()?;
        let outcome = change(&transaction)?;
        let (keys, tokens) = (keys::all(&transaction)?, tokens::all(&transaction)?);
        let snapshot = Snapshot::compile(keys, tokens).map_err(StoreError::from)?;
        let snapshot = snapshot
            .granting(&permissions::granted(&transaction)?)
            .limiting(&limits::all(&transaction)?);
        transaction.commit()?;
        Ok((outcome, snapshot))
    }

    /// Keeps the file from growing, as a full disk would.
    #[cfg(test)]
    pub(crate) fn let_the_disk_be_full(&self) {
        let pages: i64 = self
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        self.connection
            .pragma_update(None, "max_page_count", pages)
            .unwrap();
    }

    /// Refuses every write, as a read-only file system would.
    #[cfg(test)]
    pub(crate) fn let_nothing_be_written(&self) {
        self.connection
            .pragma_update(None, "query_only", true)
            .unwrap();
    }
}

/// Makes the file for the user alone, whatever the folder lets others see; SQLite's files beside it take after it.
#[cfg(unix)]
fn make_private(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    // It is there already, or it cannot be made: then SQLite says so, in its own words.
    drop(made);
}

#[cfg(not(unix))]
fn make_private(_path: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = Store::file(folder.path());
        (folder, path)
    }

    #[test]
    fn a_new_database_is_a_wal_with_foreign_keys() {
        let (_folder, path) = fresh();
        let store = Store::open(&path).unwrap();
        let mode: String = store
            .connection
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        let keys: bool = store
            .connection
            .pragma_query_value(None, "foreign_keys", |row| row.get(0))
            .unwrap();
        assert_eq!((mode.as_str(), keys), ("wal", true));
    }

    #[test]
    fn a_newer_database_is_refused_and_left_alone() {
        let (_folder, path) = fresh();
        Connection::open(&path)
            .unwrap()
            .pragma_update(None, "user_version", 9_999)
            .unwrap();
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::TooNew)));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn another_file_is_refused() {
        let (_folder, path) = fresh();
        std::fs::write(&path, "this is a letter, not a database, and longer than a header of one hundred bytes would be, twice").unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::Damaged)));
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_so() {
        let (folder, _) = fresh();
        let refused = Store::open(&Store::file(&folder.path().join("nowhere")));
        assert!(matches!(refused, Err(StoreError::CannotOpen)));
    }

    #[cfg(unix)]
    #[test]
    fn the_files_are_the_users_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, path) = fresh();
        let _store = Store::open(&path).unwrap();
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let entry = entry.unwrap();
            let mode = entry.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{}", entry.path().display());
        }
    }
}
