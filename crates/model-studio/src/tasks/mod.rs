//! Asynchronous tasks: reading one or many, listing them, cancelling one that still waits. Creating one is a call of a model
//! ([`crate::data::create_task`]).
//!
//! Every key of an account sees all tasks of the account. The platform deletes a task and its result a day after it ended; it
//! takes 20 calls a second of each kind, which [`crate::pace`] keeps to for all of the program. Answers are read leniently: what is
//! missing is missing, a state that is not known is kept by its name, and a time may be text or a number.

mod cancel;
mod filter;
mod in_turn;
mod list;
mod listed;
mod read;
mod status;
mod task;
mod task_id;
mod time;

use std::sync::Arc;

pub use cancel::Cancelling;
pub use filter::TaskFilter;
pub use listed::{ListedTask, TaskPage};
pub use status::TaskStatus;
pub use task::{KEPT_FOR, Task, TaskMetrics};
pub use task_id::{TaskId, TaskIdRefused};
pub use time::PLATFORM_OFFSET;

use crate::data::{Asking, DataError};
use crate::key::KeySecret;
use crate::pace::AccountPace;

/// Asks about the tasks of one account.
pub struct Tasks {
    asking: Arc<Asking>,
    pace: Arc<AccountPace>,
}

impl Tasks {
    /// Asks this origin with this key, at the pace of the account that the key belongs to.
    pub fn new(
        http: &reqwest::Client,
        origin: &str,
        key: &KeySecret,
        pace: Arc<AccountPace>,
    ) -> Result<Tasks, DataError> {
        Ok(Tasks {
            asking: Arc::new(Asking::new(http, origin, key)?),
            pace,
        })
    }
}
