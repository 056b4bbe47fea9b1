//! What a start finds: a folder that cannot be used, a newer version's data, what the last run left.

use std::{
    fs,
    time::{Duration, Instant},
};

use serde_json::json;
use vault::StoreState;

use crate::door::{Door, Home};

#[test]
fn a_data_folder_that_cannot_be_used_is_told_to_the_window() {
    let home = Home::new();
    let data = home.folders().data;
    fs::create_dir_all(data.parent().expect("has a parent")).expect("creates");
    fs::write(&data, "a file where the folder should be").expect("writes");
    let door = Door::open(&home);
    assert_eq!(door.refused("app", json!({})), "catalogUnusable");
    assert_eq!(
        door.refused("list_keys", json!({ "region": "this-computer" })),
        "catalogUnusable"
    );
    assert_eq!(
        fs::read_to_string(&data).expect("still a file"),
        "a file where the folder should be"
    );

    // Once that is put right, trying again is enough.
    fs::remove_file(&data).expect("removes");
    assert_eq!(
        door.get("app", json!({}))["secretStore"]["state"],
        "available"
    );
}

#[test]
fn data_of_a_newer_version_is_left_alone_and_told_to_the_window() {
    let home = Home::new();
    Door::open(&home).get("app", json!({}));
    let catalog = home.folders().catalog();
    let mut bytes = fs::read(&catalog).expect("a catalog");
    // The schema's number, in SQLite's header.
    bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    fs::write(&catalog, &bytes).expect("writes");
    let door = Door::open(&home);
    assert_eq!(door.refused("app", json!({})), "catalogTooNew");
    drop(door);
    assert_eq!(fs::read(&catalog).expect("a catalog"), bytes);
}

#[test]
fn the_window_is_up_while_a_slow_keyring_is_asked_and_the_page_waits_for_it() {
    let mut home = Home::new();
    home.keyring_answers_after = Duration::from_millis(500);
    let asked = Instant::now();
    let door = Door::open(&home);
    door.get("window_ready", json!({}));
    assert!(
        asked.elapsed() < home.keyring_answers_after,
        "the first paint waits for nothing"
    );
    assert_eq!(
        door.get("app", json!({}))["secretStore"]["state"],
        "available"
    );
    assert!(asked.elapsed() >= home.keyring_answers_after);
}

#[test]
fn without_a_keyring_the_window_is_told_and_a_file_can_be_chosen() {
    let home = Home::new();
    home.keyring.set_state(StoreState::Absent);
    let door = Door::open(&home);
    assert_eq!(door.get("app", json!({}))["secretStore"]["state"], "absent");
    assert_eq!(
        door.refused("choose_passphrase_file", json!({ "passphrase": "short" })),
        "passphraseTooShort"
    );
    let opened = door.get(
        "choose_passphrase_file",
        json!({ "passphrase": "correct horse battery staple" }),
    );
    assert_eq!(opened["state"], "passphraseOpen");
    drop(door);

    let door = Door::open(&home);
    assert_eq!(
        door.get("app", json!({}))["secretStore"]["state"],
        "passphraseNeeded"
    );
    let wrong = door.refused(
        "unlock_passphrase_file",
        json!({ "passphrase": "correct horse battery stable" }),
    );
    assert_eq!(wrong, "passphraseWrong");
    let opened = door.get(
        "unlock_passphrase_file",
        json!({ "passphrase": "correct horse battery staple" }),
    );
    assert_eq!(opened["state"], "passphraseOpen");
}

#[test]
fn this_computer_keeps_its_address_and_its_keys_over_a_restart() {
    let home = Home::new();
    let door = Door::open(&home);
    let address = door.get("app", json!({}))["regions"][0]["baseUrls"].clone();
    assert!(
        address["openai"]
            .as_str()
            .is_some_and(|url| url.starts_with("http://127.0.0.1:")),
        "{address}"
    );
    let created = door.get(
        "create_key",
        json!({ "request": { "attempt": "one", "region": "this-computer", "workspaceId": null,
                "description": "stays", "permission": { "type": "all" } } }),
    );
    let key =
        json!({ "key": { "region": "this-computer", "apiKeyId": created["key"]["apiKeyId"] } });
    let value = door.get("reveal_key", key.clone())["value"].clone();
    drop(door);

    let door = Door::open(&home);
    assert_eq!(
        door.get("app", json!({}))["regions"][0]["baseUrls"],
        address
    );
    assert_eq!(
        door.get("list_keys", json!({ "region": "this-computer" }))["keys"][0]["description"],
        "stays"
    );
    assert_eq!(door.get("reveal_key", key)["value"], value);
}
