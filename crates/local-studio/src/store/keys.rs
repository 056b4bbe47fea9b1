//! Keys in the database.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::page::{Direction, Position, Sort};
use crate::permission::{ModelScope, Permission};

/// A key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyRow {
    /// The id; 0 before it is inserted.
    pub(crate) api_key_id: i64,
    /// The workspace it belongs to.
    pub(crate) workspace_id: String,
    /// The name of that workspace.
    pub(crate) workspace_name: String,
    /// SHA-256 of the value.
    pub(crate) value_sha256: [u8; 32],
    /// The mask of the value.
    pub(crate) masked: String,
    /// What the user wrote.
    pub(crate) description: String,
    /// Who made it.
    pub(crate) created_by: String,
    /// Refused, but kept.
    pub(crate) disabled: bool,
    /// Milliseconds since 1970.
    pub(crate) gmt_create: i64,
    /// What it may do.
    pub(crate) permission: Permission,
}

/// Which keys a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KeyFilter {
    /// This one only.
    pub(crate) api_key_id: Option<i64>,
    /// Those whose description holds this text, whatever the case of its Latin letters.
    pub(crate) description: Option<String>,
    /// Those of this workspace.
    pub(crate) workspace_id: Option<String>,
    /// Those that this one made.
    pub(crate) created_by: Option<&'static str>,
}

const COLUMNS: &str = "
    SELECT api_key_id, workspace_id, workspace_name, value_sha256, masked, description, created_by, disabled,
           api_keys.gmt_create, addresses, models
    FROM api_keys JOIN workspaces USING (workspace_id)";

const FILTER: &str = "
    (?1 IS NULL OR api_key_id = ?1)
    AND (?2 IS NULL OR instr(lower(description), lower(?2)) > 0)
    AND (?3 IS NULL OR workspace_id = ?3)
    AND (?4 IS NULL OR created_by = ?4)";

/// Every key.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<KeyRow>> {
    let mut statement = connection.prepare_cached(COLUMNS)?;
    statement.query_map([], read)?.collect()
}

/// How many keys pass the filter.
pub(crate) fn count(connection: &Connection, filter: &KeyFilter) -> rusqlite::Result<u32> {
    let sql = format!("SELECT count(*) FROM api_keys WHERE {FILTER}");
    let wanted = params![
        filter.api_key_id,
        filter.description,
        filter.workspace_id,
        filter.created_by
    ];
    connection
        .prepare_cached(&sql)?
        .query_row(wanted, |row| row.get(0))
}

/// One page of the keys that pass the filter: those beyond `after`, at most `limit`. Keys that come and go meanwhile
/// neither shift nor repeat the others.
pub(crate) fn list(
    connection: &Connection,
    filter: &KeyFilter,
    sort: Sort,
    direction: Direction,
    after: Option<Position>,
    limit: u32,
) -> rusqlite::Result<Vec<KeyRow>> {
    let column = match sort {
        Sort::ApiKeyId => "api_key_id",
        Sort::GmtCreate => "api_keys.gmt_create",
    };
    let (beyond, order) = match direction {
        Direction::Descending => ("<", "DESC"),
        Direction::Ascending => (">", "ASC"),
    };
    let sql = format!(
        "{COLUMNS} WHERE {FILTER} AND (?5 IS NULL OR ({column}, api_key_id) {beyond} (?5, ?6))
         ORDER BY {column} {order}, api_key_id {order} LIMIT ?7"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let wanted = params![
        filter.api_key_id,
        filter.description,
        filter.workspace_id,
        filter.created_by,
        after.map(|position| position.value),
        after.map(|position| position.id),
        limit
    ];
    statement.query_map(wanted, read)?.collect()
}

