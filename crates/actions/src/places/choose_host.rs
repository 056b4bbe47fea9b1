//! Choosing the host that a key is used with from now on.

use std::sync::Arc;

use vault::{KeyOrigin, KeyRecord};

use crate::failure::{Failure, about_key};
use crate::keys::known_here::known_here;
use crate::keys::list;
use crate::typed;
use crate::wire::{ChooseHostRequest, KeyRef, KeyView};
use crate::world::World;

/// Notes one of the key's hosts as the one in use.
///
/// # Errors
/// [`Failure::HostUnknown`] for a host that is none of the key's, [`Failure::KeyNotFound`], and what is wrong with the
/// catalog.
pub async fn choose_host(
    world: &Arc<World>,
    request: &ChooseHostRequest,
) -> Result<KeyView, Failure> {
    let key = &request.key;
    let id = typed::key_id(&key.api_key_id)?;
    let known = known_here(world, &key.region).await?;
    let is_its_own = known
        .hosts_of(id)
        .iter()
        .any(|host| host.origin == request.origin);
    if !is_its_own {
        return Err(Failure::HostUnknown);
    }
    let record = match known.record(id) {
        Some(record) => record.clone(),
        // Made elsewhere: until now nothing was kept of it here.
        None => seen(world, key, id).await?,
    };
    let record = KeyRecord {
        host: Some(request.origin.clone()),
        ..record
    };
    world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await?;
    list::one(world, key).await
}

/// What is kept of a key whose value is not here.
async fn seen(world: &Arc<World>, key: &KeyRef, id: i64) -> Result<KeyRecord, Failure> {
    let connection = world.connection(&key.region).await?;
    let found = connection.control.get_api_key(id).await;
    let found = found.map_err(|error| about_key(error, key))?;
    Ok(KeyRecord {
        region: key.region.clone(),
        api_key_id: id,
        description: found.description,
        masked: found.api_key_value,
        workspace_id: found.workspace_id,
        workspace_name: found.workspace_name,
        created_by: found.created_by,
        gmt_create: found.gmt_create,
        kept_at: None,
        host: None,
        plan: None,
        origin: KeyOrigin::Created,
    })
}
