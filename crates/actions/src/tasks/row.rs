//! Tasks as the window shows them: what the service says, with what this computer knows besides.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use model_studio::tasks::{ListedTask, Task, TaskId, TaskStatus};
use serde_json::Value;

use crate::failure::Failure;
use crate::keys::description::key_description;
use crate::keys::known_here::{KnownHere, known_of_hosts};
use crate::keys::row::milliseconds;
use crate::wire::{TaskRowView, TaskStatusView, TaskView};
use crate::world::World;

/// Fields of a task's output that are shown as what they are; the rest is its result.
const NOT_RESULT: [&str; 8] = [
    "task_id",
    "task_status",
    "submit_time",
    "scheduled_time",
    "end_time",
    "task_metrics",
    "code",
    "message",
];

/// What this computer knows of some tasks.
pub(super) struct Known {
    keys: KnownHere,
    kept: HashSet<String>,
}

impl Known {
    /// Of the tasks of a place with these ids.
    ///
    /// # Errors
    /// What is wrong with the catalog.
    pub(super) async fn of(
        world: &Arc<World>,
        region: &str,
        ids: Vec<String>,
    ) -> Result<Known, Failure> {
        let keys = known_of_hosts(world, region).await?;
        let place = region.to_owned();
        let kept = world.catalog(move |catalog| {
            let mut kept = HashSet::new();
            for id in ids {
                if catalog.task_result(&place, &id)?.is_some() {
                    kept.insert(id);
                }
            }
            Ok(kept)
        });
        Ok(Known {
            keys,
            kept: kept.await?,
        })
    }

    /// A row of the list.
    pub(super) fn row(&self, task: ListedTask) -> TaskRowView {
        let id = task.api_key_id.parse().ok();
        let description = id.and_then(|id| key_description(&self.keys, id));
        TaskRowView {
            kept: self.kept.contains(task.id.as_str()),
            status: status(&task.status),
            status_text: task.status.as_str().to_owned(),
            key_description: description.unwrap_or_default().to_owned(),
            created_at: task.created_at.map(moment),
            ended_at: task.ended_at.map(moment),
            deleted_at: task.deleted_at().map(moment),
            task_id: task.id.to_string(),
            model: task.model,
            api_key_id: task.api_key_id,
        }
    }

    /// One task. The service does not say its model and its key.
    pub(super) fn whole(&self, task: Task) -> TaskView {
        let id = task.id.as_str();
        let row = TaskRowView {
            kept: self.kept.contains(id),
            created_at: task.submitted_at.map(moment),
            ended_at: task.ended_at.map(moment),
            deleted_at: task.deleted_at().map(moment),
            ..bare(id, &task.status)
        };
        TaskView {
            row,
            result: result(task.output),
            error_code: task.code,
            error_message: task.message,
            request_id: task.request_id,
        }
    }

    /// A task of which nothing was told but how far it is.
    pub(super) fn barely(&self, id: &TaskId, status: &TaskStatus, request_id: String) -> TaskView {
        TaskView {
            row: TaskRowView {
                kept: self.kept.contains(id.as_str()),
                ..bare(id.as_str(), status)
            },
            result: None,
            error_code: None,
            error_message: None,
            request_id,
        }
    }
}

fn bare(id: &str, how_far: &TaskStatus) -> TaskRowView {
    TaskRowView {
        task_id: id.to_owned(),
        status: status(how_far),
        status_text: how_far.as_str().to_owned(),
        model: String::new(),
        api_key_id: String::new(),
        key_description: String::new(),
        created_at: None,
        ended_at: None,
        deleted_at: None,
        kept: false,
    }
}

/// A state as the window shows it.
pub(super) fn status(status: &TaskStatus) -> TaskStatusView {
    match status {
        TaskStatus::Pending => TaskStatusView::Pending,
        TaskStatus::Running => TaskStatusView::Running,
        TaskStatus::Succeeded => TaskStatusView::Succeeded,
        TaskStatus::Failed => TaskStatusView::Failed,
        TaskStatus::Canceled => TaskStatusView::Canceled,
        TaskStatus::Unknown => TaskStatusView::Unknown,
        TaskStatus::Other(_) => TaskStatusView::Other,
    }
}

/// What is left of an output without what is shown elsewhere; none where that is nothing.
fn result(output: Value) -> Option<String> {
    let Value::Object(mut output) = output else {
        return None;
    };
    output.retain(|name, value| !NOT_RESULT.contains(&name.as_str()) && !value.is_null());
    if output.is_empty() {
        return None;
    }
    serde_json::to_string_pretty(&output).ok()
}

fn moment(at: Timestamp) -> f64 {
    milliseconds(at.as_millisecond())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_result_is_what_a_task_is_for() {
        let output = json!({
            "task_id": "t", "task_status": "SUCCEEDED", "submit_time": "2026-09-21 22:13:20.000",
            "end_time": "2026-09-21 22:13:25.000", "task_metrics": { "TOTAL": 1 }, "video_url": "https://a.example.com/v",
        });
        let read: Value = serde_json::from_str(&result(output).unwrap()).unwrap();
        assert_eq!(read, json!({ "video_url": "https://a.example.com/v" }));
        for without in [
            json!({ "task_id": "t", "task_status": "PENDING" }),
            json!({ "task_status": "FAILED", "code": "InternalError", "message": "m", "results": null }),
            Value::Null,
        ] {
            assert_eq!(result(without), None);
        }
    }

    #[test]
    fn every_state_has_a_word() {
        for word in ["PENDING", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED"] {
            let shown = serde_json::to_value(status(&TaskStatus::of(word))).unwrap();
            assert_eq!(shown, word.to_ascii_lowercase());
        }
        assert_eq!(status(&TaskStatus::of("SUSPENDED")), TaskStatusView::Other);
    }
}