/// One key.
pub(crate) fn get(connection: &Connection, api_key_id: i64) -> rusqlite::Result<Option<KeyRow>> {
    let sql = format!("{COLUMNS} WHERE api_key_id = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([api_key_id], read)
        .optional()
}

/// Adds a key and gives its id.
pub(crate) fn insert(connection: &Connection, row: &KeyRow) -> rusqlite::Result<i64> {
    let (addresses, models) = columns_of(&row.permission)?;
    connection
        .prepare_cached(
            "INSERT INTO api_keys (workspace_id, value_sha256, masked, description, created_by, disabled, gmt_create,
                                   addresses, models)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .insert(params![
            row.workspace_id,
            row.value_sha256,
            row.masked,
            row.description,
            row.created_by,
            row.disabled,
            row.gmt_create,
            addresses,
            models
        ])
}

/// Changes the description. False: no such key.
pub(crate) fn set_description(
    connection: &Connection,
    api_key_id: i64,
    description: &str,
) -> rusqlite::Result<bool> {
    let sql = "UPDATE api_keys SET description = ?2 WHERE api_key_id = ?1";
    Ok(connection.execute(sql, params![api_key_id, description])? == 1)
}

/// Replaces the permission. False: no such key.
pub(crate) fn set_permission(
    connection: &Connection,
    api_key_id: i64,
    permission: &Permission,
) -> rusqlite::Result<bool> {
    let (addresses, models) = columns_of(permission)?;
    let sql = "UPDATE api_keys SET addresses = ?2, models = ?3 WHERE api_key_id = ?1";
    Ok(connection.execute(sql, params![api_key_id, addresses, models])? == 1)
}

/// Disables or enables. False: no such key.
pub(crate) fn set_disabled(
    connection: &Connection,
    api_key_id: i64,
    disabled: bool,
) -> rusqlite::Result<bool> {
    let sql = "UPDATE api_keys SET disabled = ?2 WHERE api_key_id = ?1";
    Ok(connection.execute(sql, params![api_key_id, disabled])? == 1)
}

/// Puts a new value's digest and mask in place of the old one's. False: no such key.
pub(crate) fn set_value(
    connection: &Connection,
    api_key_id: i64,
    value_sha256: &[u8; 32],
    masked: &str,
) -> rusqlite::Result<bool> {
    let sql = "UPDATE api_keys SET value_sha256 = ?2, masked = ?3 WHERE api_key_id = ?1";
    Ok(connection.execute(sql, params![api_key_id, value_sha256, masked])? == 1)
}

/// Removes a key for good. False: no such key.
pub(crate) fn delete(connection: &Connection, api_key_id: i64) -> rusqlite::Result<bool> {
    Ok(connection.execute("DELETE FROM api_keys WHERE api_key_id = ?1", [api_key_id])? == 1)
}

fn read(row: &Row<'_>) -> rusqlite::Result<KeyRow> {
    let names = |column: usize| -> rusqlite::Result<Option<Vec<String>>> {
        let text: Option<String> = row.get(column)?;
        text.map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
            })
    };
    let permission = match names(9)? {
        None => Permission::All,
        Some(addresses) => Permission::Custom {
            addresses,
            models: names(10)?.map_or(ModelScope::All, ModelScope::Only),
        },
    };
    Ok(KeyRow {
        api_key_id: row.get(0)?,
        workspace_id: row.get(1)?,
        workspace_name: row.get(2)?,
        value_sha256: row.get(3)?,
        masked: row.get(4)?,
        description: row.get(5)?,
        created_by: row.get(6)?,
        disabled: row.get(7)?,
        gmt_create: row.get(8)?,
        permission,
    })
}

fn columns_of(permission: &Permission) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let array = |names: &Vec<String>| {
        serde_json::to_string(names)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    };
    match permission {
        Permission::All => Ok((None, None)),
        Permission::Custom {
            addresses,
            models: ModelScope::All,
        } => Ok((Some(array(addresses)?), None)),
        Permission::Custom {
            addresses,
            models: ModelScope::Only(names),
        } => Ok((Some(array(addresses)?), Some(array(names)?))),
    }
}
