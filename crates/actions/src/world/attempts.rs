use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Mutex as Turn;

use crate::wire::CreatedKeyView;

/// Creations by the name that the window gave them, so that neither a double click nor a second try creates two keys.
#[derive(Default)]
pub(crate) struct Attempts {
    known: Mutex<HashMap<String, Arc<Turn<Attempt>>>>,
}

/// A creation.
#[derive(Default)]
pub(crate) struct Attempt {
    /// The answer, once it has succeeded.
    pub(crate) created: Option<CreatedKeyView>,
    /// The intent of an earlier try of which nobody knows how it ended.
    pub(crate) open_intent: Option<String>,
}

impl Attempts {
    /// The attempt of this name. One caller at a time has its turn.
    pub(crate) fn named(&self, name: &str) -> Arc<Turn<Attempt>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(name.to_owned()).or_default())
    }
}
