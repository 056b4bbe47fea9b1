//! Who may ask for what: the window `main`, its own page, and the commands that `src-tauri/permissions` list.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};

use crate::door::{Door, Home};

/// Each command and what it is asked here. Where an answer would touch the user's own computer (clipboard, browser), the
/// question is one that is refused behind the permission.
fn commands() -> Vec<(&'static str, Value)> {
    let key = json!({ "region": "this-computer", "apiKeyId": "404" });
    let with_key = json!({ "key": key });
    vec![
        ("app", json!({})),
        ("add_account", json!({ "request": {} })),
        ("edit_account", json!({ "request": {} })),
        ("check_account", json!({ "id": "none" })),
        ("remove_account", json!({ "id": "none" })),
        ("find_credentials", json!({})),
        ("ram_policy", json!({})),
        ("save_preferences", json!({ "preferences": {} })),
        ("dismiss_attention", json!({ "id": "none" })),
        ("list_changes", json!({})),
        ("verify_change", json!({ "changeId": "none" })),
        ("undo_change", json!({ "changeId": "none" })),
        ("undo_everything", json!({})),
        ("copy_key", with_key.clone()),
        ("copy_key_with_host", with_key.clone()),
        ("clear_clipboard", json!({})),
        ("copy_text", json!({ "text": 7 })),
        ("list_keys", json!({ "region": "this-computer" })),
        ("seen_keys", json!({ "region": "this-computer" })),
        ("refresh_region", json!({ "region": "this-computer" })),
        ("choose_host", json!({ "request": {} })),
        ("edit_description", json!({ "request": {} })),
        ("create_key", json!({ "request": {} })),
        ("reveal_key", with_key.clone()),
        ("download_key", with_key.clone()),
        ("keep_key", with_key.clone()),
        ("release_key", with_key.clone()),
        ("check_key", with_key.clone()),
        ("disable_key", with_key.clone()),
        ("enable_key", with_key.clone()),
        ("reset_key", with_key),
        (
            "delete_key",
            json!({ "request": { "key": key, "undoChanges": false } }),
        ),
        ("plan_variable", json!({ "request": {} })),
        ("list_tools", json!({})),
        ("plan_tool", json!({ "request": {} })),
        ("apply_plan", json!({ "planId": "none" })),
        ("tool_guide", json!({ "request": {} })),
        ("open_tool_page", json!({ "tool": 7 })),
        ("copy_import_link", json!({ "request": {} })),
        ("list_programs", json!({})),
        ("start_program", json!({ "request": {} })),
        ("variable_lines", json!({ "request": {} })),
        ("copy_variable_lines", json!({ "request": {} })),
        ("export_key", json!({ "request": {} })),
        ("copy_export", json!({ "request": {} })),
        (
            "explain_allowlist",
            json!({ "request": { "region": "this-computer", "text": "127.0.0.1" } }),
        ),
        (
            "would_allow",
            json!({ "request": { "entries": ["127.0.0.1"], "address": "127.0.0.1" } }),
        ),
        ("my_addresses", json!({ "region": "this-computer" })),
        ("list_address_groups", json!({})),
        ("save_address_group", json!({ "group": {} })),
        ("delete_address_group", json!({ "id": "none" })),
        (
            "list_models",
            json!({ "request": { "region": "this-computer", "workspaceId": null } }),
        ),
        ("preview_permission", json!({ "request": {} })),
        ("update_permission", json!({ "request": {} })),
        ("create_temporary_key", json!({ "request": {} })),
        ("list_temporary_keys", json!({})),
        ("reveal_temporary_key", json!({ "id": "none" })),
        ("copy_temporary_key", json!({ "id": "none" })),
        ("snippets", json!({ "id": "none" })),
        ("copy_snippet", json!({ "request": {} })),
        ("forget_temporary_key", json!({ "id": "none" })),
        ("start_call", json!({ "request": {} })),
        ("call", json!({ "id": "none" })),
        ("stop_call", json!({ "id": "none" })),
        ("list_tasks", json!({ "request": {} })),
        ("get_task", json!({ "task": {} })),
        ("get_tasks", json!({ "request": {} })),
        ("cancel_task", json!({ "task": {} })),
        ("keep_task_result", json!({ "task": {} })),
        ("kept_results", json!({ "region": "this-computer" })),
        ("remove_kept_result", json!({ "result": {} })),
        ("probe_store", json!({})),
        ("choose_passphrase_file", json!({ "passphrase": "short" })),
        (
            "unlock_passphrase_file",
            json!({ "passphrase": "none chosen" }),
        ),
        ("costs", json!({ "request": {} })),
        ("download_costs", json!({ "request": {} })),
        ("diagnose", json!({ "request": {} })),
        ("save_diagnosis", json!({ "request": {} })),
        ("list_workspaces", json!({ "region": "this-computer" })),
        ("create_workspace", json!({ "request": {} })),
        ("delete_workspace", json!({ "workspace": {} })),
        ("list_model_access", json!({ "workspace": {} })),
        ("update_model_access", json!({ "request": {} })),
        ("list_model_limits", json!({ "workspace": {} })),
        ("update_model_limits", json!({ "request": {} })),
        (
            "start_rotation",
            json!({ "key": { "region": "this-computer", "apiKeyId": "404" } }),
        ),
        ("continue_rotation", json!({ "id": "none" })),
        ("undo_rotation", json!({ "id": "none" })),
        ("finish_rotation", json!({ "id": "none" })),
        ("postpone_rotation", json!({ "id": "none" })),
        ("list_rotations", json!({})),
        ("recognize_key", json!({ "value": "" })),
        ("ask_hosts", json!({ "request": {} })),
        ("keep_pasted", json!({ "request": {} })),
        ("forget_pasted", json!({ "id": "none" })),
        ("remove_kept", json!({ "key": {} })),
        ("window_ready", json!({})),
        ("open_console", json!({ "region": "this-computer" })),
    ]
}

