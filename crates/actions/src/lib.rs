//! What the user does, one file a verb.
//!
//! An action takes the [`World`] and a request, and answers with a view or a [`Failure`]. It knows no window: the shell
//! parses, calls one action and returns what it says, and every action can be tested without a desktop. What touches
//! the world (keyring, clock, clipboard, paths, the service's address) is handed in when the world is built.

pub mod failure;
pub mod wire;

mod address_problem;
mod allowlist_view;
mod app;
mod attention;
mod check_key;
mod clipboard;
mod copy_key;
mod create_key;
mod delete_address_group;
mod delete_key;
mod download_key;
mod echo_service;
mod explain_allowlist;
mod group_view;
mod keep_key;
mod key_row;
mod list_address_groups;
mod list_changes;
mod list_keys;
mod list_models;
mod my_addresses;
mod permission_difference;
mod plan_variable;
mod preferences;
mod preview_permission;
mod prove_permission;
mod reset_key;
mod reveal_key;
mod save_address_group;
mod secret_store;
mod settle;
mod switch_key;
mod this_computer;
mod truth;
mod typed;
mod undo_change;
mod update_permission;
mod world;
mod would_allow;
mod write_variable;

pub use app::app;
pub use attention::dismiss_attention;
pub use check_key::check_key;
pub use clipboard::{Clipboard, ClipboardError, clear_clipboard};
pub use copy_key::{copy_key, copy_key_with_host};
pub use create_key::create_key;
pub use delete_address_group::delete_address_group;
pub use delete_key::delete_key;
pub use download_key::download_key;
pub use explain_allowlist::explain_allowlist;
pub use failure::Failure;
pub use keep_key::{keep_key, release_key};
pub use list_address_groups::list_address_groups;
pub use list_changes::list_changes;
pub use list_keys::list_keys;
pub use list_models::list_models;
pub use my_addresses::my_addresses;
pub use plan_variable::plan_variable;
pub use preferences::save_preferences;
pub use preview_permission::preview_permission;
pub use reset_key::reset_key;
pub use reveal_key::reveal_key;
pub use save_address_group::save_address_group;
pub use secret_store::{choose_passphrase_file, probe_store, unlock_passphrase_file};
pub use settle::settle;
pub use switch_key::{disable_key, enable_key};
pub use undo_change::undo_change;
pub use update_permission::update_permission;
pub use world::{Connection, Platform, Steps, World, WorldParts};
pub use would_allow::would_allow;
pub use write_variable::{apply_variable, verify_change};
