//! Temporary keys: made from a key, with every right of it, for seconds to half an hour. The service has no way to end one early.

use std::time::Duration;

use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use reqwest::Method;
use reqwest::header::{DATE, HeaderMap};
use secrecy::SecretString;
use serde::Deserialize;

use super::{Asking, DataError};
use crate::key::KeySecret;

/// The longest that a temporary key may live.
pub const LONGEST_LIFE: Duration = Duration::from_secs(1800);

/// How long a temporary key is to live: 1 to 1800 whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeToLive(u32);

/// The service gives no key for that long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a temporary key lives 1 to 1800 seconds, not {seconds}")]
pub struct TimeToLiveRefused {
    /// What was asked for.
    pub seconds: u32,
}

impl TimeToLive {
    /// So many seconds.
    pub fn seconds(seconds: u32) -> Result<TimeToLive, TimeToLiveRefused> {
        if (1..=LONGEST_LIFE.as_secs()).contains(&u64::from(seconds)) {
            Ok(TimeToLive(seconds))
        } else {
            Err(TimeToLiveRefused { seconds })
        }
    }
}

impl Default for TimeToLive {
    /// What the service takes where nothing is said.
    fn default() -> TimeToLive {
        TimeToLive(60)
    }
}

/// A temporary key, as the service gave it out.
#[derive(Debug, Clone)]
pub struct TemporaryKey {
    /// Its plaintext.
    pub value: KeySecret,
    /// When it ends, by the service's clock.
    pub expires_at: Timestamp,
    /// What the service's clock said when it answered; to the second, and none where the answer does not say.
    pub server_date: Option<Timestamp>,
}

impl TemporaryKey {
    /// How far this computer's clock is ahead of the service's (behind, where negative), given what it said when the answer
    /// came. Right to about a second, the time on the way included.
    pub fn clock_ahead(&self, answered_at: Timestamp) -> Option<SignedDuration> {
        self.server_date
            .map(|server_date| answered_at.duration_since(server_date))
    }
}

/// Makes a temporary key: `POST {origin}/api/v1/tokens`.
pub async fn create_temporary_key(
    http: &reqwest::Client,
    origin: &str,
    key: &KeySecret,
    ttl: TimeToLive,
) -> Result<TemporaryKey, DataError> {
    let asking = Asking::new(http, origin, key)?;
    let request = asking
        .request(Method::POST, &["api", "v1", "tokens"])?
        .query(&[("expire_in_seconds", ttl.0)]);
    let answer = asking.answer(request).await?;
    let made: Made = asking.understand(&answer.body)?;
    Ok(TemporaryKey {
        value: KeySecret::from_service(made.token),
        expires_at: Timestamp::from_second(made.expires_at).map_err(|_| asking.not_understood())?,
        server_date: date_of(&answer.headers),
    })
}

#[derive(Deserialize)]
struct Made {
    token: SecretString,
    expires_at: i64,
}

fn date_of(headers: &HeaderMap) -> Option<Timestamp> {
    let text = headers.get(DATE)?.to_str().ok()?;
    let zoned = rfc2822::DateTimeParser::new().parse_zoned(text).ok()?;
    Some(zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_is_one_second_to_half_an_hour() {
        for seconds in [1, 60, 1800] {
            assert_eq!(TimeToLive::seconds(seconds), Ok(TimeToLive(seconds)));
        }
        for seconds in [0, 1801, u32::MAX] {
            assert_eq!(
                TimeToLive::seconds(seconds),
                Err(TimeToLiveRefused { seconds })
            );
        }
    }

    #[test]
    fn the_date_of_an_answer_is_read() {
        let mut headers = HeaderMap::new();
        assert_eq!(date_of(&headers), None);
        headers.insert(DATE, "Sat, 21 Nov 2026 08:29:22 GMT".parse().unwrap());
        let expected: Timestamp = "2026-11-21T08:29:22Z".parse().unwrap();
        assert_eq!(date_of(&headers), Some(expected));
        headers.insert(DATE, "yesterday".parse().unwrap());
        assert_eq!(date_of(&headers), None);
    }
}
