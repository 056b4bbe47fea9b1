//! What the user does, one file a verb.
//!
//! An action takes the [`World`] and a request, and answers with a view or a [`Failure`]. It knows no window: the shell
//! parses, calls one action and returns what it says, and every action can be tested without a desktop. What touches
//! the world (keyring, clock, clipboard, paths, the service's address) is handed in when the world is built.

pub mod failure;
pub mod wire;

mod account_credentials;
mod account_form;
mod account_secret;
mod account_view;
mod add_account;
mod address_problem;
mod allowlist_view;
mod app;
mod ask_hosts;
mod attention;
mod caller;
mod calls;
mod check_account;
mod check_key;
mod choose_host;
mod clipboard;
mod continue_rotation;
mod copy_key;
mod costs;
mod create_key;
mod csv;
mod delete_address_group;
mod delete_key;
mod download_key;
mod downloads;
mod echo_service;
mod edit_account;
mod edit_description;
mod explain_allowlist;
mod find_credentials;
mod finish_rotation;
mod group_view;
mod hosts;
mod identity;
mod keep_key;
mod keep_pasted;
mod key_description;
mod key_row;
mod known_here;
mod list_address_groups;
mod list_changes;
mod list_keys;
mod list_models;
mod list_rotations;
mod match_pasted;
mod my_addresses;
mod origin;
mod own_key;
mod pasted;
mod permission_difference;
mod place;
mod plan;
mod plan_variable;
mod preferences;
mod preview_permission;
mod prove_permission;
mod ram_policy;
mod recognize_key;
mod refusal_cause;
mod region_view;
mod remove_account;
mod remove_kept;
mod reset_key;
mod reveal_key;
mod rotation;
mod save_address_group;
mod secret_store;
mod seen;
mod settle;
mod start_rotation;
mod switch_key;
mod tasks;
mod temporary_keys;
mod this_computer;
mod truth;
mod typed;
mod undo_change;
mod undo_rotation;
mod update_permission;
mod who_is;
mod workspaces;
mod world;
mod would_allow;
mod write_variable;

pub use add_account::add_account;
pub use app::app;
pub use ask_hosts::ask_hosts;
pub use attention::dismiss_attention;
pub use calls::{call, start_call, stop_call};
pub use check_account::check_account;
pub use check_key::check_key;
pub use choose_host::choose_host;
pub use clipboard::{Clipboard, ClipboardError, clear_clipboard};
pub use continue_rotation::continue_rotation;
pub use copy_key::{copy_key, copy_key_with_host};
pub use costs::{costs, download_costs};
pub use create_key::create_key;
pub use delete_address_group::delete_address_group;
pub use delete_key::delete_key;
pub use download_key::download_key;
pub use edit_account::edit_account;
pub use edit_description::edit_description;
pub use explain_allowlist::explain_allowlist;
pub use failure::Failure;
pub use find_credentials::find_credentials;
pub use finish_rotation::finish_rotation;
pub use keep_key::{keep_key, release_key};
pub use keep_pasted::{forget_pasted, keep_pasted};
pub use list_address_groups::list_address_groups;
pub use list_changes::list_changes;
pub use list_keys::{list_keys, refresh_region, seen_keys};
pub use list_models::list_models;
pub use list_rotations::list_rotations;
pub use my_addresses::my_addresses;
pub use place::Place;
pub use plan_variable::plan_variable;
pub use preferences::save_preferences;
pub use preview_permission::preview_permission;
pub use ram_policy::ram_policy;
pub use recognize_key::recognize_key;
pub use remove_account::remove_account;
pub use remove_kept::remove_kept;
pub use reset_key::reset_key;
pub use reveal_key::reveal_key;
pub use save_address_group::save_address_group;
pub use secret_store::{choose_passphrase_file, probe_store, unlock_passphrase_file};
pub use settle::settle;
pub use start_rotation::start_rotation;
pub use switch_key::{disable_key, enable_key};
pub use tasks::{
    cancel_task, get_task, get_tasks, keep_task_result, kept_results, list_tasks,
    remove_kept_result,
};
pub use temporary_keys::{
    copy_snippet, copy_temporary_key, create_temporary_key, forget_temporary_key,
    list_temporary_keys, reveal_temporary_key, snippets,
};
pub use undo_change::undo_change;
pub use undo_rotation::undo_rotation;
pub use update_permission::update_permission;
pub use workspaces::{
    create_workspace, delete_workspace, list_model_access, list_model_limits, list_workspaces,
    update_model_access, update_model_limits,
};
pub use world::{Connection, Platform, Steps, World, WorldParts};
pub use would_allow::would_allow;
pub use write_variable::{apply_variable, verify_change};
