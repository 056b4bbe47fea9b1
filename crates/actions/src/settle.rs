//! The end of the program: what is under way is let finish, so that a value that was just made reaches the keyring. Calls of
//! models are ended and temporary keys wiped: nobody would see the ones, and nothing keeps the others.

use std::sync::PoisonError;
use std::time::Duration;

use tokio::time::{sleep, timeout};

use crate::world::World;

const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// Ends the calls and wipes the temporary keys; then waits until no key is being created or reset, for so long at most. What is
/// cut off after that, the next start names.
pub async fn settle(world: &World, patience: Duration) {
    world.calls.end();
    world.temporary_keys.forget_all();
    let settled = async {
        while is_busy(world) {
            sleep(LOOK_AGAIN).await;
        }
    };
    if timeout(patience, settled).await.is_err() {
        tracing::warn!("the program ends while a key is being made");
    }
}

fn is_busy(world: &World) -> bool {
    let under_way = world
        .under_way
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    !under_way.is_empty()
}
