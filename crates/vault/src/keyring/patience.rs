//! Waiting with an end. What is given up goes on in its thread until it ends by itself; its result is dropped.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Why there is no result.
#[derive(Debug)]
pub(super) enum Lost {
    /// It takes longer than the caller waits.
    TimedOut,
    /// The thread did not start, or died.
    Thread(String),
}

/// The result of `work`, if it comes in time. It runs on a thread of its own, so it may block whatever the caller is.
pub(super) fn within<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Lost> {
    let (sender, receiver) = mpsc::sync_channel(1);
    thread::Builder::new()
        .name("keyring".to_owned())
        .spawn(move || {
            // Nobody listens any more when the time is up.
            let _ = sender.send(work());
        })
        .map_err(|error| Lost::Thread(error.to_string()))?;
    receiver.recv_timeout(time).map_err(|error| match error {
        mpsc::RecvTimeoutError::Timeout => Lost::TimedOut,
        mpsc::RecvTimeoutError::Disconnected => Lost::Thread("the call was cut off".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::{Duration, Instant};

    use super::{Lost, within};

    #[test]
    fn a_result_in_time_is_handed_on() {
        assert_eq!(within(Duration::from_secs(10), || 7).unwrap(), 7);
    }

    #[test]
    fn what_never_ends_is_given_up() {
        let (release, held) = mpsc::channel::<()>();
        let start = Instant::now();
        let outcome = within(Duration::from_millis(50), move || held.recv());
        assert!(matches!(outcome, Err(Lost::TimedOut)));
        assert!(start.elapsed() < Duration::from_secs(5));
        drop(release);
    }

    #[test]
    fn a_thread_that_dies_is_told_at_once() {
        let start = Instant::now();
        let outcome = within(Duration::from_secs(30), || -> u8 {
            std::panic::resume_unwind(Box::new("dies in silence"))
        });
        assert!(matches!(outcome, Err(Lost::Thread(_))));
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}
