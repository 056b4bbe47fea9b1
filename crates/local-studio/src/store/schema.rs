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

/// What the data plane keeps. A token goes when its key does, is disabled or gets another value: the database sees to it,
/// whoever makes the change. What was used outlives its key, as a bill does.
const SECOND: &str = "
CREATE TABLE tokens (
    value_sha256 BLOB PRIMARY KEY CHECK (length(value_sha256) = 32),
    api_key_id INTEGER NOT NULL REFERENCES api_keys (api_key_id) ON DELETE CASCADE,
    -- Seconds since 1970; from then on it is refused.
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_a_key ON tokens (api_key_id);
CREATE TRIGGER tokens_end_with_a_disabled_key AFTER UPDATE OF disabled ON api_keys WHEN NEW.disabled = 1
BEGIN DELETE FROM tokens WHERE api_key_id = NEW.api_key_id; END;
CREATE TRIGGER tokens_end_with_a_reset_key AFTER UPDATE OF value_sha256 ON api_keys
BEGIN DELETE FROM tokens WHERE api_key_id = NEW.api_key_id; END;

CREATE TABLE usage (
    -- The day in UTC, as YYYY-MM-DD.
    day TEXT NOT NULL,
    api_key_id INTEGER NOT NULL,
    workspace_id TEXT NOT NULL,
    model TEXT NOT NULL,
    calls INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    PRIMARY KEY (day, api_key_id, workspace_id, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id TEXT NOT NULL UNIQUE,
    request_id TEXT NOT NULL,
    api_key_id INTEGER NOT NULL,
    workspace_id TEXT NOT NULL,
    model TEXT NOT NULL,
    -- Milliseconds since 1970: made, begun, done. What the state is follows from them and from the clock.
    gmt_create INTEGER NOT NULL,
    start_time INTEGER NOT NULL CHECK (start_time >= gmt_create),
    end_time INTEGER NOT NULL CHECK (end_time >= start_time),
    canceled INTEGER NOT NULL CHECK (canceled IN (0, 1)),
    failing INTEGER NOT NULL CHECK (failing IN (0, 1)),
    counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    -- What the model answers, as JSON.
    result TEXT NOT NULL
) STRICT;
CREATE INDEX tasks_by_end ON tasks (end_time);
";

/// What a workspace may do with models. Workspaces that are there already may call every model, as they could until now.
const THIRD: &str = "
-- NULL: the region's usual one.
ALTER TABLE workspaces ADD COLUMN service_site TEXT;
ALTER TABLE workspaces ADD COLUMN every_model INTEGER NOT NULL DEFAULT 1 CHECK (every_model IN (0, 1));

CREATE TABLE model_permissions (
    workspace_id TEXT NOT NULL REFERENCES workspaces (workspace_id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    inference INTEGER NOT NULL CHECK (inference IN (0, 1)),
    fine_tune INTEGER NOT NULL CHECK (fine_tune IN (0, 1)),
    deploy INTEGER NOT NULL CHECK (deploy IN (0, 1)),
    PRIMARY KEY (workspace_id, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE model_limits (
    workspace_id TEXT NOT NULL REFERENCES workspaces (workspace_id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    -- NULL: not limited. Periods are in seconds.
    request_limit INTEGER,
    request_limit_period INTEGER,
    usage_limit INTEGER,
    usage_limit_period INTEGER,
    PRIMARY KEY (workspace_id, model)
) STRICT, WITHOUT ROWID;
";

const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);
const STEPS: &[M<'static>] = &[M::up(FIRST), M::up(SECOND), M::up(THIRD)];

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

    #[test]
    fn a_workspace_that_was_there_may_call_every_model_as_before() {
        let mut connection = Connection::open_in_memory().unwrap();
        MIGRATIONS.to_version(&mut connection, 2).unwrap();
        let made = "INSERT INTO workspaces (workspace_id, workspace_name, gmt_create, is_default) VALUES ('ws-1', 'old', 1, 0)";
        connection.execute(made, []).unwrap();
        bring_up_to_date(&mut connection).unwrap();
        let kept = super::super::workspaces::get(&connection, "ws-1")
            .unwrap()
            .unwrap();
        assert_eq!((kept.every_model, kept.service_site), (true, None));
    }
}
