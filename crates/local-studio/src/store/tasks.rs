//! Tasks in the database. A row holds when its task begins and ends; the state follows from that and from the time that is
//! handed in, so nothing has to run for a task to go on.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::tasks::{KEPT, State};

/// A task as it is kept. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TaskRow {
    /// Its id.
    pub(crate) task_id: String,
    /// The request that made it.
    pub(crate) request_id: String,
    /// The key that made it; it may be gone by now.
    pub(crate) api_key_id: i64,
    /// The workspace of that key.
    pub(crate) workspace_id: String,
    /// The model.
    pub(crate) model: String,
    /// When it was made.
    pub(crate) gmt_create: i64,
    /// When it begins to run.
    pub(crate) start_time: i64,
    /// When it is done.
    pub(crate) end_time: i64,
    /// Whether it is to fail.
    pub(crate) failing: bool,
    /// Tokens that went in.
    pub(crate) input_tokens: u32,
    /// Tokens that come out.
    pub(crate) output_tokens: u32,
    /// What the model answers, as JSON; empty where several are read at once, since a result may be large.
    pub(crate) result: String,
}

/// Which tasks a list holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct TaskFilter {
    /// This one only.
    pub(crate) task_id: Option<String>,
    /// Those made from then on.
    pub(crate) from: i64,
    /// Those made until then, this millisecond included.
    pub(crate) until: i64,
    /// Those of this model.
    pub(crate) model: Option<String>,
    /// Those in this state.
    pub(crate) state: Option<State>,
    /// Those that this key made.
    pub(crate) api_key_id: Option<i64>,
}

const COLUMNS: &str = "task_id, request_id, api_key_id, workspace_id, model, gmt_create, start_time, end_time, failing,
    input_tokens, output_tokens";

/// The states in order, for a row that is still kept at `:now`.
const STATE: &str = "CASE WHEN canceled = 1 THEN 'CANCELED' WHEN :now < start_time THEN 'PENDING'
    WHEN :now < end_time THEN 'RUNNING' WHEN failing = 1 THEN 'FAILED' ELSE 'SUCCEEDED' END";

const IS_KEPT: &str = ":now < end_time + :kept";

const FILTER: &str =
    "(:task_id IS NULL OR task_id = :task_id) AND gmt_create BETWEEN :from AND :until
    AND (:model IS NULL OR model = :model) AND (:api_key_id IS NULL OR api_key_id = :api_key_id)";

/// Adds a task.
pub(crate) fn insert(connection: &Connection, row: &TaskRow) -> rusqlite::Result<()> {
    let sql = format!(
        "INSERT INTO tasks ({COLUMNS}, result, canceled, counted)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, 0)"
    );
    connection.prepare_cached(&sql)?.execute(params![
        row.task_id,
        row.request_id,
        row.api_key_id,
        row.workspace_id,
        row.model,
        row.gmt_create,
        row.start_time,
        row.end_time,
        row.failing,
        row.input_tokens,
        row.output_tokens,
        row.result
    ])?;
    Ok(())
}

/// One task and its state.
pub(crate) fn get(
    connection: &Connection,
    task_id: &str,
    now: i64,
) -> rusqlite::Result<Option<(TaskRow, State)>> {
    let sql = format!(
        "SELECT {COLUMNS}, result, {STATE} FROM tasks WHERE task_id = :task_id AND {IS_KEPT}"
    );
    connection
        .prepare_cached(&sql)?
        .query_row(
            named_params! { ":task_id": task_id, ":now": now, ":kept": KEPT },
            with_state,
        )
        .optional()
}

/// How many tasks pass the filter, and the page of them that begins there; the newest first.
pub(crate) fn list(
    connection: &Connection,
    filter: &TaskFilter,
    now: i64,
    offset: u32,
    limit: u32,
) -> rusqlite::Result<(u32, Vec<(TaskRow, State)>)> {
    let passing =
        format!("FROM tasks WHERE {FILTER} AND {IS_KEPT} AND (:state IS NULL OR {STATE} = :state)");
    let state = filter.state.map(State::word);
    let wanted = named_params! {
        ":task_id": filter.task_id,
        ":from": filter.from,
        ":until": filter.until,
        ":model": filter.model,
        ":api_key_id": filter.api_key_id,
        ":state": state,
        ":now": now,
        ":kept": KEPT,
    };
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {passing}"))?
        .query_row(wanted, |row| row.get(0))?;
    // A page is cut by numbers that are no parameters of the count; both are of our own making.
    let sql = format!(
        "SELECT {COLUMNS}, '', {STATE} {passing} ORDER BY sequence DESC LIMIT {limit} OFFSET {offset}"
    );
    let rows = connection
        .prepare(&sql)?
        .query_map(wanted, with_state)?
        .collect::<Result<_, _>>()?;
    Ok((total, rows))
}

/// Cancels a task that waits. False: there is none such.
pub(crate) fn cancel(connection: &Connection, task_id: &str, now: i64) -> rusqlite::Result<bool> {
    let sql = "UPDATE tasks SET canceled = 1, start_time = ?2, end_time = ?2
               WHERE task_id = ?1 AND canceled = 0 AND ?2 < start_time";
    Ok(connection
        .prepare_cached(sql)?
        .execute(params![task_id, now])?
        == 1)
}

/// Those that have succeeded and were not counted as used yet. They are counted now.
pub(crate) fn take_uncounted(connection: &Connection, now: i64) -> rusqlite::Result<Vec<TaskRow>> {
    let sql = format!(
        "UPDATE tasks SET counted = 1
         WHERE counted = 0 AND canceled = 0 AND failing = 0 AND end_time <= ?1 RETURNING {COLUMNS}, ''"
    );
    connection
        .prepare_cached(&sql)?
        .query_map([now], read)?
        .collect()
}

/// Removes those that are not kept any longer.
pub(crate) fn delete_old(connection: &Connection, now: i64) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("DELETE FROM tasks WHERE end_time <= ?1")?;
    statement.execute([now - KEPT])?;
    Ok(())
}

fn with_state(row: &Row<'_>) -> rusqlite::Result<(TaskRow, State)> {
    let word: String = row.get(12)?;
    let state = State::of(&word).ok_or(rusqlite::Error::InvalidColumnType(12, word, Type::Text))?;
    Ok((read(row)?, state))
}

fn read(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    Ok(TaskRow {
        task_id: row.get(0)?,
        request_id: row.get(1)?,
        api_key_id: row.get(2)?,
        workspace_id: row.get(3)?,
        model: row.get(4)?,
        gmt_create: row.get(5)?,
        start_time: row.get(6)?,
        end_time: row.get(7)?,
        failing: row.get(8)?,
        input_tokens: row.get(9)?,
        output_tokens: row.get(10)?,
        result: row.get(11)?,
    })
}
