//! Looking at a call, and stopping it.

use std::sync::Arc;

use crate::failure::Failure;
use crate::wire::CallView;
use crate::world::World;

/// A call as it is now.
///
/// # Errors
/// [`Failure::CallUnknown`].
pub fn call(world: &Arc<World>, id: &str) -> Result<CallView, Failure> {
    Ok(world.calls.get(id)?.progress.view())
}

/// Ends a call and its request, unless it has ended. The service may have done what was asked, and count it.
///
/// # Errors
/// [`Failure::CallUnknown`].
pub fn stop_call(world: &Arc<World>, id: &str) -> Result<CallView, Failure> {
    let held = world.calls.get(id)?;
    held.stop();
    Ok(held.progress.view())
}
