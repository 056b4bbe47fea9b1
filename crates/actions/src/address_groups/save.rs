//! Keeping a named group of addresses, and offering it to the keys that use it.

use std::sync::Arc;

use vault::{AddressGroup, GroupUse};

use crate::address_groups::view::{self, is_outdated};
use crate::failure::Failure;
use crate::typed;
use crate::wire::{AddressGroupRequest, SavedGroupView};
use crate::world::{World, fresh_name};

mod offer;

/// Characters of the longest name.
const NAME_LIMIT: u32 = 60;

/// Keeps a group on this computer. Changes nothing at the service: for each key that was saved with other addresses of
/// the group, it says what the key's permission would be with those of now.
///
/// # Errors
/// What was typed wrongly, [`Failure::GroupNameTaken`], [`Failure::GroupUnknown`], [`Failure::CatalogUnusable`]. What is
/// wrong with one key is in its offer.
pub async fn save_address_group(
    world: &Arc<World>,
    request: AddressGroupRequest,
) -> Result<SavedGroupView, Failure> {
    let group = AddressGroup {
        name: name(&request.name)?,
        entries: typed::group_entries(&request.addresses)?,
        id: match request.id {
            Some(id) => known(world, id).await?,
            None => fresh_name(),
        },
    };
    let saved = group.clone();
    world
        .catalog(move |catalog| catalog.save_address_group(&saved))
        .await?;
    let (_, uses) = view::kept(world).await?;
    let outdated: Vec<&GroupUse> = uses
        .iter()
        .filter(|used| used.group_id == group.id && is_outdated(used, &group))
        .collect();
    let mut offers = Vec::new();
    for used in outdated {
        offers.extend(offer::of(world, &group, used, &uses).await);
    }
    Ok(SavedGroupView {
        group: view::view(&group, &uses),
        offers,
    })
}

fn name(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    let length = typed::count(text.chars().count());
    if length == 0 {
        return Err(Failure::GroupNameEmpty);
    }
    if length > NAME_LIMIT {
        return Err(Failure::GroupNameTooLong {
            length,
            limit: NAME_LIMIT,
        });
    }
    Ok(text.to_owned())
}

async fn known(world: &Arc<World>, id: String) -> Result<String, Failure> {
    let groups = world.catalog(vault::Catalog::address_groups).await?;
    if groups.iter().any(|group| group.id == id) {
        Ok(id)
    } else {
        Err(Failure::GroupUnknown)
    }
}
