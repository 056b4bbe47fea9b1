//! When a request is sent once more: reads only, few times, after a wait that grows and is not the same for everybody. What
//! changes something is never repeated, since the first request may have done its work.
//!
//! A wait is a sleep inside the call's own future: who drops the call drops the wait, and nothing is sent any more.

use std::time::Duration;

use super::{ControlError, Stranger};
use crate::back_off::{LONGEST_ASKED, grown};

/// The first attempt included.
const ATTEMPTS: u32 = 5;

/// All waits of one call together.
const LONGEST_IN_ALL: Duration = Duration::from_secs(20);

/// The attempts of one call.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Attempts {
    failed: u32,
    waited: Duration,
}

impl Attempts {
    /// Counts a failure and says how long to wait before the next attempt; none to give up. `chance` spreads callers that
    /// failed at the same moment.
    pub(super) fn wait_after(&mut self, error: &ControlError, chance: u32) -> Option<Duration> {
        self.failed += 1;
        if self.failed >= ATTEMPTS || !may_pass(error) {
            return None;
        }
        let grown = grown(self.failed);
        // Between half of it and all of it.
        let jittered = grown / 2 + (grown / 2).mul_f64(f64::from(chance) / f64::from(u32::MAX));
        let asked = asked_for(error);
        // What the platform asks for is the least; the jitter comes on top.
        let wait = asked.map_or(jittered, |asked| asked.saturating_add(jittered));
        let in_all = self.waited.saturating_add(wait);
        // What asks for more is not waited for at all, and the failure says how long.
        if asked.is_some_and(|asked| asked > LONGEST_ASKED) || in_all > LONGEST_IN_ALL {
            return None;
        }
        self.waited = in_all;
        Some(wait)
    }

    /// How many have failed.
    pub(super) fn failed(&self) -> u32 {
        self.failed
    }
}

/// The same request may go well a little later.
fn may_pass(error: &ControlError) -> bool {
    match error {
        ControlError::Unreachable { .. } => true,
        ControlError::NotUnderstood {
            http_status,
            stranger,
            ..
        } => *http_status == 503 && *stranger == Stranger::Gateway,
        ControlError::Platform(error) => error.http_status == 503 || error.is_throttling(),
        _ => false,
    }
}

fn asked_for(error: &ControlError) -> Option<Duration> {
    match error {
        ControlError::Platform(error) => error.retry_after,
        _ => None,
    }
}

/// A number from the system's random source; the middle where there is none, since only the spread depends on it.
pub(super) fn chance() -> u32 {
    getrandom::u32().unwrap_or(u32::MAX / 2)
}

#[cfg(test)]
#[path = "retry/tests.rs"]
mod tests;
