//! The actions, with a real server on loopback, a real catalog, real start-up files in a temporary home, and a keyring
//! in memory that can be told to fail. One file a promise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod addresses;
mod clipboard;
mod cloud;
mod create;
mod groups;
mod home;
mod interrupted;
mod lost;
mod models;
mod permission;
mod preview;
mod reset;
mod side_by_side;
mod variable;
