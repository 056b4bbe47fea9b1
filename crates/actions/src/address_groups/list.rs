//! The named groups of addresses.

use std::sync::Arc;

use crate::address_groups::view;
use crate::failure::Failure;
use crate::wire::AddressGroupView;
use crate::world::World;

/// All groups by their names.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn list_address_groups(world: &Arc<World>) -> Result<Vec<AddressGroupView>, Failure> {
    let (groups, uses) = view::kept(world).await?;
    Ok(groups
        .iter()
        .map(|group| view::view(group, &uses))
        .collect())
}
