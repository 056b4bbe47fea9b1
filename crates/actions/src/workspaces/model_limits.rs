//! How much a workspace may ask of each model.

use std::sync::Arc;

use model_studio::control::wire::{Limit, LimitChange, LimitOperation, ModelLimit};
use model_studio::control::{ListModelLimits, UpdateModelLimits};

use super::outcome::outcome;
use crate::failure::Failure;
use crate::wire::{
    BatchOutcomeView, LimitView, ModelLimitChange, ModelLimitRowView, ModelLimitsView,
    UpdateModelLimitsRequest, WorkspaceRef,
};
use crate::world::World;

/// The most that the service takes on one page.
const LARGEST_PAGE: u32 = 200;

/// The limits of a workspace's models, and the account's own above them.
///
/// # Errors
/// What the service refused, or that it cannot be reached.
pub async fn list_model_limits(
    world: &Arc<World>,
    workspace: WorkspaceRef,
) -> Result<ModelLimitsView, Failure> {
    let connection = world.connection(&workspace.region).await?;
    let request = ListModelLimits {
        workspace_id: Some(workspace.workspace_id),
        max_results: Some(LARGEST_PAGE),
        ..ListModelLimits::default()
    };
    let mut limits = connection.control.all_model_limits(&request).await?;
    limits.sort_by(|a, b| a.model.cmp(&b.model));
    Ok(ModelLimitsView {
        models: limits.into_iter().map(row).collect(),
    })
}

/// Sets limits and takes them away, in as many requests as it takes.
///
/// # Errors
/// That the place cannot be worked with. What the service refused is in the answer, by the models that it concerns.
pub async fn update_model_limits(
    world: &Arc<World>,
    request: UpdateModelLimitsRequest,
) -> Result<BatchOutcomeView, Failure> {
    let connection = world.connection(&request.workspace.region).await?;
    let update = UpdateModelLimits {
        workspace_id: request.workspace.workspace_id,
        limits: request.limits.into_iter().map(change).collect(),
    };
    Ok(outcome(
        connection.control.update_model_limits(&update).await,
    ))
}

fn change(change: ModelLimitChange) -> LimitChange {
    match change.limit {
        None => LimitChange::deletion(change.model),
        Some(limit) => LimitChange {
            model: change.model,
            operation_type: LimitOperation::Overlay,
            request_limit: limit.requests.map(i64::from),
            request_limit_period: limit.request_seconds.map(i64::from),
            usage_limit: limit.usage.and_then(|usage| i64::try_from(usage).ok()),
            usage_limit_period: limit.usage_seconds.map(i64::from),
        },
    }
}

fn row(limit: ModelLimit) -> ModelLimitRowView {
    ModelLimitRowView {
        name: if limit.name.is_empty() {
            limit.model.clone()
        } else {
            limit.name
        },
        model: limit.model,
        account: view(&limit.model_limit),
        workspace: Some(view(&limit.workspace_limit)).filter(|limit| !is_empty(limit)),
    }
}

fn view(limit: &Limit) -> LimitView {
    let small = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
    LimitView {
        requests: small(limit.request_limit),
        request_seconds: small(limit.request_limit_period),
        usage: limit
            .usage_limit
            .and_then(|number| u64::try_from(number).ok()),
        usage_seconds: small(limit.usage_limit_period),
    }
}

/// A period alone limits nothing.
fn is_empty(limit: &LimitView) -> bool {
    limit.requests.is_none() && limit.usage.is_none()
}
