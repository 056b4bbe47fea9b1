//! How much workspaces have asked of models lately, held against the limits that were set for them. A period begins with
//! the first call after the last one ended. In memory alone: a restart forgets what was asked, not what may be.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::store::limits::LimitRow;

/// Why a call has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OverLimit {
    /// As many requests as there may be in the period were served.
    #[error("Requests rate limit exceeded, please try again later.")]
    Requests,
    /// As many tokens as there may be in the period were used.
    #[error("Allocated quota exceeded, please increase your quota limit.")]
    Tokens,
}

/// What was asked lately, by workspace and model. Only what is limited is in it.
#[derive(Debug, Default)]
pub(crate) struct Rates {
    lately: Mutex<HashMap<(String, String), Lately>>,
}

#[derive(Debug, Default)]
struct Lately {
    requests: Period,
    tokens: Period,
}

/// What was used since a moment.
#[derive(Debug, Default)]
struct Period {
    begun: Timestamp,
    used: i64,
}

impl Rates {
    /// Lets a call pass that takes so many tokens, and counts it; one that is refused does not count. The call that takes
    /// the last tokens may take more than were left: how many it takes shows only in its answer.
    pub(crate) fn take(
        &self,
        workspace_id: &str,
        model: &str,
        limit: &LimitRow,
        tokens: i64,
        at: Timestamp,
    ) -> Result<(), OverLimit> {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let place = (workspace_id.to_owned(), model.to_owned());
        let Lately {
            requests,
            tokens: used,
        } = lately.entry(place).or_default();
        if requests.is_used_up(limit.request_limit, limit.request_limit_period, at) {
            return Err(OverLimit::Requests);
        }
        if used.is_used_up(limit.usage_limit, limit.usage_limit_period, at) {
            return Err(OverLimit::Tokens);
        }
        requests.used += 1;
        used.used = used.used.saturating_add(tokens);
        Ok(())
    }
}

impl Period {
    /// Whether nothing is left; begins anew where the period is over. What has no limit is never used up.
    fn is_used_up(&mut self, limit: Option<i64>, seconds: Option<i64>, at: Timestamp) -> bool {
        let (Some(limit), Some(seconds)) = (limit, seconds) else {
            return false;
        };
        // Either way: a period that begins far ahead is of before the clock was set back.
        if at.duration_since(self.begun).abs() >= SignedDuration::from_secs(seconds) {
            *self = Period { begun: at, used: 0 };
        }
        self.used >= limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUESTS: LimitRow = LimitRow {
        request_limit: Some(3),
        request_limit_period: Some(60),
        usage_limit: None,
        usage_limit_period: None,
    };

    const TOKENS: LimitRow = LimitRow {
        request_limit: None,
        request_limit_period: None,
        usage_limit: Some(100),
        usage_limit_period: Some(10),
    };

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn requests_are_counted_by_workspace_and_model_until_the_period_ends() {
        let rates = Rates::default();
        let take = |workspace_id: &str, model: &str, second| {
            rates.take(workspace_id, model, &REQUESTS, 1_000, at(second))
        };
        for second in [1_000, 1_001, 1_059] {
            assert_eq!(take("ws-1", "qwen-plus", second), Ok(()));
        }
        assert_eq!(take("ws-1", "qwen-plus", 1_059), Err(OverLimit::Requests));
        assert_eq!(take("ws-1", "qwen-max", 1_059), Ok(()));
        assert_eq!(take("ws-2", "qwen-plus", 1_059), Ok(()));
        assert_eq!(take("ws-1", "qwen-plus", 1_060), Ok(()));
    }

    #[test]
    fn tokens_are_used_up_by_the_call_that_takes_the_last() {
        let rates = Rates::default();
        let take = |tokens, second| rates.take("ws-1", "qwen-plus", &TOKENS, tokens, at(second));
        assert_eq!(take(99, 1_000), Ok(()));
        assert_eq!(take(50, 1_001), Ok(()));
        assert_eq!(take(0, 1_009), Err(OverLimit::Tokens));
        assert_eq!(take(0, 1_010), Ok(()));
    }

    #[test]
    fn a_clock_that_was_set_back_begins_anew() {
        let rates = Rates::default();
        let take = |second| rates.take("ws-1", "qwen-plus", &REQUESTS, 1, at(second));
        for _ in 0..3 {
            assert_eq!(take(7_200), Ok(()));
        }
        assert_eq!(take(7_199), Err(OverLimit::Requests));
        assert_eq!(take(3_600), Ok(()));
    }

    #[test]
    fn what_is_not_limited_is_not_held_up() {
        let rates = Rates::default();
        for _ in 0..100 {
            let taken = rates.take("ws-1", "m", &LimitRow::default(), i64::MAX, at(1));
            assert_eq!(taken, Ok(()));
        }
    }
}
