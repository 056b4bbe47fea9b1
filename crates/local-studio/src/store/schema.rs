//! The schema, one migration a version. A migration that has been released is never edited; a new one is added.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::StoreError;

/// Key ids start at 1001, so that they look like ids and not like positions, and `AUTOINCREMENT` never gives one twice.
const FIRST: &str = "
CREATE TABLE workspaces (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace_id TEXT NOT NULL UNIQUE,
    workspace_name TEXT NOT NULL,
    gmt_create INTEGER NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_default_workspace ON workspaces (is_default) WHERE is_default = 1;

CREATE TABLE api_keys (
    api_key_id INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace_id TEXT NOT NULL REFERENCES workspaces (workspace_id) ON DELETE RESTRICT,
    value_sha256 BLOB NOT NULL UNIQUE CHECK (length(value_sha256) = 32),
    masked TEXT NOT NULL,
    description TEXT NOT NULL,
    created_by TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    gmt_create INTEGER NOT NULL,
    -- NULL: permission All. Else a JSON array of addresses and blocks.
    addresses TEXT CHECK (addresses IS NULL OR json_type(addresses) = 'array'),
    -- NULL: every model. Else a JSON array of names.
    models TEXT CHECK (models IS NULL OR json_type(models) = 'array')
) STRICT;
CREATE INDEX api_keys_of_a_workspace ON api_keys (workspace_id);

INSERT INTO sqlite_sequence (name, seq) VALUES ('api_keys', 1000);
";

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);
const STEPS: &[M<'static>] = &[M::up(FIRST)];

/// Refuses a file of a later version, without writing to it.
pub(super) fn refuse_newer(connection: &Connection) -> Result<(), StoreError> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if version > known {
        Err(StoreError::TooNew)
    } else {
        Ok(())
    }
}

/// Applies what the file has not seen yet.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> Result<(), StoreError> {
    MIGRATIONS
        .to_latest(connection)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::from(err),
            other => StoreError::Schema(other),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_are_sound() {
        MIGRATIONS.validate().unwrap();
    }
}
