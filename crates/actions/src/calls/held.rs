//! The calls that can still be looked at: the last few. An older one is forgotten, and stopped if it still goes on.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

use super::progress::Progress;
use crate::failure::Failure;

/// How many are held.
const HELD: usize = 8;

/// A call, and whoever makes it.
pub(super) struct Held {
    pub(super) id: String,
    pub(super) progress: Arc<Progress>,
    pub(super) work: AbortHandle,
}

impl Held {
    /// Ends it, unless it has ended.
    pub(super) fn stop(&self) {
        // First: what comes while the work is being ended is not wanted.
        self.progress.is_stopped();
        self.work.abort();
    }
}

/// Those that are held, the oldest first.
#[derive(Default)]
pub(crate) struct Calls {
    held: Mutex<VecDeque<Arc<Held>>>,
}

impl Calls {
    /// Holds one more. One that has ended gives way first.
    pub(super) fn hold(&self, call: Held) {
        let mut held = self.lock();
        if held.len() == HELD {
            let ended = held.iter().position(|call| call.progress.has_ended());
            if let Some(oldest) = held.remove(ended.unwrap_or(0)) {
                oldest.stop();
            }
        }
        held.push_back(Arc::new(call));
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Failure::CallUnknown`].
    pub(super) fn get(&self, id: &str) -> Result<Arc<Held>, Failure> {
        let held = self.lock();
        let found = held.iter().find(|call| call.id == id);
        found.cloned().ok_or(Failure::CallUnknown)
    }

    /// Ends and forgets them all: the program ends.
    pub(crate) fn end(&self) {
        for call in self.lock().drain(..) {
            call.stop();
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Arc<Held>>> {
        // A list is whole between any two of its operations.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Calls {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::CallStateView;

    /// A call that never ends by itself.
    fn call(id: usize) -> Held {
        let id = id.to_string();
        Held {
            progress: Arc::new(Progress::new(
                id.clone(),
                CallStateView::Waiting,
                String::new(),
            )),
            work: tokio::spawn(std::future::pending::<()>()).abort_handle(),
            id,
        }
    }

    #[tokio::test]
    async fn few_are_held_and_what_has_ended_gives_way_first() {
        let calls = Calls::default();
        for id in 0..HELD {
            calls.hold(call(id));
        }
        calls.get("3").unwrap().progress.is_done();
        calls.hold(call(HELD));
        assert_eq!(calls.get("3").err(), Some(Failure::CallUnknown));
        let oldest = calls.get("0").unwrap();
        calls.hold(call(HELD + 1));
        assert_eq!(calls.get("0").err(), Some(Failure::CallUnknown));
        assert_eq!(oldest.progress.view().state, CallStateView::Stopped);
        tokio::task::yield_now().await;
        assert!(oldest.work.is_finished(), "nobody waits for it any more");
    }

    #[tokio::test]
    async fn they_end_with_the_program() {
        let calls = Calls::default();
        calls.hold(call(1));
        let held = calls.get("1").unwrap();
        drop(calls);
        tokio::task::yield_now().await;
        assert!(held.work.is_finished());
        assert_eq!(held.progress.view().state, CallStateView::Stopped);
    }
}
