//! The named groups as the window shows them.

use std::collections::HashSet;
use std::sync::Arc;

use vault::{AddressGroup, GroupUse};

use crate::failure::Failure;
use crate::wire::{AddressGroupView, KeyRef};
use crate::world::World;

/// The groups, and which keys were saved with them.
pub(crate) async fn kept(
    world: &Arc<World>,
) -> Result<(Vec<AddressGroup>, Vec<GroupUse>), Failure> {
    world
        .catalog(|catalog| Ok((catalog.address_groups()?, catalog.group_uses()?)))
        .await
}

/// One group with the keys that use it.
pub(crate) fn view(group: &AddressGroup, uses: &[GroupUse]) -> AddressGroupView {
    let of_this = || uses.iter().filter(|used| used.group_id == group.id);
    AddressGroupView {
        id: group.id.clone(),
        name: group.name.clone(),
        entries: group.entries.clone(),
        used_by: of_this().map(key).collect(),
        outdated: of_this()
            .filter(|used| is_outdated(used, group))
            .map(key)
            .collect(),
    }
}

/// The key was saved with other addresses than the group has now.
pub(crate) fn is_outdated(used: &GroupUse, group: &AddressGroup) -> bool {
    let then: HashSet<&String> = used.entries.iter().collect();
    let now: HashSet<&String> = group.entries.iter().collect();
    then != now
}

/// The key of a use.
pub(crate) fn key(used: &GroupUse) -> KeyRef {
    KeyRef {
        region: used.region.clone(),
        api_key_id: used.api_key_id.to_string(),
    }
}
