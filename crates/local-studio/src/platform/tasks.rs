//! Tasks: made, read, listed, cancelled, and forgotten a day after they ended. Every key of the account sees all of them.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Platform, Use};
use crate::platform_error::Refusal;
use crate::store::TaskRow;
use crate::store::tasks::{self as rows, TaskFilter};
use crate::tasks::{Pace, State, TooFast};

/// What a task is made of.
#[derive(Debug)]
pub(crate) struct NewTask {
    /// The request that makes it.
    pub(crate) request_id: String,
    /// The key that makes it.
    pub(crate) api_key_id: i64,
    /// That key's workspace.
    pub(crate) workspace_id: String,
    /// The model.
    pub(crate) model: String,
    /// How long it waits.
    pub(crate) pending: SignedDuration,
    /// How long it runs then.
    pub(crate) running: SignedDuration,
    /// Whether it is to fail.
    pub(crate) failing: bool,
    /// Tokens that go in.
    pub(crate) input_tokens: u32,
    /// Tokens that come out.
    pub(crate) output_tokens: u32,
    /// What the model answers, as JSON.
    pub(crate) result: String,
}

/// Which tasks, and which page of them.
#[derive(Debug)]
pub(crate) struct TaskList {
    /// Which tasks.
    pub(crate) filter: TaskFilter,
    /// From 1.
    pub(crate) page_no: u32,
    /// Tasks on a page.
    pub(crate) page_size: u32,
}

/// A page of tasks.
#[derive(Debug)]
pub(crate) struct TaskPage {
    /// Tasks on all pages.
    pub(crate) total: u32,
    /// Those of this page, the newest first.
    pub(crate) rows: Vec<(TaskRow, State)>,
}

/// How often each may be asked for.
#[derive(Debug, Default)]
pub(super) struct Paces {
    query: Pace,
    list: Pace,
    cancel: Pace,
}

/// Why a task is not told of, or not cancelled.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskRefusal {
    /// Too many calls.
    #[error(transparent)]
    TooFast(#[from] TooFast),
    /// It runs already, or is done, or is none.
    #[error("the task is not in PENDING status")]
    NotPending,
    /// What else may go wrong.
    #[error(transparent)]
    Platform(#[from] Refusal),
}

impl Platform {
    /// Makes a task, and gives its id.
    pub(crate) fn create_task(&self, new: NewTask) -> Result<String, Refusal> {
        let gmt_create = self.now_ms();
        let start_time = later(gmt_create, new.pending);
        let row = TaskRow {
            task_id: Uuid::new_v4().to_string(),
            request_id: new.request_id,
            api_key_id: new.api_key_id,
            workspace_id: new.workspace_id,
            model: new.model,
            gmt_create,
            start_time,
            end_time: later(start_time, new.running),
            failing: new.failing,
            input_tokens: new.input_tokens,
            output_tokens: new.output_tokens,
            result: new.result,
        };
        self.note(|transaction| Ok(rows::insert(transaction, &row)?))?;
        Ok(row.task_id)
    }

    /// One task; None: there is none such, or none any longer.
    pub(crate) fn get_task(&self, task_id: &str) -> Result<Option<(TaskRow, State)>, TaskRefusal> {
        let now = self.clock().now();
        self.paces.query.turn(now)?;
        Ok(self.read(|transaction| Ok(rows::get(transaction, task_id, now.as_millisecond())?))?)
    }

    /// One page of tasks.
    pub(crate) fn list_tasks(&self, list: &TaskList) -> Result<TaskPage, TaskRefusal> {
        let now = self.clock().now();
        self.paces.list.turn(now)?;
        let (page, size) = (list.page_no, list.page_size);
        let offset = page.saturating_sub(1).saturating_mul(size);
        let now = now.as_millisecond();
        let (total, rows) =
            self.read(|transaction| Ok(rows::list(transaction, &list.filter, now, offset, size)?))?;
        Ok(TaskPage { total, rows })
    }

    /// Cancels a task that waits.
    pub(crate) fn cancel_task(&self, task_id: &str) -> Result<(), TaskRefusal> {
        let now = self.clock().now();
        self.paces.cancel.turn(now)?;
        let now = now.as_millisecond();
        let canceled = self.note(|transaction| Ok(rows::cancel(transaction, task_id, now)?))?;
        if canceled {
            Ok(())
        } else {
            Err(TaskRefusal::NotPending)
        }
    }
}

/// What a task has used that has succeeded.
pub(super) fn used(row: &TaskRow) -> Use<'_> {
    Use {
        at: Timestamp::from_millisecond(row.end_time).unwrap_or(Timestamp::UNIX_EPOCH),
        api_key_id: row.api_key_id,
        workspace_id: &row.workspace_id,
        model: &row.model,
        input_tokens: row.input_tokens.into(),
        output_tokens: row.output_tokens.into(),
    }
}

fn later(moment: i64, by: SignedDuration) -> i64 {
    moment.saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX))
}
