//! What a key's permission would be with a group's addresses of now.

use std::collections::HashSet;
use std::sync::Arc;

use model_studio::allowlist::Entry;
use model_studio::control::wire::{ApiKey, AuthKind};
use vault::{AddressGroup, GroupUse};

use crate::address_groups::view;
use crate::failure::{Failure, about_key};
use crate::keys::known_here::known_here;
use crate::typed;
use crate::wire::{GroupOfferView, KeyRef, PermissionRequest};
use crate::world::World;

/// The offer for one key; none where the key has no list any more that the group could be in.
pub(super) async fn of(
    world: &Arc<World>,
    group: &AddressGroup,
    used: &GroupUse,
    all: &[GroupUse],
) -> Option<GroupOfferView> {
    let key = view::key(used);
    let of_key: Vec<&GroupUse> = all
        .iter()
        .filter(|other| other.region == used.region && other.api_key_id == used.api_key_id)
        .collect();
    let groups: Vec<String> = of_key.iter().map(|used| used.group_id.clone()).collect();
    let offered = GroupOfferView {
        key: key.clone(),
        description: String::new(),
        masked: String::new(),
        current: None,
        permission: None,
        groups,
        failure: None,
    };
    match asked(world, &key).await {
        Ok((current, masked)) => {
            if current.auth.kind == AuthKind::All {
                return None;
            }
            let others = of_key.iter().filter(|other| other.group_id != group.id);
            let shared = others.flat_map(|other| other.entries.iter()).cloned();
            let permission = exchanged(&current, used, group, &shared.collect());
            let failure = typed::region(&key.region)
                .and_then(|region| typed::auth(region, &permission))
                .err();
            Some(GroupOfferView {
                description: current.description.clone(),
                masked,
                current: Some(typed::shown(&current.auth)),
                permission: failure.is_none().then_some(permission),
                failure,
                ..offered
            })
        }
        Err(failure) => Some(GroupOfferView {
            failure: Some(failure),
            ..offered
        }),
    }
}

/// The key as the service has it, and its masked value as this computer knows it.
async fn asked(world: &Arc<World>, key: &KeyRef) -> Result<(ApiKey, String), Failure> {
    let connection = world.connection(&key.region).await?;
    let current = connection
        .control
        .get_api_key(typed::key_id(&key.api_key_id)?)
        .await
        .map_err(|error| about_key(error, key))?;
    let known = known_here(world, &key.region).await?;
    let masked = known.row(world, &current).masked;
    Ok((current, masked))
}

/// The list without what the group put into it, unless another group of the key put it there too; and with what the
/// group has now.
fn exchanged(
    current: &ApiKey,
    used: &GroupUse,
    group: &AddressGroup,
    shared: &HashSet<String>,
) -> PermissionRequest {
    let goes: HashSet<&String> = used
        .entries
        .iter()
        .filter(|entry| !shared.contains(*entry))
        .collect();
    let mut list: Vec<String> = current
        .auth
        .access_ips
        .iter()
        .map(|entry| normal(entry))
        .filter(|entry| !goes.contains(entry))
        .collect();
    for entry in &group.entries {
        if !list.contains(entry) {
            list.push(entry.clone());
        }
    }
    let scope = &current.auth.model_access_scope;
    PermissionRequest::Custom {
        addresses: list.join("\n"),
        models: (!scope.allow_all_models).then(|| scope.accessible_models.clone()),
    }
}

/// The form in which groups have it; what cannot be read stays as the service has it.
fn normal(entry: &str) -> String {
    entry.parse().map_or_else(
        |_unreadable| entry.to_owned(),
        |entry: Entry| entry.to_string(),
    )
}
