//! Workspaces in the database.

use rusqlite::{Connection, OptionalExtension, Row, params};

/// A workspace as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WorkspaceRow {
    /// Its place in lists; 0 before it is inserted.
    pub(crate) sequence: i64,
    /// The id.
    pub(crate) workspace_id: String,
    /// The name.
    pub(crate) workspace_name: String,
    /// Milliseconds since 1970.
    pub(crate) gmt_create: i64,
    /// The one that takes keys without a workspace.
    pub(crate) is_default: bool,
    /// Where its models run; none: where the region's usually do.
    pub(crate) service_site: Option<String>,
    /// It may call every model, present and future.
    pub(crate) every_model: bool,
}

/// Which workspaces a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WorkspaceFilter {
    /// This one only.
    pub(crate) workspace_id: Option<String>,
    /// Those whose name holds this text.
    pub(crate) workspace_name: Option<String>,
}

const COLUMNS: &str = "SELECT sequence, workspace_id, workspace_name, gmt_create, is_default, service_site, every_model FROM workspaces";

const FILTER: &str = "
    (?1 IS NULL OR workspace_id = ?1)
    AND (?2 IS NULL OR instr(lower(workspace_name), lower(?2)) > 0)";

/// The workspace that takes keys without a workspace, once it is made.
pub(crate) fn default(connection: &Connection) -> rusqlite::Result<Option<WorkspaceRow>> {
    let sql = format!("{COLUMNS} WHERE is_default = 1");
    connection
        .prepare_cached(&sql)?
        .query_row([], read)
        .optional()
}

/// One workspace.
pub(crate) fn get(
    connection: &Connection,
    workspace_id: &str,
) -> rusqlite::Result<Option<WorkspaceRow>> {
    let sql = format!("{COLUMNS} WHERE workspace_id = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([workspace_id], read)
        .optional()
}

/// How many workspaces pass the filter.
pub(crate) fn count(connection: &Connection, filter: &WorkspaceFilter) -> rusqlite::Result<u32> {
    let sql = format!("SELECT count(*) FROM workspaces WHERE {FILTER}");
    connection
        .prepare_cached(&sql)?
        .query_row(params![filter.workspace_id, filter.workspace_name], |row| {
            row.get(0)
        })
}

/// One page, oldest first: those after the sequence `after`, at most `limit`.
pub(crate) fn list(
    connection: &Connection,
    filter: &WorkspaceFilter,
    after: Option<i64>,
    limit: u32,
) -> rusqlite::Result<Vec<WorkspaceRow>> {
    let sql = format!(
        "{COLUMNS} WHERE {FILTER} AND (?3 IS NULL OR sequence > ?3) ORDER BY sequence LIMIT ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    statement
        .query_map(
            params![filter.workspace_id, filter.workspace_name, after, limit],
            read,
        )?
        .collect()
}

/// Adds a workspace.
pub(crate) fn insert(connection: &Connection, row: &WorkspaceRow) -> rusqlite::Result<()> {
    let sql = "
        INSERT INTO workspaces (workspace_id, workspace_name, gmt_create, is_default, service_site, every_model)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    connection.execute(
        sql,
        params![
            row.workspace_id,
            row.workspace_name,
            row.gmt_create,
            row.is_default,
            row.service_site,
            row.every_model
        ],
    )?;
    Ok(())
}

/// Lets it call every model, or those alone that it was granted.
pub(crate) fn set_every_model(
    connection: &Connection,
    workspace_id: &str,
    every_model: bool,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE workspaces SET every_model = ?2 WHERE workspace_id = ?1",
        params![workspace_id, every_model],
    )?;
    Ok(())
}

/// Removes a workspace that has no keys.
pub(crate) fn delete(connection: &Connection, workspace_id: &str) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM workspaces WHERE workspace_id = ?1",
        [workspace_id],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<WorkspaceRow> {
    Ok(WorkspaceRow {
        sequence: row.get(0)?,
        workspace_id: row.get(1)?,
        workspace_name: row.get(2)?,
        gmt_create: row.get(3)?,
        is_default: row.get(4)?,
        service_site: row.get(5)?,
        every_model: row.get(6)?,
    })
}
