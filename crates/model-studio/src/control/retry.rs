//! When a request is sent once more: reads only, few times, after a wait that grows and is not the same for everybody. What
//! changes something is never repeated, since the first request may have done its work.

use std::time::Duration;

use super::ControlError;

/// The first attempt included.
pub(super) const ATTEMPTS: u32 = 3;

const FIRST_WAIT: Duration = Duration::from_millis(200);

/// Longer than this nobody waits unasked: the failure is answered instead.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// How long to wait before the next attempt, after `attempt` (from 1) failed; none to give up.
pub(super) fn wait_after(error: &ControlError, attempt: u32, chance: u32) -> Option<Duration> {
    if attempt >= ATTEMPTS {
        return None;
    }
    let asked = match error {
        ControlError::Unreachable { .. } => None,
        ControlError::NotUnderstood {
            http_status: 503, ..
        } => None,
        ControlError::Platform(error) if error.http_status == 503 || error.is_throttling() => {
            error.retry_after
        }
        _ => return None,
    };
    let grown = FIRST_WAIT * 2u32.pow(attempt - 1);
    // Between half of it and all of it.
    let jittered = grown / 2 + (grown / 2).mul_f64(f64::from(chance) / f64::from(u32::MAX));
    // What the platform asks for is the least; the jitter comes on top.
    let wait = asked.map_or(jittered, |asked| asked.saturating_add(jittered));
    (wait <= LONGEST_WAIT).then_some(wait)
}

/// A number from the system's random source; the middle where there is none, since only the spread depends on it.
pub(super) fn chance() -> u32 {
    getrandom::u32().unwrap_or(u32::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::super::PlatformError;
    use super::*;

    fn platform(code: &str, http_status: u16, retry_after: Option<u64>) -> ControlError {
        ControlError::Platform(PlatformError {
            code: code.to_owned(),
            message: String::new(),
            request_id: String::new(),
            http_status,
            retry_after: retry_after.map(Duration::from_millis),
        })
    }

    fn host() -> String {
        "h".to_owned()
    }

    #[test]
    fn waits_grow_and_end() {
        let error = ControlError::Unreachable { host: host() };
        assert_eq!(wait_after(&error, 1, 0), Some(Duration::from_millis(100)));
        assert_eq!(
            wait_after(&error, 1, u32::MAX),
            Some(Duration::from_millis(200))
        );
        assert_eq!(
            wait_after(&error, 2, u32::MAX),
            Some(Duration::from_millis(400))
        );
        assert_eq!(wait_after(&error, 3, 0), None);
    }

    #[test]
    fn what_the_platform_asks_for_is_obeyed_or_given_up() {
        let wait = wait_after(&platform("Throttling.User", 400, Some(1500)), 1, 0);
        assert_eq!(wait, Some(Duration::from_millis(1600)));
        assert_eq!(
            wait_after(&platform("Throttling.User", 400, Some(60_000)), 1, 0),
            None
        );
        assert_eq!(
            wait_after(&platform("Throttling.User", 400, Some(u64::MAX)), 1, 0),
            None
        );
    }

    #[test]
    fn nothing_else_is_repeated() {
        for error in [
            platform("InternalError", 500, None),
            platform("SignatureDoesNotMatch", 400, None),
            ControlError::TimedOut { host: host() },
            ControlError::ConnectionLost { host: host() },
            ControlError::NotUnderstood {
                host: host(),
                http_status: 200,
            },
            ControlError::AccessKeyMalformed,
        ] {
            assert_eq!(wait_after(&error, 1, 0), None, "{error:?}");
        }
        assert!(wait_after(&platform("ServiceUnavailable", 503, None), 1, 0).is_some());
        assert!(
            wait_after(
                &ControlError::NotUnderstood {
                    host: host(),
                    http_status: 503
                },
                1,
                0
            )
            .is_some()
        );
    }
}
