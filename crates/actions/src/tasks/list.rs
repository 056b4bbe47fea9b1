//! Listing the tasks of the last 24 hours.

use std::num::NonZeroU32;
use std::sync::Arc;

use model_studio::tasks::{TaskFilter, TaskStatus};

use super::asking::Asking;
use super::row::Known;
use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::wire::{ListTasksRequest, TaskListView, TaskStatusView};
use crate::world::World;

/// Tasks on a page.
const PAGE_SIZE: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);

/// A page of the account's tasks.
///
/// # Errors
/// [`Failure::SecretMissing`], [`Failure::HostUnknown`], and what the service says.
pub async fn list_tasks(
    world: &Arc<World>,
    request: &ListTasksRequest,
) -> Result<TaskListView, Failure> {
    let filter = TaskFilter {
        status: request.status.and_then(wanted),
        model: typed(request.model.as_deref()),
        api_key_id: typed(request.api_key_id.as_deref()),
        page: NonZeroU32::new(request.page),
        page_size: Some(PAGE_SIZE),
        ..TaskFilter::default()
    };
    let asking = Asking::with(world, &request.key).await?;
    let page = asking.answered(asking.tasks.list(&filter).await).await?;
    let seen_at = milliseconds(world.now());
    let ids = page.tasks.iter().map(|task| task.id.to_string()).collect();
    let known = Known::of(world, &request.key.region, ids).await?;
    Ok(TaskListView {
        tasks: page.tasks.into_iter().map(|task| known.row(task)).collect(),
        total: page.total,
        page: page.page,
        pages: page.pages.max(1),
        seen_at,
    })
}

/// The state as the service filters by it; none for those that it does not list.
fn wanted(status: TaskStatusView) -> Option<TaskStatus> {
    match status {
        TaskStatusView::Pending => Some(TaskStatus::Pending),
        TaskStatusView::Running => Some(TaskStatus::Running),
        TaskStatusView::Succeeded => Some(TaskStatus::Succeeded),
        TaskStatusView::Failed => Some(TaskStatus::Failed),
        TaskStatusView::Canceled => Some(TaskStatus::Canceled),
        TaskStatusView::Unknown | TaskStatusView::Other => None,
    }
}

fn typed(text: Option<&str>) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(str::to_owned)
}
