use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::KeyRef;

/// Which tasks to show.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListTasksRequest {
    /// A kept key to ask with: every key of the account sees all its tasks.
    pub key: KeyRef,
    /// Tasks in this state alone.
    pub status: Option<TaskStatusView>,
    /// Tasks of this model alone.
    pub model: Option<String>,
    /// Tasks of the key with this id alone.
    pub api_key_id: Option<String>,
    /// From 1.
    pub page: u32,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TaskStatusView {
    /// It waits, and can be cancelled.
    Pending,
    /// It runs.
    Running,
    /// Its result is there.
    Succeeded,
    /// It failed.
    Failed,
    /// It was cancelled.
    Canceled,
    /// The service does not know it, or not any more.
    Unknown,
    /// A state that this program does not know.
    Other,
}

/// A page of tasks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskListView {
    /// Newest first.
    pub tasks: Vec<TaskRowView>,
    /// How many there are on all pages.
    pub total: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// When the service was asked, in milliseconds since 1970.
    pub seen_at: f64,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskRowView {
    /// Its id.
    pub task_id: String,
    /// How far it is.
    pub status: TaskStatusView,
    /// The service's own word for that.
    pub status_text: String,
    /// Its model.
    pub model: String,
    /// The key that created it, by its id; empty where the service does not say.
    pub api_key_id: String,
    /// What that key is called here.
    pub key_description: String,
    /// When it was created, in milliseconds since 1970.
    pub created_at: Option<f64>,
    /// When it ended.
    pub ended_at: Option<f64>,
    /// When the service deletes its result, in milliseconds since 1970.
    pub deleted_at: Option<f64>,
    /// Its result is kept on this computer.
    pub kept: bool,
}

/// Names one task.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskRef {
    /// A kept key to ask with.
    pub key: KeyRef,
    /// The task.
    pub task_id: String,
}

/// Several tasks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TasksRequest {
    /// A kept key to ask with.
    pub key: KeyRef,
    /// Their ids.
    pub task_ids: Vec<String>,
}

/// One task, whole.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    /// Its row.
    #[serde(flatten)]
    pub row: TaskRowView,
    /// Its result, as indented JSON; none while there is none.
    pub result: Option<String>,
    /// The service's code, for a task that failed.
    pub error_code: Option<String>,
    /// The service's words, for a task that failed.
    pub error_message: Option<String>,
    /// To quote to support.
    pub request_id: String,
}

/// A result that is kept on this computer because the user asked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptResultView {
    /// The place.
    pub region: String,
    /// The task.
    pub task_id: String,
    /// Its model.
    pub model: String,
    /// Its state when it was kept.
    pub status: TaskStatusView,
    /// When it was kept, in milliseconds since 1970.
    pub kept_at: f64,
    /// As indented JSON.
    pub result: String,
}

/// Names a kept result.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptResultRef {
    /// The place.
    pub region: String,
    /// The task.
    pub task_id: String,
}
