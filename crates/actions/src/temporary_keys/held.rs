//! The temporary keys that are held: in memory alone, each until it ends. One that has ended is given to nobody and wiped, by
//! the timer that was set when it was made or by whoever looks next, whichever comes first: timers rest while the computer
//! sleeps, and a clock may be set.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use model_studio::key::KeySecret;

use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::wire::{HostView, KeyRef, TemporaryKeyView};

/// A clock that is set back by more than this is not believed to be in the life of a key, in milliseconds.
const SET_BACK: i64 = 30 * 1000;

/// A temporary key.
pub(crate) struct TemporaryKey {
    pub(super) id: String,
    pub(super) parent: KeyRef,
    /// The parent's description.
    pub(super) description: String,
    pub(super) value: KeySecret,
    /// When it ends, by the service's clock.
    pub(super) expires_at: i64,
    /// When it was made and when it ends, by this computer's clock.
    pub(super) made_at: i64,
    pub(super) ends_at: i64,
    pub(super) clock_ahead_seconds: Option<i32>,
    pub(super) host: HostView,
    /// A model that it may call, for examples.
    pub(super) model: String,
}

impl TemporaryKey {
    /// Milliseconds that are left; none once it has ended.
    pub(super) fn left(&self, now: i64) -> i64 {
        if (self.made_at - SET_BACK..self.ends_at).contains(&now) {
            self.ends_at - now
        } else {
            0
        }
    }

    /// The seconds that are left, the last one counted whole.
    pub(super) fn seconds_left(&self, now: i64) -> u32 {
        let seconds = self.left(now).unsigned_abs().div_ceil(1000);
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }

    /// As the window shows it.
    pub(super) fn view(&self, now: i64) -> TemporaryKeyView {
        TemporaryKeyView {
            id: self.id.clone(),
            parent: self.parent.clone(),
            description: self.description.clone(),
            masked: self.value.masked(),
            expires_at: milliseconds(self.expires_at),
            left_millis: milliseconds(self.left(now)),
            clock_ahead_seconds: self.clock_ahead_seconds,
            host: self.host.clone(),
        }
    }
}

/// Those that are held, the last one first.
#[derive(Default)]
pub(crate) struct TemporaryKeys {
    held: Mutex<Vec<Arc<TemporaryKey>>>,
}

impl TemporaryKeys {
    /// Holds one more.
    pub(super) fn hold(&self, key: TemporaryKey) {
        self.lock().insert(0, Arc::new(key));
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Failure::TemporaryKeyEnded`] where it is held no more.
    pub(super) fn get(&self, id: &str, now: i64) -> Result<Arc<TemporaryKey>, Failure> {
        let held = self.all(now);
        let found = held.into_iter().find(|key| key.id == id);
        found.ok_or(Failure::TemporaryKeyEnded)
    }

    /// All of them.
    pub(super) fn all(&self, now: i64) -> Vec<Arc<TemporaryKey>> {
        let mut held = self.lock();
        held.retain(|key| key.left(now) > 0);
        held.clone()
    }

    /// Forgets one.
    pub(super) fn forget(&self, id: &str) {
        self.lock().retain(|key| key.id != id);
    }

    /// Forgets them all: the program ends.
    pub(crate) fn forget_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Arc<TemporaryKey>>> {
        // A list is whole between any two of its operations.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{BaseUrlsView, HostKindView};

    fn key(id: &str, made_at: i64, ends_at: i64) -> TemporaryKey {
        TemporaryKey {
            id: id.to_owned(),
            parent: KeyRef {
                region: "this-computer".to_owned(),
                api_key_id: "7".to_owned(),
            },
            description: String::new(),
            value: KeySecret::from_service("st-0123456789abcdef0123456789abcdef".into()),
            expires_at: ends_at,
            made_at,
            ends_at,
            clock_ahead_seconds: None,
            host: HostView {
                kind: HostKindView::ThisComputer,
                origin: "http://127.0.0.1:1".to_owned(),
                base_urls: BaseUrlsView::default(),
            },
            model: "qwen-plus".to_owned(),
        }
    }

    #[test]
    fn one_that_has_ended_is_wiped_by_whoever_looks() {
        let keys = TemporaryKeys::default();
        keys.hold(key("long", 100_000, 700_000));
        keys.hold(key("short", 100_000, 160_000));
        assert_eq!(keys.all(159_999).len(), 2);
        assert!(keys.get("short", 159_999).is_ok());
        assert_eq!(
            keys.get("short", 160_000).err(),
            Some(Failure::TemporaryKeyEnded)
        );
        assert_eq!(keys.lock().len(), 1, "it is gone, not only hidden");
        assert_eq!(keys.all(160_000)[0].id, "long");
        keys.forget("long");
        assert!(keys.all(160_000).is_empty());
    }

    #[test]
    fn a_clock_that_is_set_back_lets_none_live_longer() {
        let keys = TemporaryKeys::default();
        keys.hold(key("a", 100_000, 160_000));
        assert_eq!(keys.all(99_000).len(), 1, "a little is no matter");
        assert!(keys.all(100_000 - SET_BACK - 1).is_empty());
    }

    #[test]
    fn the_last_second_counts_whole() {
        let key = key("a", 0, 60_000);
        for (now, seconds) in [(0, 60), (1, 60), (59_001, 1), (59_999, 1), (60_000, 0)] {
            assert_eq!(key.seconds_left(now), seconds, "{now}");
        }
    }
}
