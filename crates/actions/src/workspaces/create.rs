//! Creating a workspace.

use std::sync::Arc;

use model_studio::control::CreateWorkspace;

use super::list::row;
use crate::failure::Failure;
use crate::keys::known_here::known_of_hosts;
use crate::typed;
use crate::wire::{CreateWorkspaceRequest, WorkspaceRowView};
use crate::world::World;

/// The longest name, in characters, as the console has it.
const LONGEST_NAME: u32 = 30;

/// Creates a workspace. Sent once: a workspace of which no answer came is in the next list if it was made.
///
/// # Errors
/// [`Failure::WorkspaceNameInvalid`], what the service refused, or that it cannot be reached.
pub async fn create_workspace(
    world: &Arc<World>,
    request: CreateWorkspaceRequest,
) -> Result<WorkspaceRowView, Failure> {
    let name = request.name.trim().to_owned();
    let length = typed::count(name.chars().count());
    if !(1..=LONGEST_NAME).contains(&length) {
        return Err(Failure::WorkspaceNameInvalid {
            length,
            limit: LONGEST_NAME,
        });
    }
    let connection = world.connection(&request.region).await?;
    let created = connection
        .control
        .create_workspace(&CreateWorkspace {
            name,
            service_site: request.service_site,
        })
        .await?;
    let known = known_of_hosts(world, &request.region).await?;
    Ok(row(&known, &created, false))
}
