//! The temporary keys that are held.

use std::sync::Arc;

use crate::wire::TemporaryKeyView;
use crate::world::World;

/// Those that have not ended, the last one first.
pub fn list_temporary_keys(world: &Arc<World>) -> Vec<TemporaryKeyView> {
    let now = world.now();
    let held = world.temporary_keys.all(now);
    held.iter().map(|key| key.view(now)).collect()
}
