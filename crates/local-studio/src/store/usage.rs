//! What was used, in the database: one row for a day, a key, a workspace and a model.

use rusqlite::{Connection, params};

/// The calls of one day by one key, in one workspace, of one model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UsageRow {
    /// The day in UTC, as YYYY-MM-DD.
    pub(crate) day: String,
    /// The key; it may be gone by now.
    pub(crate) api_key_id: i64,
    /// The workspace of the key at that time; it may be gone by now.
    pub(crate) workspace_id: String,
    /// The model that was named.
    pub(crate) model: String,
    /// Calls that were served.
    pub(crate) calls: i64,
    /// Tokens that went in.
    pub(crate) input_tokens: i64,
    /// Tokens that came out.
    pub(crate) output_tokens: i64,
}

/// Adds a row's counts to those that are there.
pub(crate) fn add(connection: &Connection, row: &UsageRow) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO usage (day, api_key_id, workspace_id, model, calls, input_tokens, output_tokens)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (day, api_key_id, workspace_id, model) DO UPDATE SET
                 calls = calls + excluded.calls,
                 input_tokens = input_tokens + excluded.input_tokens,
                 output_tokens = output_tokens + excluded.output_tokens",
        )?
        .execute(params![
            row.day,
            row.api_key_id,
            row.workspace_id,
            row.model,
            row.calls,
            row.input_tokens,
            row.output_tokens
        ])?;
    Ok(())
}

/// What was used from the first day to the last, both included and both as YYYY-MM-DD; the oldest first.
pub(crate) fn between(
    connection: &Connection,
    first_day: &str,
    last_day: &str,
) -> rusqlite::Result<Vec<UsageRow>> {
    connection
        .prepare_cached(
            "SELECT day, api_key_id, workspace_id, model, calls, input_tokens, output_tokens
             FROM usage WHERE day BETWEEN ?1 AND ?2 ORDER BY day, api_key_id, workspace_id, model",
        )?
        .query_map([first_day, last_day], |row| {
            Ok(UsageRow {
                day: row.get(0)?,
                api_key_id: row.get(1)?,
                workspace_id: row.get(2)?,
                model: row.get(3)?,
                calls: row.get(4)?,
                input_tokens: row.get(5)?,
                output_tokens: row.get(6)?,
            })
        })?
        .collect()
}