/// What `src-tauri/permissions` list.
pub(crate) fn listed() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/permissions");
    let mut listed = BTreeSet::new();
    for file in fs::read_dir(folder).expect("the permissions") {
        let text = fs::read_to_string(file.expect("an entry").path()).expect("a permission file");
        for list in text.split("commands.allow = [").skip(1) {
            let list = list.split(']').next().expect("a list ends");
            listed.extend(list.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    listed
}

/// The runtime's own refusal is a text; what comes from a command is a failure with a code, or its arguments' error.
fn was_let_in(answer: &Result<Value, Value>, command: &str) -> bool {
    match answer {
        Ok(_) => true,
        Err(Value::String(text)) => text.starts_with("invalid args") && text.contains(command),
        Err(failure) => failure["code"].is_string(),
    }
}

#[test]
fn the_window_reaches_every_command() {
    let home = Home::new();
    let door = Door::open(&home);
    for (command, arguments) in commands() {
        let answer = door.ask(command, arguments);
        assert!(was_let_in(&answer, command), "{command}: {answer:?}");
    }
}

#[test]
fn the_commands_tried_here_are_those_that_are_listed() {
    let tried: BTreeSet<String> = commands()
        .into_iter()
        .map(|(command, _)| command.to_owned())
        .collect();
    assert_eq!(tried, listed());
}

#[test]
fn another_window_is_refused() {
    let home = Home::new();
    let door = Door::open(&home);
    for (command, _) in commands() {
        let answer = door.ask_from_window("other", command);
        let Err(Value::String(refusal)) = answer else {
            panic!("{command}: {answer:?}")
        };
        assert!(refusal.contains("not allowed"), "{command}: {refusal}");
    }
}

#[test]
fn another_page_in_the_window_is_refused() {
    let home = Home::new();
    let door = Door::open(&home);
    for origin in [
        "https://example.com",
        "http://localhost:8080",
        "http://127.0.0.1:1420",
    ] {
        for (command, _) in commands() {
            let answer = door.ask_as(origin, command);
            let Err(Value::String(refusal)) = answer else {
                panic!("{origin} {command}: {answer:?}")
            };
            assert!(
                refusal.contains("not allowed"),
                "{origin} {command}: {refusal}"
            );
        }
    }
}

#[test]
fn commands_of_tauri_and_its_plugins_are_refused() {
    let home = Home::new();
    let door = Door::open(&home);
    for command in [
        "plugin:clipboard-manager|read_text",
        "plugin:clipboard-manager|write_text",
        "plugin:event|listen",
        "plugin:window|close",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "unheard_of",
    ] {
        let answer = door.ask(command, json!({}));
        let Err(Value::String(refusal)) = answer else {
            panic!("{command}: {answer:?}")
        };
        assert!(
            refusal.contains("not allowed") || refusal.contains("not found"),
            "{command}: {refusal}"
        );
    }
}
