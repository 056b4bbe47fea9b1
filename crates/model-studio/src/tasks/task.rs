//! One task as the service tells it.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;

use super::time::lenient;
use super::{TaskId, TaskStatus};

/// How long a task and its result are kept after it ended; about that, says the platform.
pub const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A task.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// How far it is.
    pub status: TaskStatus,
    /// When it was taken on.
    pub submitted_at: Option<Timestamp>,
    /// When it was begun.
    pub scheduled_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// How its parts fared, where it has parts.
    pub metrics: Option<TaskMetrics>,
    /// The service's code, for one that failed.
    pub code: Option<String>,
    /// The service's words, for one that failed.
    pub message: Option<String>,
    /// All that the service said of it, its result included; each kind of task has its own.
    pub output: Value,
    /// What the service counted; null where it does not say.
    pub usage: Value,
    /// To quote to support.
    pub request_id: String,
}

/// How the parts of a task fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE", default)]
pub struct TaskMetrics {
    /// Its parts.
    pub total: u32,
    /// Those that are done.
    pub succeeded: u32,
    /// Those that failed.
    pub failed: u32,
}

impl Task {
    /// When the service deletes it, as far as that is known.
    pub fn deleted_at(&self) -> Option<Timestamp> {
        deleted_at(&self.status, self.ended_at)
    }

    /// The service's answer about the task with this id.
    pub(super) fn of(id: &TaskId, answered: Answered) -> Task {
        let fields = Fields::deserialize(&answered.output).unwrap_or_default();
        Task {
            id: id.clone(),
            status: fields
                .task_status
                .map_or(TaskStatus::Unknown, |word| TaskStatus::of(&word)),
            submitted_at: fields.submit_time,
            scheduled_at: fields.scheduled_time,
            ended_at: fields.end_time,
            metrics: fields
                .task_metrics
                .and_then(|metrics| TaskMetrics::deserialize(metrics).ok()),
            code: fields.code.filter(|code| !code.is_empty()),
            message: fields.message.filter(|message| !message.is_empty()),
            output: answered.output,
            usage: answered.usage,
            request_id: answered.request_id,
        }
    }
}

/// When a task is deleted: known only once it ended.
pub(super) fn deleted_at(status: &TaskStatus, ended_at: Option<Timestamp>) -> Option<Timestamp> {
    if !status.is_final() || *status == TaskStatus::Unknown {
        return None;
    }
    ended_at?.checked_add(KEPT_FOR).ok()
}

#[derive(Deserialize)]
pub(super) struct Answered {
    #[serde(default)]
    request_id: String,
    output: Value,
    #[serde(default)]
    usage: Value,
}

#[derive(Default, Deserialize)]
struct Fields {
    task_status: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    submit_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "lenient")]
    scheduled_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "lenient")]
    end_time: Option<Timestamp>,
    task_metrics: Option<Value>,
    code: Option<String>,
    message: Option<String>,
}
