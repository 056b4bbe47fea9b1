//! How long a service that was asked too often is left alone: as long as it says, else a wait that grows with each refusal. It
//! waits for nothing itself, and it does not judge what a refusal is.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};

/// The longest wait that a service is given because it asks for it.
pub(crate) const LONGEST_ASKED: Duration = Duration::from_secs(10);

const FIRST_WAIT: Duration = Duration::from_millis(200);

/// Growing ends here.
const LONGEST_GROWN: Duration = Duration::from_secs(2);

/// The platform's own header, in milliseconds.
const PLATFORM_RETRY_AFTER: &str = "x-acs-retry-after";

/// How long the service asks to be left alone: by the platform's own header, else by the common one in seconds. What is no
/// positive number does not count, nor does a date: the clocks may differ.
pub(crate) fn asked_for(headers: &HeaderMap) -> Option<Duration> {
    let number = |name: &str| -> Option<u64> {
        let text = headers.get(name)?.to_str().ok()?;
        text.trim().parse().ok().filter(|number| *number > 0)
    };
    number(PLATFORM_RETRY_AFTER)
        .map(Duration::from_millis)
        .or_else(|| number(RETRY_AFTER.as_str()).map(Duration::from_secs))
}

/// How long to wait after so many failures in a row where the service does not say.
pub(crate) fn grown(failed: u32) -> Duration {
    let doubled = 2u32.saturating_pow(failed.saturating_sub(1));
    FIRST_WAIT.saturating_mul(doubled).min(LONGEST_GROWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_says_it_in_either_header() {
        for (headers, asked) in [
            (&[("x-acs-retry-after", "1500")][..], Some(1500)),
            (&[("x-acs-retry-after", " 20 ")], Some(20)),
            (&[("retry-after", "3")], Some(3000)),
            (
                &[("x-acs-retry-after", "70"), ("retry-after", "3")],
                Some(70),
            ),
            (
                &[("x-acs-retry-after", "soon"), ("retry-after", "3")],
                Some(3000),
            ),
            (&[], None),
            (&[("x-acs-retry-after", "0")], None),
            (&[("x-acs-retry-after", "-5")], None),
            (&[("x-acs-retry-after", "1e9")], None),
            (&[("x-acs-retry-after", "99999999999999999999999")], None),
            (&[("retry-after", "Sat, 21 Nov 2026 08:00:00 GMT")], None),
        ] {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.insert(*name, value.parse().unwrap());
            }
            assert_eq!(
                asked_for(&map),
                asked.map(Duration::from_millis),
                "{headers:?}"
            );
        }
    }

    #[test]
    fn waits_grow_to_a_bound() {
        for (failed, millis) in [
            (0, 200),
            (1, 200),
            (2, 400),
            (4, 1600),
            (5, 2000),
            (u32::MAX, 2000),
        ] {
            assert_eq!(grown(failed), Duration::from_millis(millis), "{failed}");
        }
    }
}
