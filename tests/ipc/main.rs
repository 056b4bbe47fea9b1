//! The window's door: the program's real handlers behind its real permissions, on a runtime without a display. What is
//! behind the handlers is real too: This computer on loopback, shells and files in a folder of the test's own. Only the
//! keyring and the clipboard are in memory.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says so by failing"
)]

mod arguments;
mod clipboard;
mod cloud;
mod door;
mod leak;
mod permission;
mod permissions;
mod start;
mod story;
