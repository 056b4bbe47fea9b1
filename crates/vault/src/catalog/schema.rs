//! The schema and its versions: opening, creating and bringing up to date. What is in the tables belongs to the
//! modules named after them.

mod steps;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

pub(super) use self::steps::{SINCE_PRINTABLE_KEYS, STEPS};
use super::{CatalogError, CatalogProblem};
use crate::private_folder;

/// Marks the file as ours: "StKy".
const APPLICATION_ID: i32 = 0x5374_4b79;

/// How long a call waits for another process that holds the file, such as a second start of the program.
const BUSY: std::time::Duration = std::time::Duration::from_secs(5);

/// Opens or creates the file and brings it to the last of `steps`.
pub(super) fn open(path: &Path, steps: &[M<'_>]) -> Result<Connection, CatalogError> {
    let failed = |problem: CatalogProblem| CatalogError::unusable(path, problem);
    let latest = steps.len() as i64;

    match fs::metadata(path) {
        Ok(metadata) if metadata.len() == 0 => return Err(failed(CatalogProblem::Empty)),
        Ok(_) => {
            let version = check(path).map_err(failed)?;
            if version > latest {
                return Err(CatalogError::TooNew {
                    path: path.to_owned(),
                });
            }
            if version < latest {
                copy(path, version).map_err(failed)?;
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create(path, steps).map_err(failed)?;
        }
        Err(error) => return Err(failed(error.into())),
    }
    prepare(path, steps).map_err(failed)
}

/// The schema version of an existing file, after making sure that it is ours and whole. Changes nothing.
fn check(path: &Path) -> Result<i64, CatalogProblem> {
    let connection = open_to_read(path)?;
    let version = version(&connection)?;
    let verdict: String = pragma(&connection, "quick_check(1)")?;
    if verdict != "ok" {
        return Err(CatalogProblem::Damaged(verdict));
    }
    Ok(version)
}

/// A connection that changes nothing: closing one that could write would move the write-ahead log into a file that is not to be
/// touched.
pub(super) fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

/// The schema version of a file that is ours.
pub(super) fn version(connection: &Connection) -> Result<i64, CatalogProblem> {
    let application: i32 = pragma(connection, "application_id")?;
    let version: i64 = pragma(connection, "user_version")?;
    if application != APPLICATION_ID || version < 1 {
        return Err(CatalogProblem::Foreign);
    }
    Ok(version)
}

fn pragma<T: rusqlite::types::FromSql>(connection: &Connection, name: &str) -> rusqlite::Result<T> {
    connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
}

/// Makes the file complete under another name and then gives it its own, so that a crash never leaves an empty
/// catalogue that looks like a lost one.
fn create(path: &Path, steps: &[M<'_>]) -> Result<(), CatalogProblem> {
    let folder = private_folder::of(path);
    private_folder::create(folder)?;
    // A temporary file has mode 0600, and SQLite gives the files beside it the same.
    let file = tempfile::Builder::new()
        .prefix(".catalog-")
        .tempfile_in(folder)?;
    let mut connection = Connection::open(file.path())?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Migrations::from_slice(steps).to_latest(&mut connection)?;
    connection.close().map_err(|(_, error)| error)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    private_folder::sync(folder)?;
    Ok(())
}

/// Keeps a copy of the file as it was at `version`. Includes what is still in the write-ahead log.
fn copy(path: &Path, version: i64) -> Result<PathBuf, CatalogProblem> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".version-{version}"));
    let copy = PathBuf::from(name);
    let folder = private_folder::of(path);
    let file = tempfile::Builder::new()
        .prefix(".catalog-")
        .tempfile_in(folder)?;
    let target = file
        .path()
        .to_str()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidFilename, "the path is not UTF-8"))?;
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.execute("VACUUM INTO ?1", [target])?;
    file.as_file().sync_all()?;
    file.persist(&copy).map_err(|error| error.error)?;
    private_folder::sync(folder)?;
    Ok(copy)
}

/// The connection that the program works on: each transaction is on the disk before the call returns.
fn prepare(path: &Path, steps: &[M<'_>]) -> Result<Connection, CatalogProblem> {
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.busy_timeout(BUSY)?;
    let _: String = pragma(&connection, "journal_mode=WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Migrations::from_slice(steps).to_latest(&mut connection)?;
    Ok(connection)
}

#[cfg(test)]
mod from_earlier;
#[cfg(test)]
mod tests;
