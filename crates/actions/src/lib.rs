//! What the user does: a folder a noun, one file a verb.
//!
//! An action takes the [`World`] and a request, and answers with a view or a [`Failure`]. It knows no window: the shell
//! parses, calls one action and returns what it says, and every action can be tested without a desktop. What touches
//! the world (keyring, clock, clipboard, paths, the service's address) is handed in when the world is built.

pub mod failure;
pub mod wire;

mod accounts;
mod address_groups;
mod addresses;
mod app;
mod attention;
mod calls;
mod changes;
mod clipboard;
mod costs;
mod csv;
mod doctor;
mod downloads;
mod exports;
mod keys;
mod pasted;
mod permissions;
mod places;
mod preferences;
mod rotation;
mod secret_store;
mod settle;
mod tasks;
mod temporary_keys;
mod tools;
mod typed;
mod variables;
mod workspaces;
mod world;

pub use accounts::{
    add_account, check_account, edit_account, find_credentials, ram_policy, remove_account,
};
pub use address_groups::{delete_address_group, list_address_groups, save_address_group};
pub use addresses::{explain_allowlist, my_addresses, would_allow};
pub use app::app;
pub use attention::dismiss_attention;
pub use calls::{call, start_call, stop_call};
pub use changes::{apply_plan, list_changes, undo_change, undo_everything, verify_change};
pub use clipboard::{Clipboard, ClipboardError, clear_clipboard};
pub use costs::{costs, download_costs};
pub use doctor::{diagnose, save_diagnosis};
pub use exports::{copy_export, export_key};
pub use failure::Failure;
pub use keys::{
    check_key, copy_key, copy_key_with_host, create_key, delete_key, disable_key, download_key,
    edit_description, enable_key, keep_key, list_keys, refresh_region, release_key, remove_kept,
    reset_key, reveal_key, seen_keys,
};
pub use pasted::{ask_hosts, forget_pasted, keep_pasted, recognize_key};
pub use permissions::{list_models, preview_permission, update_permission};
pub use places::{Place, choose_host};
pub use preferences::save_preferences;
pub use rotation::{
    continue_rotation, finish_rotation, list_rotations, postpone_rotation, start_rotation,
    undo_rotation,
};
pub use secret_store::{choose_passphrase_file, probe_store, unlock_passphrase_file};
pub use settle::settle;
pub use tasks::{
    cancel_task, get_task, get_tasks, keep_task_result, kept_results, list_tasks,
    remove_kept_result,
};
pub use temporary_keys::{
    copy_snippet, copy_temporary_key, create_temporary_key, forget_temporary_key,
    list_temporary_keys, reveal_temporary_key, snippets,
};
pub use tools::{copy_import_link, list_tools, plan_tool, tool_guide, tool_page};
pub use variables::{
    copy_variable_lines, list_programs, plan_variable, start_program, variable_lines,
};
pub use workspaces::{
    create_workspace, delete_workspace, list_model_access, list_model_limits, list_workspaces,
    update_model_access, update_model_limits,
};
pub use world::{Connection, Platform, Steps, World, WorldParts};
