//! How often an account may ask: twenty times in any second, wherever it begins, for each kind of asking apart.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Calls of one kind in a second.
const IN_A_SECOND: usize = 20;

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// The second's calls are used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than {IN_A_SECOND} calls in a second")]
pub(crate) struct TooFast;

/// The calls of one kind.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    /// When the turns of about the last second were taken: never more than there are in one.
    taken: Mutex<VecDeque<Timestamp>>,
}

impl Pace {
    /// Takes a turn, if one is left in the second that ends at this moment.
    pub(crate) fn turn(&self, at: Timestamp) -> Result<(), TooFast> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        // Either way: calls at once may come out of their order, and times far ahead are of before the clock was set back.
        taken.retain(|time| at.duration_since(*time).abs() < SECOND);
        if taken.len() >= IN_A_SECOND {
            return Err(TooFast);
        }
        taken.push_back(at);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millisecond: i64) -> Timestamp {
        Timestamp::from_millisecond(millisecond).unwrap()
    }

    fn turns(pace: &Pace, times: usize, millisecond: i64) -> usize {
        let turns = (0..times).map(|_| pace.turn(at(millisecond)));
        turns.filter(Result::is_ok).count()
    }

    #[test]
    fn no_second_holds_more_than_twenty_wherever_it_begins() {
        let pace = Pace::default();
        assert_eq!(turns(&pace, 15, 100_900), 15);
        // The next second of the clock is the same second of the account.
        assert_eq!(turns(&pace, 15, 101_100), 5);
        assert_eq!(turns(&pace, 1, 101_899), 0);
        assert_eq!(turns(&pace, 30, 101_900), 15);
        assert_eq!(turns(&pace, 30, 102_900), 20);
    }

    #[test]
    fn calls_that_come_out_of_their_order_count() {
        let pace = Pace::default();
        assert_eq!(turns(&pace, 20, 100_001), 20);
        assert_eq!(turns(&pace, 1, 100_000), 0);
    }

    #[test]
    fn a_clock_that_was_set_back_stops_nobody() {
        let pace = Pace::default();
        assert_eq!(turns(&pace, 20, 7_200_000), 20);
        assert_eq!(turns(&pace, 21, 3_600_000), 20);
    }
}
