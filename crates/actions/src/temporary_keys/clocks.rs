//! How the service's clock and this computer's differ, as far as one answer can tell: the service dates its answer to the
//! second, and this computer knows when it asked and when it was answered.

use jiff::{SignedDuration, Timestamp};

/// The service leaves fractions of a second out.
const ITS_STEP: SignedDuration = SignedDuration::from_secs(1);

/// Clocks that are not further apart are not worth a word.
const WORTH_A_WORD: SignedDuration = SignedDuration::from_secs(30);

/// How far this computer's clock is ahead of the service's; behind, where it is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ahead {
    least: SignedDuration,
    most: SignedDuration,
}

impl Ahead {
    /// What an answer of this date tells.
    pub(super) fn of(asked_at: Timestamp, date: Timestamp, answered_at: Timestamp) -> Ahead {
        Ahead {
            least: asked_at.duration_since(date) - ITS_STEP,
            most: answered_at.duration_since(date),
        }
    }

    /// The moment of this computer's clock at which something ends by the service's; rather too early than too late.
    pub(super) fn here(self, end: Timestamp) -> Timestamp {
        // Where nothing speaks against both clocks being right, they are: an answer that took long is no difference.
        if self.may_agree_within(SignedDuration::ZERO) {
            return end;
        }
        end.checked_add(self.least).unwrap_or(end)
    }

    /// Seconds, where the clocks are so far apart that the user should know.
    pub(super) fn seconds(self) -> Option<i32> {
        if self.may_agree_within(WORTH_A_WORD) {
            return None;
        }
        let middle = (self.least + self.most) / 2;
        Some(
            i32::try_from(middle.as_secs()).unwrap_or(if middle.is_negative() {
                i32::MIN
            } else {
                i32::MAX
            }),
        )
    }

    fn may_agree_within(self, difference: SignedDuration) -> bool {
        self.least <= difference && -difference <= self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn clocks_that_may_agree_do() {
        // Asked at 0.9 s, dated 1 s, answered after 4 s on the way.
        let ahead = Ahead::of(at(900), at(1000), at(4900));
        assert_eq!(ahead.here(at(60_000)), at(60_000));
        assert_eq!(ahead.seconds(), None);
    }

    #[test]
    fn an_hour_apart_is_seen_and_made_up_for_never_too_late() {
        for hour in [HOUR, -HOUR] {
            // At 0.5 s the service says 0 s.
            let asked = at(hour * 1000 + 500);
            let ahead = Ahead::of(asked, at(0), asked + SignedDuration::from_millis(20));
            let right = at(hour * 1000 + 60_000);
            let here = ahead.here(at(60_000));
            assert!(
                here <= right && right.duration_since(here) < ITS_STEP,
                "{here}"
            );
            let seconds = ahead.seconds().unwrap();
            assert!(i64::from(seconds).abs_diff(hour) <= 1, "{seconds}");
        }
    }

    #[test]
    fn half_a_minute_is_not_worth_a_word() {
        let ahead = Ahead::of(at(30_000), at(0), at(30_100));
        assert_eq!(ahead.seconds(), None);
        assert_eq!(Ahead::of(at(40_000), at(0), at(40_100)).seconds(), Some(39));
        assert_eq!(
            Ahead::of(at(-40_000), at(0), at(-39_900)).seconds(),
            Some(-40)
        );
    }
}
