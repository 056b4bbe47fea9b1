//! Calls of a model that the user watches: started, looked at while they go on, stopped. What is meant stands beside what
//! leaves this computer and what comes back. If the input is to be encrypted and cannot be, nothing is sent.
//!
//! What is said in a call is the user's: it is in memory only, in no log, and goes when the call is forgotten.

mod answer;
mod held;
mod progress;
mod refused;
mod sent;
mod start;
mod watch;
mod work;

pub(crate) use held::Calls;
pub use start::start_call;
pub use watch::{call, stop_call};
