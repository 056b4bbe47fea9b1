//! The actions, with a real server on loopback, a real catalog, real start-up files in a temporary home, and a keyring
//! in memory that can be told to fail. One file a promise.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod account_changes;
mod account_cut_off;
mod accounts;
mod addresses;
mod between;
mod calls;
mod clipboard;
mod cloud;
mod clouds;
mod costs;
mod create;
mod doctor;
mod exports;
mod found_credentials;
mod groups;
mod home;
mod interrupted;
mod late_lists;
mod lost;
mod models;
mod pasted;
mod pasted_kept;
mod permission;
mod places;
mod preview;
mod printing;
mod refused;
mod regions;
mod reset;
mod rotation;
mod rotation_interrupted;
mod rotation_reminder;
mod rotation_side_by_side;
mod rotation_stops;
mod side_by_side;
mod silence;
mod start_program;
mod stepped;
mod stranded;
mod tasks;
mod temporary_credentials;
mod temporary_keys;
mod tools;
mod undo_everything;
mod variable;
mod variable_lines;
mod workspaces;
