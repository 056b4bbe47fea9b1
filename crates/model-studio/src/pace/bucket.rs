//! Turns at 20 a second. Not a bucket that refills by and by: that lets a burst and its refill into the same second. It remembers
//! when the last 20 turns were taken, and the next one is a second after the first of them, so that no second, wherever it
//! begins, holds more than 20. Where the service refuses a call all the same, nobody gets a turn until its pause is over.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

use super::pause::Pause;

/// Calls that the platform takes in a second.
pub const IN_A_SECOND: usize = 20;

/// A second, and as much as a call may be late on its way out without getting into the next 20's.
const WINDOW: Duration = Duration::from_millis(1020);

/// A turn that was taken.
#[derive(Debug, Clone, Copy)]
pub struct Turn(Instant);

/// Turns for one kind of call of one account.
#[derive(Debug, Default)]
pub struct Bucket {
    /// When the last turns were taken, oldest first. Who waits for a turn holds the lock, and the lock is fair: first come,
    /// first served, and who gives up leaves nothing behind.
    taken: Mutex<VecDeque<Instant>>,
    pause: Pause,
}

impl Bucket {
    /// Waits for a turn and takes it. Dropping the future gives up the wait, and the turn stays for the next.
    pub async fn turn(&self) -> Turn {
        let mut taken = self.taken.lock().await;
        // Again after each wait: a pause may have begun meanwhile, or grown longer.
        while let Some(due) = self.due(&taken, Instant::now()) {
            sleep_until(due).await;
        }
        if taken.len() >= IN_A_SECOND {
            taken.pop_front();
        }
        // Not when it was due: a turn that comes late delays those that are counted from it.
        let turn = Instant::now();
        taken.push_back(turn);
        Turn(turn)
    }

    /// The service refused the call of a turn as one too many: nobody gets a turn for as long as it asked for, within bounds;
    /// where it asked for nothing, for a while that grows until a call is taken.
    pub fn refused(&self, turn: Turn, asked: Option<Duration>) {
        self.pause.refused(turn.0, Instant::now(), asked);
    }

    /// The service did not find the call of a turn to be one too many.
    pub fn was_taken(&self, turn: Turn) {
        self.pause.taken(turn.0);
    }

    /// When the next turn is due; none where that is not in the future.
    fn due(&self, taken: &VecDeque<Instant>, now: Instant) -> Option<Instant> {
        let first = taken.front().filter(|_| taken.len() >= IN_A_SECOND);
        let window = first.map(|first| *first + WINDOW).filter(|end| *end > now);
        window.max(self.pause.end(now))
    }
}

#[cfg(test)]
#[path = "bucket/tests.rs"]
mod tests;

#[cfg(test)]
#[path = "bucket/pause_tests.rs"]
mod pause_tests;
