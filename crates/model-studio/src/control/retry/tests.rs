use super::super::PlatformError;
use super::*;

fn platform(code: &str, http_status: u16, retry_after: Option<u64>) -> ControlError {
    ControlError::Platform(PlatformError {
        code: code.to_owned(),
        message: String::new(),
        request_id: String::new(),
        http_status,
        retry_after: retry_after.map(Duration::from_millis),
        operation: String::new(),
        access_denied: None,
        recommend: None,
    })
}

fn unreachable() -> ControlError {
    ControlError::Unreachable {
        host: "h".to_owned(),
    }
}

fn not_understood(http_status: u16, stranger: Stranger) -> ControlError {
    ControlError::NotUnderstood {
        host: "h".to_owned(),
        http_status,
        stranger,
    }
}

fn first_wait(error: &ControlError) -> Option<Duration> {
    Attempts::default().wait_after(error, 0)
}

#[test]
fn waits_grow_and_end() {
    let mut attempts = Attempts::default();
    let millis: Vec<Option<u128>> = (0..5)
        .map(|_| {
            let wait = attempts.wait_after(&unreachable(), u32::MAX);
            wait.map(|wait| wait.as_millis())
        })
        .collect();
    assert_eq!(millis, [Some(200), Some(400), Some(800), Some(1600), None]);
    assert_eq!(attempts.failed(), 5);
    assert_eq!(first_wait(&unreachable()), Some(Duration::from_millis(100)));
}

#[test]
fn what_the_platform_asks_for_is_obeyed_or_given_up() {
    for (asked, wait) in [
        (1_500, Some(1_600)),
        (10_000, Some(10_100)),
        (10_001, None),
        (60_000, None),
        (u64::MAX, None),
    ] {
        let error = platform("Throttling.User", 400, Some(asked));
        assert_eq!(
            first_wait(&error),
            wait.map(Duration::from_millis),
            "{asked}"
        );
    }
}

#[test]
fn nobody_waits_longer_than_the_bound_in_all() {
    for (asked, chance) in [(10_000, 0), (10_000, u32::MAX), (4_000, 7), (1, u32::MAX)] {
        let error = platform("Throttling.Api", 429, Some(asked));
        let mut attempts = Attempts::default();
        let mut all = Duration::ZERO;
        while let Some(wait) = attempts.wait_after(&error, chance) {
            assert!(wait >= Duration::from_millis(asked));
            all += wait;
        }
        assert!(all <= LONGEST_IN_ALL, "{all:?}");
        assert!(all > Duration::ZERO);
    }
}

#[test]
fn nothing_else_is_repeated() {
    for error in [
        platform("InternalError", 500, None),
        platform("SignatureDoesNotMatch", 400, None),
        // HTTP 429, and yet no wait helps.
        platform("PostpaidBillOverdue", 429, None),
        platform("CommodityNotPurchased", 429, Some(100)),
        ControlError::TimedOut {
            host: "h".to_owned(),
        },
        ControlError::ConnectionLost {
            host: "h".to_owned(),
        },
        ControlError::NotTrusted {
            host: "h".to_owned(),
        },
        not_understood(200, Stranger::CaptivePortal),
        not_understood(502, Stranger::Gateway),
        ControlError::AccessKeyMalformed,
    ] {
        assert_eq!(first_wait(&error), None, "{error:?}");
    }
    assert!(first_wait(&platform("ServiceUnavailable", 503, None)).is_some());
    assert!(first_wait(&not_understood(503, Stranger::Gateway)).is_some());
}
