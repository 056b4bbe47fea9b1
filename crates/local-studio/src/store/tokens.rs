//! Temporary keys in the database, which ends them with their parent: see the schema.

use rusqlite::{Connection, params};

/// A temporary key as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenRow {
    /// SHA-256 of its value.
    pub(crate) value_sha256: [u8; 32],
    /// SHA-256 of the value of the key that made it.
    pub(crate) parent_sha256: [u8; 32],
    /// Seconds since 1970; from then on it is refused.
    pub(crate) expires_at: i64,
}

/// Every temporary key.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<TokenRow>> {
    connection
        .prepare_cached(
            "SELECT tokens.value_sha256, api_keys.value_sha256, expires_at
             FROM tokens JOIN api_keys USING (api_key_id)",
        )?
        .query_map([], |row| {
            Ok(TokenRow {
                value_sha256: row.get(0)?,
                parent_sha256: row.get(1)?,
                expires_at: row.get(2)?,
            })
        })?
        .collect()
}

/// Adds one.
pub(crate) fn insert(
    connection: &Connection,
    value_sha256: &[u8; 32],
    api_key_id: i64,
    expires_at: i64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO tokens (value_sha256, api_key_id, expires_at) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![value_sha256, api_key_id, expires_at])?;
    Ok(())
}

/// Removes those that ended before this second.
pub(crate) fn delete_ended(connection: &Connection, second: i64) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("DELETE FROM tokens WHERE expires_at < ?1")?;
    statement.execute([second])?;
    Ok(())
}
