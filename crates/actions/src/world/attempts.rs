use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Mutex as Turn;

use crate::wire::CreatedKeyView;

/// Creations by the name that the window gave them, so that a double click creates one key.
#[derive(Default)]
pub(crate) struct Attempts {
    cells: Mutex<HashMap<String, Arc<Turn<Option<CreatedKeyView>>>>>,
}

impl Attempts {
    /// The cell of an attempt; it holds the answer once the creation has succeeded.
    pub(crate) fn cell(&self, attempt: &str) -> Arc<Turn<Option<CreatedKeyView>>> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(cells.entry(attempt.to_owned()).or_default())
    }
}
