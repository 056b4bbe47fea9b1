//! The main job through the window's door: from an empty list to a variable that a fresh shell sees, and all the way back.

use std::fs;

use serde_json::{Value, json};

use crate::door::{Door, Home};

const REGION: &str = "this-computer";
const VARIABLE: &str = "DASHSCOPE_API_KEY";

fn keys(door: &Door) -> Vec<Value> {
    door.get("list_keys", json!({ "region": REGION }))["keys"]
        .as_array()
        .expect("a list")
        .clone()
}

fn create(door: &Door, attempt: &str, description: &str) -> Value {
    let request = json!({ "attempt": attempt, "region": REGION, "workspaceId": null, "description": description,
                          "permission": { "type": "custom", "addresses": "127.0.0.1\n10.0.0.0/8", "models": null } });
    door.get("create_key", json!({ "request": request }))
}

#[test]
fn from_an_empty_list_to_a_variable_and_back() {
    let home = Home::new();
    let bashrc = home.path().join(".bashrc");
    let before = fs::read(&bashrc).expect("a start-up file");
    let door = Door::open(&home);
    assert_eq!(keys(&door), Vec::<Value>::new());

    // Create, twice by a double click: one key.
    let created = create(&door, "attempt-1", "my first key");
    assert_eq!(created["notKept"], Value::Null);
    assert_eq!(
        create(&door, "attempt-1", "my first key")["key"],
        created["key"]
    );
    let row = keys(&door).pop().expect("one key");
    assert_eq!(
        (row["description"].as_str(), row["kept"]["state"].as_str()),
        (Some("my first key"), Some("kept"))
    );
    let key = json!({ "region": REGION, "apiKeyId": row["apiKeyId"] });

    // Reveal: the one answer with the value, and it works.
    let revealed = door.get("reveal_key", json!({ "key": key }));
    let value = revealed["value"].as_str().expect("a value").to_owned();
    assert!(value.starts_with("sk-ws-"), "a key of This computer");
    assert!(!row.to_string().contains(&value) && !created.to_string().contains(&value));
    assert!(door.get("check_key", json!({ "key": key }))["models"].as_u64() > Some(0));

    // Copy, and clear.
    door.get("copy_key", json!({ "key": key }));
    assert_eq!(home.clipboard.text().as_deref(), Some(value.as_str()));
    assert_eq!(door.get("clear_clipboard", json!({})), Value::Bool(true));
    assert_eq!(home.clipboard.text(), None);

    // Plan: nothing is written by looking.
    let request =
        json!({ "key": key, "variable": VARIABLE, "destinations": ["bash"], "commentOut": [] });
    let plan = door.get("plan_variable", json!({ "request": request }));
    assert!(!plan.to_string().contains(&value), "the preview is masked");
    assert_eq!(fs::read(&bashrc).expect("a start-up file"), before);

    // Write and verify: a fresh shell sees it.
    let change = door.get("apply_plan", json!({ "planId": plan["planId"] }));
    assert_eq!(
        door.refused("apply_plan", json!({ "planId": plan["planId"] })),
        "planUnknown"
    );
    let verified = door.get("verify_change", json!({ "changeId": change["id"] }));
    let seen = verified["verifications"].as_array().expect("a list");
    assert!(
        seen.iter()
            .any(|one| one["destination"] == "bash" && one["status"] == "seen"),
        "{verified}"
    );
    assert_ne!(fs::read(&bashrc).expect("a start-up file"), before);
    assert_eq!(keys(&door)[0]["usedHere"][0]["variable"], VARIABLE);
    assert_eq!(
        door.get("list_changes", json!({})).as_array().map(Vec::len),
        Some(1)
    );

    // Undo: the bytes are as before.
    let undone = door.get("undo_change", json!({ "changeId": change["id"] }));
    assert_eq!(undone["change"]["state"], "undone");
    assert_eq!(fs::read(&bashrc).expect("a start-up file"), before);

    // Delete: gone from the service and from the keyring.
    door.get(
        "delete_key",
        json!({ "request": { "key": key, "undoChanges": false } }),
    );
    assert_eq!(keys(&door), Vec::<Value>::new());
    assert_eq!(door.ask("reveal_key", json!({ "key": key })).ok(), None);
    assert!(
        home.keyring
            .names()
            .iter()
            .all(|name| !name.as_str().contains("/key/")),
        "{:?}",
        home.keyring.names()
    );
}

#[test]
fn a_key_that_is_disabled_reset_and_enabled_follows_where_it_is_set() {
    let home = Home::new();
    let door = Door::open(&home);
    let created = create(&door, "attempt-1", "set and reset");
    let key = json!({ "region": REGION, "apiKeyId": created["key"]["apiKeyId"] });
    let request =
        json!({ "key": key, "variable": VARIABLE, "destinations": ["bash"], "commentOut": [] });
    let plan = door.get("plan_variable", json!({ "request": request }));
    let change = door.get("apply_plan", json!({ "planId": plan["planId"] }));

    assert_eq!(
        door.get("disable_key", json!({ "key": key }))["disabled"],
        true
    );
    assert_eq!(
        door.refused("check_key", json!({ "key": key })),
        "keyRefused"
    );
    assert_eq!(
        door.get("enable_key", json!({ "key": key }))["disabled"],
        false
    );

    let reset = door.get("reset_key", json!({ "key": key }));
    assert_eq!(reset["followed"], json!([VARIABLE]));
    let verified = door.get("verify_change", json!({ "changeId": change["id"] }));
    assert_eq!(verified["verifications"][0]["status"], "seen", "{verified}");
}

#[test]
fn what_was_copied_is_gone_when_the_program_ends_and_what_the_user_copied_stays() {
    let home = Home::new();
    let door = Door::open(&home);
    let created = create(&door, "attempt-1", "copied");
    let key = json!({ "key": { "region": REGION, "apiKeyId": created["key"]["apiKeyId"] } });
    door.get("copy_key", key.clone());
    assert!(home.clipboard.text().is_some());
    drop(door);
    assert_eq!(home.clipboard.text(), None);

    let door = Door::open(&home);
    door.get("copy_key", key);
    home.clipboard.copy("something of the user's");
    drop(door);
    assert_eq!(
        home.clipboard.text().as_deref(),
        Some("something of the user's")
    );
}
