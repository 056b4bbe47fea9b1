//! Turns by place: what must happen one at a time in one region does not wait for what is slow in another.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// The places in which somebody has had a turn since the start.
#[derive(Default)]
pub(crate) struct Turns {
    known: Mutex<HashMap<String, Arc<Turn<()>>>>,
}

impl Turns {
    /// Waits for the turn in a place. It ends when the guard is dropped.
    pub(crate) async fn at(&self, place: &str) -> OwnedMutexGuard<()> {
        let turn = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(place.to_owned()).or_default())
        };
        turn.lock_owned().await
    }
}
