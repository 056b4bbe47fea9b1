//! Turns at 20 a second. Not a bucket that refills by and by: that lets a burst and its refill into the same second. It remembers
//! when the last 20 turns were taken, and the next one is a second after the first of them, so that no second, wherever it
//! begins, holds more than 20.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

/// Calls that the platform takes in a second.
pub const IN_A_SECOND: usize = 20;

/// A second, and as much as a call may be late on its way out without getting into the next 20's.
const WINDOW: Duration = Duration::from_millis(1020);

/// Turns for one kind of call of one account.
#[derive(Debug, Default)]
pub struct Bucket {
    /// When the last turns were taken, oldest first. Who waits for a turn holds the lock, and the lock is fair: first come,
    /// first served, and who gives up leaves nothing behind.
    taken: Mutex<VecDeque<Instant>>,
}

impl Bucket {
    /// Waits for a turn and takes it. Dropping the future gives up the wait, and the turn stays for the next.
    pub async fn turn(&self) {
        let mut taken = self.taken.lock().await;
        if taken.len() >= IN_A_SECOND
            && let Some(first) = taken.front()
        {
            sleep_until(*first + WINDOW).await;
            taken.pop_front();
        }
        // Not when it was due: a turn that comes late delays those that are counted from it.
        taken.push_back(Instant::now());
    }
}

#[cfg(test)]
#[path = "bucket/tests.rs"]
mod tests;
