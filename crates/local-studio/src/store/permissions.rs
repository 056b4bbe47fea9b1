//! What workspaces may do with models, in the database. Models that have no row were granted nothing.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use model_studio::control::wire::Permissions;
use rusqlite::{Connection, params};

/// What a workspace was granted, by model.
pub(crate) fn of_workspace(
    connection: &Connection,
    workspace_id: &str,
) -> rusqlite::Result<HashMap<String, Permissions>> {
    let sql =
        "SELECT model, inference, fine_tune, deploy FROM model_permissions WHERE workspace_id = ?1";
    connection
        .prepare_cached(sql)?
        .query_map([workspace_id], |row| {
            let permissions = Permissions {
                inference: row.get(1)?,
                fine_tune: row.get(2)?,
                deploy: row.get(3)?,
            };
            Ok((row.get(0)?, permissions))
        })?
        .collect()
}

/// Grants a workspace this much of a model, and no more.
pub(crate) fn set(
    connection: &Connection,
    workspace_id: &str,
    model: &str,
    permissions: &Permissions,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO model_permissions (workspace_id, model, inference, fine_tune, deploy)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            workspace_id,
            model,
            permissions.inference,
            permissions.fine_tune,
            permissions.deploy
        ])?;
    Ok(())
}

/// The models that workspaces may call, by their ids. Those that may call every model are left out.
pub(crate) fn granted(
    connection: &Connection,
) -> rusqlite::Result<HashMap<String, Arc<HashSet<String>>>> {
    let mut found: HashMap<String, HashSet<String>> = HashMap::new();
    let sql = "SELECT workspaces.workspace_id, model FROM workspaces
               LEFT JOIN model_permissions AS granted
               ON granted.workspace_id = workspaces.workspace_id AND granted.inference = 1
               WHERE workspaces.every_model = 0";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let models = found.entry(row.get(0)?).or_default();
        models.extend(row.get::<_, Option<String>>(1)?);
    }
    Ok(found
        .into_iter()
        .map(|(workspace_id, models)| (workspace_id, Arc::new(models)))
        .collect())
}
