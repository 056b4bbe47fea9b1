//! Saving a permission: only over what the user was shown, and then proven by a call.

use std::sync::Arc;

use model_studio::control::UpdateApiKey;
use model_studio::control::wire::Auth;
use vault::GroupUse;

use crate::address_groups::view;
use crate::failure::{Failure, about_key};
use crate::keys::list;
use crate::permissions::difference::same;
use crate::permissions::prove::prove;
use crate::typed;
use crate::wire::{KeyRef, PermissionChangedView, PermissionView, UpdatePermissionRequest};
use crate::world::{Connection, World};

/// Reads the permission anew, saves the new one whole if the old one is what was expected, notes the groups in it, and
/// calls with the key. Where the service has the wanted permission already, as after an answer that was lost, nothing is
/// sent, so that a second try ends like the first. Undo is the same with `Restore`.
///
/// # Errors
/// What was typed wrongly, [`Failure::PermissionChanged`], [`Failure::PermissionHasUnknownParts`], what the service refused, or that it cannot be reached. What
/// goes wrong with the call is in the proof.
pub async fn update_permission(
    world: &Arc<World>,
    request: UpdatePermissionRequest,
) -> Result<PermissionChangedView, Failure> {
    // On a task of its own: closing the window's request must not stop it between the service and the catalog.
    let world = Arc::clone(world);
    tokio::spawn(async move { update(&world, &request).await })
        .await
        .map_err(|_ended| Failure::Interrupted)?
}

async fn update(
    world: &Arc<World>,
    request: &UpdatePermissionRequest,
) -> Result<PermissionChangedView, Failure> {
    let key = &request.key;
    let region = typed::region(&key.region)?;
    let id = typed::listed_id(key)?;
    let wanted = typed::auth(region, &request.permission)?;
    let connection = world.connection(&key.region).await?;

    let (current, unknown_parts) = permission_now(&connection, key, id).await?;
    let there_already = same(&current, &typed::shown(&wanted));
    let before = if same(&current, &request.expected) {
        current
    } else if there_already {
        request.expected.clone()
    } else {
        return Err(Failure::PermissionChanged { current });
    };
    if !there_already {
        if !unknown_parts.is_empty() {
            return Err(Failure::PermissionHasUnknownParts {
                parts: unknown_parts,
            });
        }
        save(&connection, key, id, &wanted).await?;
        world.steps.reached("permission saved");
    }
    let groups_before = note_groups(world, request, id, &wanted).await?;
    let proof = prove(world, region, key, &wanted).await;
    Ok(PermissionChangedView {
        key: list::one(world, key).await?,
        before,
        groups_before,
        proof,
    })
}

/// The permission as the service has it, with the names of what this program cannot show and could not save.
async fn permission_now(
    connection: &Connection,
    key: &KeyRef,
    id: i64,
) -> Result<(PermissionView, Vec<String>), Failure> {
    let found = connection.control.get_api_key_and_unknown_parts(id).await;
    let (found, unknown_parts) = found.map_err(|error| about_key(error, key))?;
    Ok((typed::shown(&found.auth), unknown_parts))
}

/// Sends the permission whole. An answer that was lost is looked after: the service may have saved it.
async fn save(
    connection: &Connection,
    key: &KeyRef,
    id: i64,
    wanted: &Auth,
) -> Result<(), Failure> {
    let change = UpdateApiKey {
        description: None,
        auth: Some(wanted.clone()),
    };
    let Err(error) = connection.control.update_api_key(id, &change).await else {
        return Ok(());
    };
    let saved_all_the_same = error.outcome_unknown()
        && permission_now(connection, key, id)
            .await
            .is_ok_and(|(now, _)| same(&now, &typed::shown(wanted)));
    if saved_all_the_same {
        Ok(())
    } else {
        Err(about_key(error, key))
    }
}

/// Remembers what of which group is in the list now. Gives the groups of before.
async fn note_groups(
    world: &Arc<World>,
    request: &UpdatePermissionRequest,
    id: i64,
    wanted: &Auth,
) -> Result<Vec<String>, Failure> {
    let (groups, uses) = view::kept(world).await?;
    let region = request.key.region.clone();
    let before = uses
        .into_iter()
        .filter(|used| used.region == region && used.api_key_id == id)
        .map(|used| used.group_id)
        .collect();
    let now: Vec<GroupUse> = groups
        .into_iter()
        .filter(|group| request.groups.contains(&group.id))
        .map(|group| GroupUse {
            region: region.clone(),
            api_key_id: id,
            group_id: group.id,
            entries: group
                .entries
                .into_iter()
                .filter(|entry| wanted.access_ips.contains(entry))
                .collect(),
        })
        .filter(|used| !used.entries.is_empty())
        .collect();
    world
        .catalog(move |catalog| catalog.set_key_groups(&region, id, &now))
        .await?;
    Ok(before)
}
