//! Asynchronous tasks: listed, read, cancelled, and their results kept before the service deletes them. Every key of an account
//! sees all tasks of the account. How often the service may be asked is one pace for all of the program, whatever is open.

mod asking;
mod cancel;
mod get;
mod keep;
mod kept;
mod list;
mod row;

pub use cancel::cancel_task;
pub use get::{get_task, get_tasks};
pub use keep::keep_task_result;
pub use kept::{kept_results, remove_kept_result};
pub use list::list_tasks;
