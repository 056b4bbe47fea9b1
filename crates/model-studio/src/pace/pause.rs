//! The pause that a service wants after calls came too fast for it, whatever their pace: others may use the account too. It is
//! shared by all who wait for the same turns. It keeps the time; it does not wait.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::back_off::{LONGEST_ASKED, grown};

/// When the next turn may be taken, as far as the service has a say in it.
#[derive(Debug, Default)]
pub(super) struct Pause {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// The end of the last pause.
    end: Option<Instant>,
    /// Pauses since a call was taken.
    in_a_row: u32,
}

impl Pause {
    /// The end of the pause, if it lies ahead.
    pub(super) fn end(&self, now: Instant) -> Option<Instant> {
        self.known().end.filter(|end| *end > now)
    }

    /// A call was refused as one too many. Those that were under way together are refused together: that is one pause, which
    /// is never made shorter.
    pub(super) fn refused(&self, turn: Instant, now: Instant, asked: Option<Duration>) {
        let mut known = self.known();
        if known.is_over_for(turn) {
            known.in_a_row = known.in_a_row.saturating_add(1);
        }
        let wait = asked.map_or_else(|| grown(known.in_a_row), |asked| asked.min(LONGEST_ASKED));
        known.end = known.end.max(Some(now + wait));
    }

    /// A call was taken. One that was under way when the pause began says nothing about the time after it.
    pub(super) fn taken(&self, turn: Instant) {
        let mut known = self.known();
        if known.is_over_for(turn) {
            known.in_a_row = 0;
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // A pause that was not noted is one refusal more.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// The turn was taken after the last pause.
    fn is_over_for(&self, turn: Instant) -> bool {
        self.end.is_none_or(|end| turn >= end)
    }
}
