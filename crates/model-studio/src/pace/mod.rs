//! How fast tasks may be asked about: the platform takes 20 calls a second of each account for each of reading, listing and
//! cancelling, whichever key asks. One [`Pace`] is shared by all of the program, so that it never asks for more, whatever is open.
//! Other programs may use the account too: when the service refuses a call as one too many, all callers of that kind pause.
//!
//! It waits; it does not send, and it does not try again: [`crate::tasks`] does.

mod bucket;
mod pause;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

pub use bucket::{Bucket, IN_A_SECOND, Turn};

/// The buckets of all accounts. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    accounts: Arc<Mutex<HashMap<String, Arc<AccountPace>>>>,
}

/// The buckets of one account.
#[derive(Debug, Default)]
pub struct AccountPace {
    /// For reading a task.
    pub query: Bucket,
    /// For listing tasks.
    pub list: Bucket,
    /// For cancelling a task.
    pub cancel: Bucket,
}

impl Pace {
    /// The buckets of an account, by whatever names it; the same ones each time.
    pub fn of(&self, account: &str) -> Arc<AccountPace> {
        // A map is whole between any two of its operations.
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(accounts.entry(account.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_one_set_of_buckets() {
        let pace = Pace::default();
        let first = pace.of("a7f3c2");
        assert!(Arc::ptr_eq(&first, &pace.clone().of("a7f3c2")));
        assert!(!Arc::ptr_eq(&first, &pace.of("b00000")));
    }
}
