use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use model_studio::key::KeySecret;

use crate::wire::KeyRef;

/// Keys that the keyring refused: held until they are kept, released by the user, or the program ends.
#[derive(Default)]
pub(crate) struct InMemory {
    keys: Mutex<HashMap<KeyRef, Held>>,
}

struct Held {
    value: KeySecret,
    intent: String,
}

impl InMemory {
    /// Holds a key together with the intent that stays open for it.
    pub(crate) fn hold(&self, key: KeyRef, value: KeySecret, intent: String) {
        self.lock().insert(key, Held { value, intent });
    }

    /// The value, if it is held.
    pub(crate) fn get(&self, key: &KeyRef) -> Option<KeySecret> {
        self.lock().get(key).map(|held| held.value.clone())
    }

    /// Whether it is held.
    pub(crate) fn holds(&self, key: &KeyRef) -> bool {
        self.lock().contains_key(key)
    }

    /// Whether an intent stays open for a key that is held.
    pub(crate) fn waits_for(&self, intent: &str) -> bool {
        self.lock().values().any(|held| held.intent == intent)
    }

    /// Lets go of a key, wiping it, and tells which intent can be finished.
    pub(crate) fn release(&self, key: &KeyRef) -> Option<String> {
        self.lock().remove(key).map(|held| held.intent)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<KeyRef, Held>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
