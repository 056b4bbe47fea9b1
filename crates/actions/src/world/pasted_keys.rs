//! Keys that were pasted and are neither kept nor forgotten yet. They rest in memory alone, few of them and not for long;
//! each is wiped when it goes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use model_studio::key::KeySecret;

use crate::wire::{CandidateHostView, PastedKindView};

/// How many are held; the oldest goes first.
const HELD: usize = 4;

/// For so long at most, in milliseconds.
const FOR_SO_LONG: i64 = 15 * 60 * 1000;

/// What was pasted.
#[derive(Clone)]
pub(crate) struct PastedKey {
    pub(crate) id: String,
    pub(crate) value: KeySecret,
    pub(crate) kind: PastedKindView,
    /// The hosts that the user was shown: no other is ever asked with it, but those of workspaces that the user names.
    pub(crate) candidates: Vec<CandidateHostView>,
    /// When, in milliseconds since 1970.
    pub(crate) at: i64,
}

/// The keys that are held.
#[derive(Default)]
pub(crate) struct PastedKeys {
    held: Mutex<Vec<PastedKey>>,
}

impl PastedKeys {
    /// Holds one more.
    pub(crate) fn hold(&self, key: PastedKey) {
        let mut held = self.at(key.at);
        if held.len() == HELD {
            held.remove(0);
        }
        held.push(key);
    }

    /// One of them, if it is still held.
    pub(crate) fn get(&self, id: &str, now: i64) -> Option<PastedKey> {
        self.at(now).iter().find(|key| key.id == id).cloned()
    }

    /// Wipes one of them.
    pub(crate) fn forget(&self, id: &str) {
        self.lock().retain(|key| key.id != id);
    }

    /// Wipes those that are too old.
    pub(crate) fn sweep(&self, now: i64) {
        drop(self.at(now));
    }

    /// Those that are held at this time.
    fn at(&self, now: i64) -> MutexGuard<'_, Vec<PastedKey>> {
        let mut held = self.lock();
        held.retain(|key| (key.at..key.at + FOR_SO_LONG).contains(&now));
        held
    }

    fn lock(&self) -> MutexGuard<'_, Vec<PastedKey>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(id: usize, at: i64) -> PastedKey {
        PastedKey {
            id: id.to_string(),
            value: KeySecret::from_service("sk-0123456789abcdef0123456789abcdef".into()),
            kind: PastedKindView::Old,
            candidates: Vec::new(),
            at,
        }
    }

    #[test]
    fn few_are_held_and_not_for_long() {
        let keys = PastedKeys::default();
        for id in 0..=HELD {
            keys.hold(pasted(id, 10));
        }
        assert!(keys.get("0", 10).is_none(), "the oldest gave way");
        assert!(keys.get("4", 10 + FOR_SO_LONG - 1).is_some());
        keys.forget("4");
        assert!(keys.get("4", 10).is_none());
        keys.sweep(10 + FOR_SO_LONG);
        assert!(keys.lock().is_empty());
    }

    #[test]
    fn a_clock_that_goes_back_holds_nothing_longer() {
        let keys = PastedKeys::default();
        keys.hold(pasted(1, 10));
        assert!(keys.get("1", 9).is_none());
    }
}
