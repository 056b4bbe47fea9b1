//! The keys of a place: asked anew, or as they were last seen.

use std::sync::Arc;
use std::time::Instant;

use model_studio::control::ListApiKeys;
use model_studio::control::wire::ApiKey;

use crate::accounts::own_key::is_own;
use crate::failure::{Failure, about_key};
use crate::keys::known_here::{KnownHere, known_here};
use crate::keys::row::milliseconds;
use crate::keys::seen::Seen;
use crate::pasted::find_entry::match_pasted;
use crate::places::place::Place;
use crate::typed;
use crate::wire::{KeyList, KeyRef, KeyView, QuotaView, RefreshedView, WorkspaceView};
use crate::world::World;

/// All keys of a place with its workspaces, asked side by side. In a region that no account was added for, the keys that
/// were pasted there.
///
/// # Errors
/// Any failure of the service or of the catalog; [`Failure::RegionNeedsAccount`] where there is nothing to ask with, and
/// nothing here.
pub async fn list_keys(world: &Arc<World>, region: &str) -> Result<KeyList, Failure> {
    let place: Place = region.parse()?;
    if place.account.is_none() && place != Place::THIS_COMPUTER {
        return kept_alone(world, &place).await;
    }
    let (seen, known) = tokio::join!(ask(world, &place), known_here(world, region));
    let (seen, mut known) = (seen?, known?);
    if known.has_unlisted() {
        // Read again: its entry may just have been found.
        known = known_here(world, region).await?;
    }
    let known = known.with_seen(seen);
    Ok(list(world, &known))
}

/// What was last seen of a place, and what is kept here of it; none if there is neither. Asks nobody.
///
/// # Errors
/// What is wrong with the catalog.
pub async fn seen_keys(world: &Arc<World>, region: &str) -> Result<Option<KeyList>, Failure> {
    let known = known_here(world, region).await?;
    let list = list(world, &known);
    Ok((known.seen.is_some() || !list.unlisted.is_empty()).then_some(list))
}

/// Asks one place anew, with all its pages. What fails is in the answer: it concerns no other place.
///
/// # Errors
/// What is wrong with the catalog, and a text that is no place.
pub async fn refresh_region(world: &Arc<World>, region: &str) -> Result<RefreshedView, Failure> {
    let place: Place = region.parse()?;
    let started = Instant::now();
    let (last_seen, failure) = match ask(world, &place).await {
        Ok(seen) => (Some(seen.view()), None),
        Err(failure) => {
            let last = world
                .catalog(move |catalog| Seen::read(catalog, &place))
                .await?;
            (last.map(|seen| seen.view()), Some(failure))
        }
    };
    Ok(RefreshedView {
        region: region.to_owned(),
        last_seen,
        failure,
        millis: typed::millis(started),
    })
}

/// Asks for the keys and the workspaces of a place side by side, and notes what it saw. That temporary credentials ended is
/// noted too: nobody is asked with them again.
pub(crate) async fn ask(world: &Arc<World>, place: &Place) -> Result<Seen, Failure> {
    let asked = ask_service(world, place).await;
    if let Err(Failure::CredentialsExpired { .. }) = asked {
        world.note_expired(place).await?;
    }
    asked
}

