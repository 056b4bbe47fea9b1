//! The workspaces of a place, with how many keys each has.

use std::sync::Arc;

use model_studio::control::wire::Workspace;

use crate::failure::Failure;
use crate::keys::known_here::{KnownHere, known_of_hosts};
use crate::keys::list::ask;
use crate::keys::row::milliseconds;
use crate::typed;
use crate::wire::{WorkspaceList, WorkspaceRowView, WorkspaceView};
use crate::world::World;

/// All workspaces of a place, the default one first.
///
/// # Errors
/// Any failure of the service or of the catalog.
pub async fn list_workspaces(world: &Arc<World>, region: &str) -> Result<WorkspaceList, Failure> {
    let place = region.parse()?;
    let (seen, known) = tokio::join!(ask(world, &place), known_of_hosts(world, region));
    let mut seen = seen?;
    if let Some(failure) = seen.workspaces_failure.take() {
        return Err(failure);
    }
    let known = known?.with_seen(seen.clone());
    Ok(WorkspaceList {
        workspaces: seen
            .workspaces
            .iter()
            .enumerate()
            .map(|(position, workspace)| row(&known, workspace, position == 0))
            .collect(),
        seen_at: milliseconds(seen.at),
    })
}

/// A workspace as its row shows it.
pub(super) fn row(known: &KnownHere, workspace: &Workspace, is_default: bool) -> WorkspaceRowView {
    let id = &workspace.workspace_id;
    let keys = known.seen.iter().flat_map(|seen| &seen.keys);
    WorkspaceRowView {
        workspace: WorkspaceView {
            id: id.clone(),
            name: workspace.workspace_name.clone(),
            is_default,
            api_host: workspace.api_host.clone(),
            hosts: known.hosts_in(id, None),
        },
        service_site: workspace.service_site.clone(),
        created_at: milliseconds(workspace.gmt_create),
        keys: typed::count(keys.filter(|key| key.workspace_id == *id).count()),
    }
}
