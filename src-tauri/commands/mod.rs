//! What the window may ask, one file a noun. A command parses, calls one action and returns its answer; it decides
//! nothing. A new command also needs a line in `permissions/` and one in `tests/ipc`.

mod accounts;
mod app;
mod calls;
mod changes;
mod clipboard;
mod costs;
mod doctor;
mod exports;
mod keys;
mod pasted;
mod permissions;
mod programs;
mod rotations;
mod secret_store;
mod tasks;
mod temporary_keys;
mod tools;
mod variables;
mod window;
mod workspaces;

use tauri::{Builder, Runtime};

/// Every command, on any runtime: tests use the same as the program.
pub(crate) fn on<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        accounts::add_account,
        accounts::edit_account,
        accounts::check_account,
        accounts::remove_account,
        accounts::find_credentials,
        accounts::ram_policy,
        app::app,
        app::save_preferences,
        app::dismiss_attention,
        calls::start_call,
        calls::call,
        calls::stop_call,
        changes::apply_plan,
        changes::list_changes,
        changes::verify_change,
        changes::undo_change,
        changes::undo_everything,
        clipboard::copy_key,
        clipboard::copy_key_with_host,
        clipboard::clear_clipboard,
        clipboard::copy_text,
        costs::costs,
        costs::download_costs,
        doctor::diagnose,
        doctor::save_diagnosis,
        exports::export_key,
        exports::copy_export,
        keys::list_keys,
        keys::seen_keys,
        keys::refresh_region,
        keys::choose_host,
        keys::edit_description,
        keys::create_key,
        keys::reveal_key,
        keys::download_key,
        keys::keep_key,
        keys::release_key,
        keys::check_key,
        keys::disable_key,
        keys::enable_key,
        keys::reset_key,
        keys::delete_key,
        pasted::recognize_key,
        pasted::ask_hosts,
        pasted::keep_pasted,
        pasted::forget_pasted,
        pasted::remove_kept,
        permissions::explain_allowlist,
        permissions::would_allow,
        permissions::my_addresses,
        permissions::list_address_groups,
        permissions::save_address_group,
        permissions::delete_address_group,
        permissions::list_models,
        permissions::preview_permission,
        permissions::update_permission,
        rotations::start_rotation,
        rotations::continue_rotation,
        rotations::undo_rotation,
        rotations::finish_rotation,
        rotations::postpone_rotation,
        rotations::list_rotations,
        secret_store::probe_store,
        secret_store::choose_passphrase_file,
        secret_store::unlock_passphrase_file,
        tasks::list_tasks,
        tasks::get_task,
        tasks::get_tasks,
        tasks::cancel_task,
        tasks::keep_task_result,
        tasks::kept_results,
        tasks::remove_kept_result,
        temporary_keys::create_temporary_key,
        temporary_keys::list_temporary_keys,
        temporary_keys::reveal_temporary_key,
        temporary_keys::copy_temporary_key,
        temporary_keys::snippets,
        temporary_keys::copy_snippet,
        temporary_keys::forget_temporary_key,
        programs::list_programs,
        programs::start_program,
        programs::variable_lines,
        programs::copy_variable_lines,
        tools::list_tools,
        tools::plan_tool,
        tools::tool_guide,
        tools::copy_import_link,
        tools::open_tool_page,
        variables::plan_variable,
        window::window_ready,
        window::open_console,
        workspaces::list_workspaces,
        workspaces::create_workspace,
        workspaces::delete_workspace,
        workspaces::list_model_access,
        workspaces::update_model_access,
        workspaces::list_model_limits,
        workspaces::update_model_limits,
    ])
}
