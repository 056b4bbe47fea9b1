//! The user's variables in the registry of Windows: set, proved, followed and taken back, on keys of the test's own.

#![cfg(windows)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod interrupted;
mod others;
mod set_and_undo;
mod world;
