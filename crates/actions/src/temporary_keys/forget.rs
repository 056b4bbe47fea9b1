//! Forgetting a temporary key. At the service it lives on until it ends.

use std::sync::Arc;

use crate::world::World;

/// Wipes it. One that is not held is forgotten already.
pub fn forget_temporary_key(world: &Arc<World>, id: &str) {
    world.temporary_keys.forget(id);
}
