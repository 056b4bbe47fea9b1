//! How much workspaces may ask of models, in the database.

use std::collections::HashMap;
use std::sync::Arc;

use model_studio::control::wire::LimitChange;
use rusqlite::{Connection, Row, params};

/// A limit as it is kept; what is none is not limited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct LimitRow {
    /// Requests in a period.
    pub(crate) request_limit: Option<i64>,
    /// That period, in seconds.
    pub(crate) request_limit_period: Option<i64>,
    /// Tokens in a period.
    pub(crate) usage_limit: Option<i64>,
    /// That period, in seconds.
    pub(crate) usage_limit_period: Option<i64>,
}

/// The limits of one workspace, by model.
pub(crate) type Limits = HashMap<String, LimitRow>;

/// The limits of every workspace that has some, by their ids.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<HashMap<String, Arc<Limits>>> {
    let mut found: HashMap<String, Limits> = HashMap::new();
    let sql = "SELECT model, request_limit, request_limit_period, usage_limit, usage_limit_period, workspace_id
               FROM model_limits";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (model, limit) = read(row)?;
        found.entry(row.get(5)?).or_default().insert(model, limit);
    }
    Ok(found
        .into_iter()
        .map(|(workspace_id, limits)| (workspace_id, Arc::new(limits)))
        .collect())
}

/// The limits of a workspace, by model.
pub(crate) fn of_workspace(
    connection: &Connection,
    workspace_id: &str,
) -> rusqlite::Result<Limits> {
    let sql = "SELECT model, request_limit, request_limit_period, usage_limit, usage_limit_period
               FROM model_limits WHERE workspace_id = ?1";
    connection
        .prepare_cached(sql)?
        .query_map([workspace_id], read)?
        .collect()
}

/// A model and its limit.
fn read(row: &Row<'_>) -> rusqlite::Result<(String, LimitRow)> {
    let limit = LimitRow {
        request_limit: row.get(1)?,
        request_limit_period: row.get(2)?,
        usage_limit: row.get(3)?,
        usage_limit_period: row.get(4)?,
    };
    Ok((row.get(0)?, limit))
}

/// Sets a limit in place of what there was.
pub(crate) fn set(
    connection: &Connection,
    workspace_id: &str,
    change: &LimitChange,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO model_limits
                 (workspace_id, model, request_limit, request_limit_period, usage_limit, usage_limit_period)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            workspace_id,
            change.model,
            change.request_limit,
            change.request_limit_period,
            change.usage_limit,
            change.usage_limit_period
        ])?;
    Ok(())
}

/// Takes a limit away; none being there is no failure.
pub(crate) fn delete(
    connection: &Connection,
    workspace_id: &str,
    model: &str,
) -> rusqlite::Result<()> {
    let sql = "DELETE FROM model_limits WHERE workspace_id = ?1 AND model = ?2";
    connection.execute(sql, params![workspace_id, model])?;
    Ok(())
}
