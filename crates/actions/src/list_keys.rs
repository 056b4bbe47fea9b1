//! The keys of a region.

use std::sync::Arc;

use model_studio::control::ListApiKeys;

use crate::failure::{Failure, about_key};
use crate::key_row::KnownHere;
use crate::typed;
use crate::wire::{KeyList, KeyRef, KeyView, QuotaView, WorkspaceView};
use crate::world::{World, blocking};

/// All keys of a region with its workspaces, asked side by side.
///
/// # Errors
/// Any failure of the service or of the catalog.
pub async fn list_keys(world: &Arc<World>, region: &str) -> Result<KeyList, Failure> {
    let known_region = typed::region(region)?;
    let connection = world.platform.connection(known_region.id)?;
    let everything = ListApiKeys::default();
    let (keys, workspaces, known) = tokio::join!(
        connection.control.all_api_keys(&everything),
        connection.control.all_workspaces(),
        known_here(world, region),
    );
    let (mut keys, workspaces, known) = (keys?, workspaces?, known?);
    keys.sort_by_key(|key| std::cmp::Reverse((key.gmt_create, key.api_key_id)));
    let used = typed::count(keys.len());
    Ok(KeyList {
        keys: keys
            .iter()
            .map(|key| known.row(world, region, key))
            .collect(),
        workspaces: workspaces_view(workspaces),
        quota: known_region
            .capabilities
            .quota
            .map(|limit| QuotaView { used, limit }),
    })
}

/// One key as the service has it now.
pub(crate) async fn one(world: &Arc<World>, key: &KeyRef) -> Result<KeyView, Failure> {
    let connection = world.platform.connection(typed::region(&key.region)?.id)?;
    let id = typed::key_id(&key.api_key_id)?;
    let found = connection
        .control
        .get_api_key(id)
        .await
        .map_err(|error| about_key(error, key))?;
    Ok(known_here(world, &key.region)
        .await?
        .row(world, &key.region, &found))
}

/// What this computer knows of a region's keys.
pub(crate) async fn known_here(world: &Arc<World>, region: &str) -> Result<KnownHere, Failure> {
    let name = region.to_owned();
    let records = world.catalog(move |catalog| catalog.keys(&name)).await?;
    let surroundings = Arc::clone(&world.surroundings);
    // The keys are there whatever became of the journal, which its own page tells.
    let changes = blocking(move || machine::changes(&surroundings))
        .await?
        .unwrap_or_else(|error| {
            tracing::warn!(%error, "the changes of this computer cannot be read");
            Vec::new()
        });
    Ok(KnownHere { records, changes })
}

/// The default workspace is the oldest one: it comes with the account and cannot be deleted.
fn workspaces_view(
    mut workspaces: Vec<model_studio::control::wire::Workspace>,
) -> Vec<WorkspaceView> {
    workspaces
        .sort_by(|a, b| (a.gmt_create, &a.workspace_id).cmp(&(b.gmt_create, &b.workspace_id)));
    workspaces
        .into_iter()
        .enumerate()
        .map(|(place, workspace)| WorkspaceView {
            id: workspace.workspace_id,
            name: workspace.workspace_name,
            is_default: place == 0,
            api_host: workspace.api_host,
        })
        .collect()
}
