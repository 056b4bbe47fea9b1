//! Cancelling a task that still waits.

use std::sync::Arc;

use model_studio::tasks::{Cancelling, TaskStatus};

use super::asking::{Asking, task_id};
use super::row::Known;
use crate::failure::Failure;
use crate::wire::{TaskRef, TaskView};
use crate::world::World;

/// Cancels it and gives it back as it is then.
///
/// # Errors
/// [`Failure::TaskNotPending`] where it runs or has ended, [`Failure::TaskUnknown`] where the service does not know it, and
/// those of [`super::get_task`].
pub async fn cancel_task(world: &Arc<World>, task: &TaskRef) -> Result<TaskView, Failure> {
    let id = task_id(&task.task_id)?;
    let asking = Asking::with(world, &task.key).await?;
    let outcome = asking.answered(asking.tasks.cancel(&id).await).await?;
    let now = asking.tasks.read(&id).await;
    let request_id = match outcome {
        Cancelling::Cancelled { request_id } => request_id,
        Cancelling::NotPending { .. } => {
            // The service has one refusal for both.
            let unknown = now.is_ok_and(|now| now.status == TaskStatus::Unknown);
            return Err(if unknown {
                Failure::TaskUnknown
            } else {
                Failure::TaskNotPending
            });
        }
    };
    let known = Known::of(world, &task.key.region, vec![id.to_string()]).await?;
    Ok(match now {
        Ok(now) => known.whole(now),
        // It is cancelled, whether it can be looked at or not.
        Err(error) => {
            tracing::warn!(%error, "a cancelled task could not be read");
            known.barely(&id, &TaskStatus::Canceled, request_id)
        }
    })
}
