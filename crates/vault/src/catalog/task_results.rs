//! Results of tasks that the user asked to keep before the service deletes them. They are the user's own data: a result
//! may hold what a model answered, in plain text, in a file that only its owner can read. They stay until the user
//! removes them.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Catalog, CatalogError};

/// The result of a task, kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskResult {
    /// The place where the task ran.
    pub place: String,
    /// The service's id of the task.
    pub task_id: String,
    /// The model that was called.
    pub model: String,
    /// How the task ended, in the service's word.
    pub status: String,
    /// The service's whole answer about the task, the model's answer in it.
    pub result_json: String,
    /// When it was kept, in milliseconds.
    pub kept_at: i64,
}

const COLUMNS: &str = "place, task_id, model, status, result, kept_at";

impl Catalog {
    /// Keeps a result; one of the same task is replaced.
    pub fn keep_task_result(&self, result: &TaskResult) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                &format!(
                    "INSERT OR REPLACE INTO task_results ({COLUMNS}) VALUES (:place, :task_id, :model, :status, \
                     :result, :kept_at)"
                ),
                named_params! {
                    ":place": result.place,
                    ":task_id": result.task_id,
                    ":model": result.model,
                    ":status": result.status,
                    ":result": result.result_json,
                    ":kept_at": result.kept_at,
                },
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// The results that were kept in a place, the latest first.
    pub fn task_results(&self, place: &str) -> Result<Vec<TaskResult>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(&format!(
                "SELECT {COLUMNS} FROM task_results WHERE place = ?1 ORDER BY kept_at DESC, rowid DESC"
            ))
            .map_err(self.unusable())?;
        let results = statement
            .query_map([place], task_result)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(results)
    }

    /// The result of one task, if it was kept.
    pub fn task_result(
        &self,
        place: &str,
        task_id: &str,
    ) -> Result<Option<TaskResult>, CatalogError> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM task_results WHERE place = ?1 AND task_id = ?2"),
                (place, task_id),
                task_result,
            )
            .optional()
            .map_err(self.unusable())
    }

    /// Removes a result. One that was not kept is removed already.
    pub fn remove_task_result(&self, place: &str, task_id: &str) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "DELETE FROM task_results WHERE place = ?1 AND task_id = ?2",
                (place, task_id),
            )
            .map_err(self.unusable())?;
        Ok(())
    }
}

fn task_result(row: &Row<'_>) -> rusqlite::Result<TaskResult> {
    Ok(TaskResult {
        place: row.get("place")?,
        task_id: row.get("task_id")?,
        model: row.get("model")?,
        status: row.get("status")?,
        result_json: row.get("result")?,
        kept_at: row.get("kept_at")?,
    })
}

#[cfg(test)]
mod tests;
