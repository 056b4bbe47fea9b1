//! The actions, with a real server on loopback, a real catalog, real start-up files in a temporary home, and a keyring
//! in memory that can be told to fail. One file a promise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod account_changes;
mod accounts;
mod addresses;
mod clipboard;
mod cloud;
mod clouds;
mod costs;
mod create;
mod found_credentials;
mod groups;
mod home;
mod interrupted;
mod lost;
mod models;
mod pasted;
mod permission;
mod places;
mod preview;
mod regions;
mod refused;
mod reset;
mod rotation;
mod rotation_interrupted;
mod side_by_side;
mod temporary_credentials;
mod variable;
mod workspaces;
