//! Reading tasks by their ids: one, or many side by side.

use std::sync::Arc;

use model_studio::tasks::{Task, TaskId};

use super::asking::{Asking, task_id};
use super::row::Known;
use crate::failure::Failure;
use crate::wire::{TaskRef, TaskView, TasksRequest};
use crate::world::World;

/// One task, whole. One that the service does not know is no failure: its state says so.
///
/// # Errors
/// [`Failure::TaskUnknown`] for a text that is no id, [`Failure::SecretMissing`], [`Failure::HostUnknown`], and what the
/// service says.
pub async fn get_task(world: &Arc<World>, task: &TaskRef) -> Result<TaskView, Failure> {
    let id = task_id(&task.task_id)?;
    let asking = Asking::with(world, &task.key).await?;
    let found = asking.answered(asking.tasks.read(&id).await).await?;
    let known = Known::of(world, &task.key.region, vec![id.to_string()]).await?;
    Ok(known.whole(found))
}

/// Many tasks, each id once, in the order of the ids. Texts that are no ids are left out, and so are tasks that could not
/// be read while others could.
///
/// # Errors
/// As [`get_task`], where no task could be read.
pub async fn get_tasks(
    world: &Arc<World>,
    request: &TasksRequest,
) -> Result<Vec<TaskView>, Failure> {
    let texts = request.task_ids.iter();
    let ids: Vec<TaskId> = texts.filter_map(|text| task_id(text).ok()).collect();
    if ids.is_empty() && !request.task_ids.is_empty() {
        return Err(Failure::TaskUnknown);
    }
    let asking = Asking::with(world, &request.key).await?;
    let mut found: Vec<Task> = Vec::new();
    let mut refused = None;
    for (_, answer) in asking.tasks.read_many(&ids).await {
        match answer {
            Ok(task) => found.push(task),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    if let Some(error) = refused {
        if found.is_empty() {
            return asking.answered(Err(error)).await;
        }
        tracing::warn!(%error, "not every task could be read");
    }
    let ids = found.iter().map(|task| task.id.to_string()).collect();
    let known = Known::of(world, &request.key.region, ids).await?;
    Ok(found.into_iter().map(|task| known.whole(task)).collect())
}
