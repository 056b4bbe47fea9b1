//! What a task is, apart from HTTP and SQLite: its states, and how often they may be asked for.

mod pace;
mod state;

pub(crate) use pace::{Pace, TooFast};
pub(crate) use state::State;

/// Milliseconds for which a task is kept once it has ended, and which a list looks back.
pub(crate) const KEPT: i64 = 24 * 60 * 60 * 1_000;
