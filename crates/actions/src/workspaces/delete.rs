//! Deleting a workspace, which the service does for an empty one alone.

use std::sync::Arc;

use model_studio::control::{ControlError, Refusal};

use crate::failure::Failure;
use crate::wire::WorkspaceRef;
use crate::world::World;

/// Deletes a workspace, for ever.
///
/// # Errors
/// [`Failure::WorkspaceNotDeleted`] with what stands in the way; a workspace that is gone already is deleted.
pub async fn delete_workspace(world: &Arc<World>, workspace: WorkspaceRef) -> Result<(), Failure> {
    let connection = world.connection(&workspace.region).await?;
    match connection
        .control
        .delete_workspace(&workspace.workspace_id)
        .await
    {
        Ok(()) => Ok(()),
        Err(ControlError::Platform(refused)) if refused.refusal() == Refusal::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}
