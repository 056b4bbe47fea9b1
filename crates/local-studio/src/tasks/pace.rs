//! How often an account may ask: twenty times in each second of the clock, for each kind of asking apart.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Calls of one kind in one second.
const EACH_SECOND: u32 = 20;

/// The second's calls are used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than {EACH_SECOND} calls in a second")]
pub(crate) struct TooFast;

/// The calls of one kind.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    now: Mutex<Second>,
}

#[derive(Debug, Default)]
struct Second {
    second: i64,
    used: u32,
}

impl Pace {
    /// Takes a turn, if one is left in this second.
    pub(crate) fn turn(&self, at: Timestamp) -> Result<(), TooFast> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let second = at.as_second();
        if now.second != second {
            *now = Second { second, used: 0 };
        }
        if now.used == EACH_SECOND {
            return Err(TooFast);
        }
        now.used += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_in_a_second_and_again_in_the_next() {
        let pace = Pace::default();
        for second in [100, 101, 99] {
            let at = Timestamp::from_second(second).unwrap();
            for _ in 0..EACH_SECOND {
                assert_eq!(pace.turn(at), Ok(()));
            }
            assert_eq!(pace.turn(at), Err(TooFast));
            let late = Timestamp::from_millisecond(second * 1_000 + 999).unwrap();
            assert_eq!(pace.turn(late), Err(TooFast));
        }
    }
}