async fn ask_service(world: &Arc<World>, place: &Place) -> Result<Seen, Failure> {
    let (turn, asked_at) = (world.listings.turn(), world.now());
    let connection = world.connection(&place.to_string()).await?;
    let everything = ListApiKeys::default();
    let (keys, workspaces) = tokio::join!(
        connection.control.all_api_keys(&everything),
        connection.control.all_workspaces(),
    );
    let mut keys = keys?;
    let (mut workspaces, workspaces_failure) = match workspaces.map_err(Failure::from) {
        Ok(workspaces) => (workspaces, None),
        // Keys can be managed without the right to list workspaces.
        Err(missing @ Failure::PermissionMissing { .. }) => (Vec::new(), Some(missing)),
        Err(failure) => return Err(failure),
    };
    keys.sort_by_key(|key| std::cmp::Reverse((key.gmt_create, key.api_key_id)));
    // The default workspace is the oldest one: it comes with the account and cannot be deleted.
    workspaces
        .sort_by(|a, b| (a.gmt_create, &a.workspace_id).cmp(&(b.gmt_create, &b.workspace_id)));
    let seen = Seen {
        keys,
        workspaces,
        workspaces_failure,
        asked_at,
        at: world.now(),
    };
    world.steps.reached("list answered");
    let (answered, listed) = (seen.clone(), place.clone());
    let listings = Arc::clone(&world.listings);
    let newer = world
        .catalog(move |catalog| {
            let is_noted = listings.note(&listed, turn, || answered.write(catalog, &listed))?;
            Ok((!is_noted).then(|| Seen::read(catalog, &listed)))
        })
        .await?;
    if let Some(newer) = newer {
        // The account has become another's meanwhile, and nothing was seen of it yet.
        return newer?.ok_or(Failure::Interrupted);
    }
    match_pasted(world, place, &seen.keys).await;
    let disabled = |key: &ApiKey| (key.api_key_id, key.disabled);
    let disabled = seen.keys.iter().map(disabled).collect();
    world.note_disabled(&place.to_string(), disabled).await?;
    Ok(seen)
}

/// One key as the service has it now; of a key that has no entry there, what is known here.
pub(crate) async fn one(world: &Arc<World>, key: &KeyRef) -> Result<KeyView, Failure> {
    let id = typed::key_id(&key.api_key_id)?;
    if id < 0 {
        let known = known_here(world, &key.region).await?;
        let record = known.record(id).ok_or_else(|| Failure::KeyNotFound {
            api_key_id: key.api_key_id.clone(),
        })?;
        return Ok(known.unlisted_row(world, record));
    }
    let connection = world.connection(&key.region).await?;
    let found = connection
        .control
        .get_api_key(id)
        .await
        .map_err(|error| about_key(error, key))?;
    Ok(known_here(world, &key.region).await?.row(world, &found))
}

/// The keys that were pasted in a region without an account.
async fn kept_alone(world: &Arc<World>, place: &Place) -> Result<KeyList, Failure> {
    let known = known_here(world, &place.to_string()).await?;
    let unlisted = known.unlisted(world);
    if unlisted.is_empty() {
        return Err(Failure::RegionNeedsAccount {
            region: place.to_string(),
        });
    }
    Ok(KeyList {
        keys: Vec::new(),
        workspaces: Vec::new(),
        quota: None,
        seen_at: None,
        workspaces_failure: None,
        unlisted,
    })
}

fn list(world: &World, known: &KnownHere) -> KeyList {
    let nothing = Seen::default();
    let is_seen = known.seen.is_some();
    let seen = known.seen.as_ref().unwrap_or(&nothing);
    let workspaces = seen.workspaces.iter().enumerate();
    KeyList {
        keys: seen.keys.iter().map(|key| known.row(world, key)).collect(),
        workspaces: workspaces
            .map(|(position, workspace)| WorkspaceView {
                id: workspace.workspace_id.clone(),
                name: workspace.workspace_name.clone(),
                is_default: position == 0,
                api_host: workspace.api_host.clone(),
                hosts: known.hosts_in(&workspace.workspace_id, None),
            })
            .collect(),
        quota: quota(known, &seen.keys).filter(|_| is_seen),
        seen_at: is_seen.then(|| milliseconds(seen.at)),
        workspaces_failure: seen.workspaces_failure.clone(),
        unlisted: known.unlisted(world),
    }
}

/// Counted for the account; where keys have an owner, for each owner: then only of those that may be the account's own.
fn quota(known: &KnownHere, keys: &[ApiKey]) -> Option<QuotaView> {
    let capabilities = known.place.region().capabilities;
    let counts = |key: &&ApiKey| {
        !capabilities.owner_account
            || is_own(known.account.as_ref(), &key.created_by) != Some(false)
    };
    capabilities.quota.map(|limit| QuotaView {
        used: typed::count(keys.iter().filter(counts).count()),
        limit,
    })
}
