//! In which order the places were asked for their lists, so that an answer that was long on its way is not written down over
//! a newer one, nor for an account that has become another's meanwhile.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::places::place::Place;

/// The turns that were taken since the start.
#[derive(Default)]
pub(crate) struct Listings {
    turns: Mutex<Turns>,
}

#[derive(Default)]
struct Turns {
    last: u64,
    /// The newest turn whose answer was written down.
    noted: HashMap<Place, u64>,
    /// What was asked before this turn was asked with other credentials.
    valid_from: HashMap<String, u64>,
}

impl Listings {
    /// The turn of a question that is about to be asked.
    pub(crate) fn turn(&self) -> u64 {
        self.lock().next()
    }

    /// Writes an answer down, unless it came too late; answers whether it did.
    ///
    /// # Errors
    /// Whatever `write` says; it is as if nothing was answered then.
    pub(crate) fn note<E>(
        &self,
        place: &Place,
        turn: u64,
        write: impl FnOnce() -> Result<(), E>,
    ) -> Result<bool, E> {
        let mut turns = self.lock();
        let newer = turns.noted.get(place).is_some_and(|noted| *noted > turn);
        let account = place.account.as_ref();
        let valid_from = account.and_then(|id| turns.valid_from.get(id));
        if newer || valid_from.is_some_and(|from| *from > turn) {
            return Ok(false);
        }
        write()?;
        turns.noted.insert(place.clone(), turn);
        Ok(true)
    }

    /// Forgets what was written down of an account; what it is asked now is not written down any more.
    ///
    /// # Errors
    /// Whatever `forget` says.
    pub(crate) fn forget<E>(
        &self,
        account_id: &str,
        forget: impl FnOnce() -> Result<(), E>,
    ) -> Result<(), E> {
        let mut turns = self.lock();
        let now = turns.next();
        turns.valid_from.insert(account_id.to_owned(), now);
        forget()
    }

    fn lock(&self) -> MutexGuard<'_, Turns> {
        // Turns are whole between any two operations.
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turns {
    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }
}
