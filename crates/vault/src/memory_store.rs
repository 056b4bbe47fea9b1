//! A keyring in memory, for tests: it fails when told to, as real ones do when nobody tells them. It is no store for
//! a program: nothing in it outlives the process.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

use crate::{ItemName, SecretStore, StoreError, StoreState, SystemStore};

/// A keyring in memory. Clones share their content.
#[derive(Debug, Clone)]
pub struct MemoryStore {
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug)]
struct Inside {
    state: StoreState,
    items: BTreeMap<ItemName, SecretString>,
    failing_puts: VecDeque<StoreError>,
    failing_gets: VecDeque<StoreError>,
    failing_deletes: VecDeque<StoreError>,
}

impl MemoryStore {
    /// An empty store that is available.
    pub fn new() -> MemoryStore {
        MemoryStore::in_state(StoreState::Available)
    }

    /// An empty store in this state.
    pub fn in_state(state: StoreState) -> MemoryStore {
        MemoryStore {
            inside: Arc::new(Mutex::new(Inside {
                state,
                items: BTreeMap::new(),
                failing_puts: VecDeque::new(),
                failing_gets: VecDeque::new(),
                failing_deletes: VecDeque::new(),
            })),
        }
    }

    /// From now on the store is available, locked, or absent, and every call answers so.
    pub fn set_state(&self, state: StoreState) {
        self.inside().state = state;
    }

    /// The next put that is not spoken for fails so and changes nothing.
    pub fn fail_next_put(&self, error: StoreError) {
        self.inside().failing_puts.push_back(error);
    }

    /// The next get that is not spoken for fails so.
    pub fn fail_next_get(&self, error: StoreError) {
        self.inside().failing_gets.push_back(error);
    }

    /// The next delete that is not spoken for fails so and changes nothing.
    pub fn fail_next_delete(&self, error: StoreError) {
        self.inside().failing_deletes.push_back(error);
    }

    /// The names of what it holds, in order.
    pub fn names(&self) -> Vec<ItemName> {
        self.inside().items.keys().cloned().collect()
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryStore {
    fn default() -> MemoryStore {
        MemoryStore::new()
    }
}

impl Inside {
    fn enter(&self) -> Result<(), StoreError> {
        match self.state {
            StoreState::Available => Ok(()),
            StoreState::Locked => Err(StoreError::Locked),
            StoreState::Absent => Err(StoreError::Absent),
        }
    }
}

impl SecretStore for MemoryStore {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        let mut inside = self.inside();
        inside.enter()?;
        if let Some(error) = inside.failing_puts.pop_front() {
            return Err(error);
        }
        inside.items.insert(name.clone(), secret.clone());
        Ok(())
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        let mut inside = self.inside();
        inside.enter()?;
        if let Some(error) = inside.failing_gets.pop_front() {
            return Err(error);
        }
        inside.items.get(name).cloned().ok_or(StoreError::NotFound)
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        let mut inside = self.inside();
        inside.enter()?;
        if let Some(error) = inside.failing_deletes.pop_front() {
            return Err(error);
        }
        inside.items.remove(name);
        Ok(())
    }
}

impl SystemStore for MemoryStore {
    fn name(&self) -> &'static str {
        "Memory"
    }

    fn probe(&self) -> StoreState {
        self.inside().state
    }
}

#[cfg(test)]
mod tests {
    use secrecy::{ExposeSecret, SecretString};

    use super::MemoryStore;
    use crate::{ItemName, SecretStore, StoreError, StoreState};

    #[test]
    fn a_failure_on_order_happens_once_and_changes_nothing() {
        let store = MemoryStore::new();
        let name = ItemName::key("this-computer", "1");
        store.fail_next_put(StoreError::Locked);

        assert_eq!(
            store.put(&name, &SecretString::from("a")),
            Err(StoreError::Locked)
        );
        assert!(store.names().is_empty());
        assert_eq!(store.put(&name, &SecretString::from("b")), Ok(()));
        // EXPOSE: the test compares what it wrote itself.
        assert_eq!(store.get(&name).unwrap().expose_secret(), "b");
    }

    #[test]
    fn a_locked_store_answers_so_until_it_is_unlocked() {
        let store = MemoryStore::in_state(StoreState::Locked);
        let name = ItemName::key("this-computer", "1");
        assert_eq!(
            store.put(&name, &SecretString::from("a")),
            Err(StoreError::Locked)
        );
        store.set_state(StoreState::Available);
        assert_eq!(store.put(&name, &SecretString::from("a")), Ok(()));
        assert_eq!(store.names(), [name]);
    }
}
