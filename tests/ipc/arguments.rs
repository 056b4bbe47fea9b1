//! Arguments that no page of ours would send: an error, and the program goes on.

use serde_json::{Value, json};
use tauri::ipc::InvokeBody;

use crate::door::{Door, Home};

#[test]
fn malformed_arguments_are_an_error_and_the_program_goes_on() {
    let home = Home::new();
    let door = Door::open(&home);
    let wrong = [
        json!({}),
        json!([]),
        json!(null),
        json!("text"),
        json!({ "key": null, "request": null, "region": null, "id": null, "changeId": null, "planId": null }),
        json!({ "key": 1, "request": 1, "region": 1, "id": 1, "changeId": 1, "planId": 1, "passphrase": 1 }),
        json!({ "key": { "region": 7, "apiKeyId": {} }, "request": { "key": [] }, "preferences": "dark" }),
        json!({ "request": { "attempt": "a", "region": "this-computer", "description": "d",
                "permission": { "type": "everything" } } }),
    ];
    let commands = [
        "create_key",
        "reveal_key",
        "reset_key",
        "delete_key",
        "plan_variable",
        "apply_plan",
        "undo_change",
        "save_preferences",
        "choose_passphrase_file",
        "list_keys",
        "copy_text",
        "open_console",
        "explain_allowlist",
        "would_allow",
        "my_addresses",
        "save_address_group",
        "preview_permission",
        "update_permission",
    ];
    for command in commands {
        for arguments in &wrong {
            let answer = door.ask(command, arguments.clone());
            let Err(Value::String(error)) = answer else {
                panic!("{command} {arguments}: {answer:?}")
            };
            assert!(
                error.contains("invalid args"),
                "{command} {arguments}: {error}"
            );
        }
        let answer = door.ask_with(command, InvokeBody::Raw(vec![0xff, 0x00, 0x7b]));
        assert!(answer.is_err(), "{command} with bytes: {answer:?}");
    }
    assert!(
        door.get("list_keys", json!({ "region": "this-computer" }))["keys"]
            .as_array()
            .is_some_and(Vec::is_empty)
    );
}

#[test]
fn arguments_that_make_no_sense_get_a_failure_with_a_code() {
    let home = Home::new();
    let door = Door::open(&home);
    let unknown = json!({ "key": { "region": "this-computer", "apiKeyId": "../../secret" } });
    assert!(!door.refused("reveal_key", unknown.clone()).is_empty());
    assert!(
        !door
            .refused(
                "delete_key",
                json!({ "request": { "key": unknown["key"], "undoChanges": true } })
            )
            .is_empty()
    );
    assert_eq!(
        door.refused("apply_plan", json!({ "planId": "\u{0}" })),
        "planUnknown"
    );
    assert_eq!(
        door.refused("undo_change", json!({ "changeId": "../../etc/passwd" })),
        "changeUnknown"
    );
    assert_eq!(
        door.refused("open_console", json!({ "region": "https://example.com" })),
        "regionCannot"
    );
    let far_away = door.refused("list_keys", json!({ "region": "cn-beijing" }));
    assert_eq!(far_away, "regionNeedsAccount");
}
