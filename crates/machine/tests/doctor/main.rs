//! What keeps a program from seeing a key: each case is made for real and found, and where all is well nothing is.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod computer;
mod programs;
mod sources;
mod units;
mod unread;
