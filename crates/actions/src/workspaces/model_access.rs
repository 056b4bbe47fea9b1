//! Which models a workspace may call.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use model_studio::control::wire::{AllModels, AuthorizationScope, ModelGrant, ModelPermission};
use model_studio::control::{ListModelPermissions, ListModels, UpdateModelPermissions};

use super::outcome::outcome;
use crate::failure::Failure;
use crate::wire::{
    BatchOutcomeView, ModelAccessRowView, ModelAccessView, UpdateModelAccessRequest, WorkspaceRef,
};
use crate::world::{Connection, World};

/// Which models a workspace may call, of all that it could be allowed.
///
/// # Errors
/// What the service refused, or that it cannot be reached.
pub async fn list_model_access(
    world: &Arc<World>,
    workspace: WorkspaceRef,
) -> Result<ModelAccessView, Failure> {
    let connection = world.connection(&workspace.region).await?;
    let listed = ListModels::default();
    let (permissions, models, default) = tokio::join!(
        grantable(&connection, &workspace.workspace_id),
        connection.control.all_models(&listed),
        default_workspace(&connection),
    );
    // Makers are of help and no more: without them the list is whole.
    let makers: BTreeMap<String, String> = models
        .unwrap_or_default()
        .into_iter()
        .map(|model| (model.model, model.provider))
        .collect();
    let mut models: Vec<_> = permissions?
        .into_iter()
        .map(|permission| view(permission, &makers))
        .collect();
    models.sort_by(|a, b| a.model.cmp(&b.model));
    Ok(ModelAccessView {
        every_model: default?.as_deref() == Some(workspace.workspace_id.as_str()),
        models,
    })
}

/// Allows models and takes them away, in as many requests as it takes.
///
/// # Errors
/// That the place cannot be worked with. What the service refused is in the answer, by the models that it concerns.
pub async fn update_model_access(
    world: &Arc<World>,
    request: UpdateModelAccessRequest,
) -> Result<BatchOutcomeView, Failure> {
    let connection = world.connection(&request.workspace.region).await?;
    let update = UpdateModelPermissions {
        workspace_id: request.workspace.workspace_id,
        all_models: AllModels::Keep,
        models: request
            .models
            .into_iter()
            .map(|change| ModelGrant {
                model: change.model,
                deploy: None,
                fine_tune: None,
                inference: Some(change.inference),
            })
            .collect(),
    };
    let batches = connection.control.update_model_permissions(&update).await;
    Ok(outcome(batches))
}

/// What a workspace may call.
pub(crate) enum Callable {
    /// Every model: it is the default workspace.
    Every,
    /// These alone.
    Only(HashSet<String>),
    /// The service does not say.
    Unknown,
}

impl Callable {
    /// Whether it may call this model; none where nobody knows.
    pub(crate) fn has(&self, model: &str) -> Option<bool> {
        match self {
            Callable::Every => Some(true),
            Callable::Only(models) => Some(models.contains(model)),
            Callable::Unknown => None,
        }
    }
}

/// What a workspace may call; without a workspace, what the default one may.
pub(crate) async fn callable(connection: &Connection, workspace_id: Option<&str>) -> Callable {
    let Some(workspace_id) = workspace_id else {
        return Callable::Every;
    };
    let (permissions, default) = tokio::join!(
        grantable(connection, workspace_id),
        default_workspace(connection),
    );
    match (permissions, default) {
        (_, Ok(Some(default))) if default == workspace_id => Callable::Every,
        (Ok(permissions), Ok(_)) => Callable::Only(
            permissions
                .into_iter()
                .filter(|permission| permission.permissions.inference)
                .map(|permission| permission.model)
                .collect(),
        ),
        (Err(_), _) | (_, Err(_)) => Callable::Unknown,
    }
}

async fn grantable(
    connection: &Connection,
    workspace_id: &str,
) -> Result<Vec<ModelPermission>, Failure> {
    let request = ListModelPermissions {
        workspace_id: workspace_id.to_owned(),
        authorization_scope: Some(AuthorizationScope::Authorizable),
        ..ListModelPermissions::default()
    };
    Ok(connection.control.all_model_permissions(&request).await?)
}

/// The default workspace is the oldest one: it comes with the account and may call every model.
async fn default_workspace(connection: &Connection) -> Result<Option<String>, Failure> {
    let workspaces = connection.control.all_workspaces().await?;
    Ok(workspaces
        .into_iter()
        .min_by(|a, b| (a.gmt_create, &a.workspace_id).cmp(&(b.gmt_create, &b.workspace_id)))
        .map(|workspace| workspace.workspace_id))
}

fn view(permission: ModelPermission, makers: &BTreeMap<String, String>) -> ModelAccessRowView {
    ModelAccessRowView {
        provider: makers.get(&permission.model).cloned().unwrap_or_default(),
        name: if permission.name.is_empty() {
            permission.model.clone()
        } else {
            permission.name
        },
        model: permission.model,
        inference: permission.permissions.inference,
        fine_tune: permission.permissions.fine_tune,
        deploy: permission.permissions.deploy,
    }
}
