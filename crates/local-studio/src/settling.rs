//! Once a second, what the platform counted in memory is written. Between two times a process that is killed may forget at
//! most what it counted in that second.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::MissedTickBehavior;

use crate::platform::Platform;

/// How long what was counted rests in memory.
const REST: Duration = Duration::from_secs(1);

/// Settles for as long as it is let run.
pub(crate) async fn by_and_by(platform: Arc<Platform>) {
    let mut ticks = tokio::time::interval(REST);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        once(Arc::clone(&platform)).await;
    }
}

/// Settles now.
pub(crate) async fn once(platform: Arc<Platform>) {
    let settled = tokio::task::spawn_blocking(move || platform.settle()).await;
    if let Ok(Err(error)) = settled {
        tracing::warn!(%error, "what was used could not be written, and will be tried again");
    }
}
