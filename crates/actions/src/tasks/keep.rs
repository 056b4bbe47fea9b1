//! Keeping what a task gave, before the service deletes it.

use std::sync::Arc;

use model_studio::tasks::{Task, TaskFilter, TaskStatus};
use serde_json::json;
use vault::TaskResult;

use super::asking::{Asking, task_id};
use super::kept;
use crate::failure::Failure;
use crate::wire::{KeptResultView, TaskRef};
use crate::world::World;

/// Reads a task and keeps all that the service says of it on this computer, until the user removes it.
///
/// # Errors
/// [`Failure::TaskUnknown`] where the service does not know it, or not any more, and those of [`super::get_task`].
pub async fn keep_task_result(
    world: &Arc<World>,
    task: &TaskRef,
) -> Result<KeptResultView, Failure> {
    let id = task_id(&task.task_id)?;
    let asking = Asking::with(world, &task.key).await?;
    let found = asking.answered(asking.tasks.read(&id).await).await?;
    if found.status == TaskStatus::Unknown {
        return Err(Failure::TaskUnknown);
    }
    let result = TaskResult {
        place: task.key.region.clone(),
        model: model(&asking, &found).await,
        status: found.status.as_str().to_owned(),
        result_json: whole_answer(&found),
        kept_at: world.now(),
        task_id: id.to_string(),
    };
    let view = kept::view(&result);
    world
        .catalog(move |catalog| catalog.keep_task_result(&result))
        .await?;
    Ok(view)
}

/// Its model, which the service tells in its list alone; empty where it does not.
async fn model(asking: &Asking, task: &Task) -> String {
    let filter = TaskFilter {
        task_id: Some(task.id.clone()),
        ..TaskFilter::default()
    };
    match asking.tasks.list(&filter).await {
        Ok(page) => {
            let mut tasks = page.tasks.into_iter();
            let row = tasks.find(|row| row.id == task.id);
            row.map(|row| row.model).unwrap_or_default()
        }
        Err(error) => {
            tracing::warn!(%error, "the model of a task is not known");
            String::new()
        }
    }
}

fn whole_answer(task: &Task) -> String {
    let answer = json!({
        "output": task.output,
        "usage": task.usage,
        "request_id": task.request_id,
    });
    answer.to_string()
}
