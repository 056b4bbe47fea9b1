//! The whole story with markers, a key's value and an account's secret: no answer but the reveal, no failure, no line of
//! the log and no file but those that were asked for ever holds one of them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use model_studio::region::RegionId;
use serde_json::{Value, json};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};
use vault::StoreError;

use crate::{
    cloud::{Cloud, ID, SECRET},
    door::{Door, Home},
};

/// Everything that is logged, at the finest level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// Asks, and keeps every answer and every failure but the reveal's.
struct Listener<'home> {
    door: Door,
    home: &'home Home,
    heard: Vec<String>,
}

impl Listener<'_> {
    fn hears(&mut self, command: &str, arguments: Value) -> Value {
        let answer = self.door.ask(command, arguments);
        self.heard.push(format!("{command}: {answer:?}"));
        answer.unwrap_or_else(|failure| failure)
    }

    /// A limit, its proof, and the value pasted into the wrong boxes.
    fn permission(&mut self, key: &Value, value: &str) {
        let custom =
            |addresses: &str| json!({ "type": "custom", "addresses": addresses, "models": null });
        let (open, limited) = (json!({ "type": "all" }), custom("127.0.0.2"));
        let save = |permission: &Value| {
            json!({ "request": { "key": key, "expected": open, "permission": permission,
                                                             "groups": [] } })
        };
        for permission in [
            &limited,
            &custom(value),
            &custom(&format!("127.0.0.1 {value}/24")),
        ] {
            let preview =
                json!({ "request": { "keys": [key], "opened": open, "permission": permission } });
            self.hears("preview_permission", preview);
            self.hears("update_permission", save(permission));
        }
        let restore = json!({ "type": "restore", "permission": open });
        let undo = json!({ "request": { "key": key, "expected": { "type": "custom", "accessIps": ["127.0.0.2"],
                           "anyAddress": false, "models": null }, "permission": restore, "groups": [] } });
        let undone = self.hears("update_permission", undo);
        assert_eq!(undone["proof"]["kind"], "allowed", "{undone}");
        self.hears(
            "explain_allowlist",
            json!({ "request": { "region": "this-computer", "text": value } }),
        );
        self.hears(
            "would_allow",
            json!({ "request": { "entries": [value], "address": value } }),
        );
        let group = json!({ "group": { "id": null, "name": "Office", "addresses": value } });
        self.hears("save_address_group", group);
        self.hears(
            "list_models",
            json!({ "request": { "region": "this-computer", "workspaceId": null } }),
        );
    }

    /// The story of one key, refusals included. Gives its value, and the key.
    fn story(&mut self) -> (String, Value) {
        let created = self.hears("create_key", json!({ "request": creation("marker") }));
        let key = json!({ "region": "this-computer", "apiKeyId": created["key"]["apiKeyId"] });
        let about = json!({ "key": key });
        let revealed = self.door.get("reveal_key", about.clone());
        let value = revealed["value"].as_str().expect("a value").to_owned();
        for command in [
            "copy_key",
            "copy_key_with_host",
            "check_key",
            "disable_key",
            "check_key",
            "enable_key",
        ] {
            self.hears(command, about.clone());
        }
        self.permission(&key, &value);
        let plan = json!({ "request": { "key": key, "variable": "DASHSCOPE_API_KEY", "destinations": ["bash", "desktop"],
                                        "commentOut": [] } });
        let outdated = self.hears("plan_variable", plan.clone());
        fs::write(self.home.path().join(".bashrc"), "# mine, changed\n").expect("writes");
        let refused = self.hears("apply_variable", json!({ "planId": outdated["planId"] }));
        assert_eq!(refused["code"], "fileChanged", "{refused}");
        let planned = self.hears("plan_variable", plan);
        let change = self.hears("apply_variable", json!({ "planId": planned["planId"] }));
        self.hears("verify_change", json!({ "changeId": change["id"] }));
        for command in ["app", "list_changes", "probe_store"] {
            self.hears(command, json!({}));
        }
        self.hears("list_keys", json!({ "region": "this-computer" }));
        (value, key)
    }
}

/// A secret that a service refuses.
const WRONG: &str = "MARKERsecretThatIsWrong1234567";

impl Listener<'_> {
    /// An account from what is typed and found to its end, refusals included.
    fn account(&mut self, cloud: &Cloud) {
        let profiles = json!({ "profiles": [{ "name": "work", "mode": "AK", "access_key_id": ID,
                                              "access_key_secret": SECRET }] });
        let folder = self.home.path().join(".aliyun");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("config.json"), profiles.to_string()).expect("writes");
        let found = self.hears("find_credentials", json!({}));
        let typed = |secret: &str| {
            json!({ "kind": "typed", "accessKeyId": ID, "accessKeySecret": secret,
                                           "securityToken": null })
        };
        let endpoints = json!([{ "region": "cn-beijing", "control": cloud.origin, "data": null }]);
        let add = |credentials: &Value| {
            json!({ "request": { "name": "Work", "site": "china", "credentials": credentials,
                                 "stsEndpoint": cloud.origin, "caFile": null, "endpoints": endpoints } })
        };
        let refused = self.hears("add_account", add(&typed(WRONG)));
        assert_eq!(refused["code"], "accessKeySecretWrong", "{refused}");
        // The secret in the boxes of others.
        let mut elsewhere = add(&typed(WRONG));
        elsewhere["request"]["stsEndpoint"] = json!(format!("http://{SECRET}"));
        self.hears("add_account", elsewhere);
        let mut swapped = add(&typed(ID));
        swapped["request"]["credentials"]["accessKeyId"] = json!(SECRET);
        self.hears("add_account", swapped);
        let from_file = json!({ "kind": "found", "id": found[0]["id"] });
        let added = self.hears("add_account", add(&from_file));
        let id = added["id"].clone();
        fs::remove_dir_all(&folder).expect("removes");

        let place = format!("cn-beijing@{}", id.as_str().expect("an account"));
        let mut creation = creation("cloud");
        creation["region"] = json!(place);
        let created = self.hears("create_key", json!({ "request": creation }));
        assert!(created["notKept"].is_null(), "{created}");
        for command in ["list_keys", "seen_keys", "refresh_region"] {
            self.hears(command, json!({ "region": place }));
        }
        let mut edit = add(&typed(WRONG));
        edit["request"]["id"] = id.clone();
        self.hears("edit_account", edit.clone());
        edit["request"]["credentials"] = typed(SECRET);
        self.hears("edit_account", edit);
        self.hears("check_account", json!({ "id": id }));
        self.hears("app", json!({}));
        assert_eq!(
            holding(self.home.path(), SECRET),
            Vec::<PathBuf>::new(),
            "no file holds an account's secret"
        );
        let key = json!({ "region": place, "apiKeyId": created["key"]["apiKeyId"] });
        let deletion = json!({ "request": { "key": key, "undoChanges": false } });
        assert!(self.hears("delete_key", deletion).is_null());
        assert!(self.hears("remove_account", json!({ "id": id })).is_null());
    }
}

fn creation(description: &str) -> Value {
    json!({ "attempt": description, "region": "this-computer", "workspaceId": null, "description": description,
            "permission": { "type": "all" } })
}

/// Files below a folder that hold a text.
fn holding(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(holding(&path, text));
        } else if fs::read(&path).is_ok_and(|bytes| contains(&bytes, text)) {
            found.push(path);
        }
    }
    found
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn only_the_reveal_and_what_was_asked_for_hold_the_value() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(log.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).expect("the only subscriber here");

    let home = Home::new();
    let mut listener = Listener {
        door: Door::open(&home),
        home: &home,
        heard: Vec::new(),
    };
    let (value, key) = listener.story();
    listener.account(&Cloud::of(RegionId::CnBeijing));

    let own = home.path().join(".config");
    let while_set = holding(home.path(), &value);
    assert!(!while_set.is_empty(), "the search finds the destinations");
    assert!(
        while_set.iter().all(|path| path.starts_with(&own)),
        "and nothing else: {while_set:?}"
    );

    // A second value that the keyring refuses, a reset, a download, and taking everything back.
    home.keyring.fail_next_put(StoreError::Locked);
    let reset = listener.hears("reset_key", json!({ "key": key }));
    assert_eq!(reset["created"]["notKept"]["code"], "secretStoreLocked");
    let second = listener.door.get("reveal_key", json!({ "key": key }))["value"].clone();
    let second = second.as_str().expect("a value");
    let file = listener.hears("download_key", json!({ "key": key }));
    assert_eq!(
        holding(&home.path().join("Downloads"), second),
        [PathBuf::from(file["path"].as_str().expect("a path"))]
    );
    listener.hears("keep_key", json!({ "key": key }));
    listener.hears(
        "delete_key",
        json!({ "request": { "key": key, "undoChanges": true } }),
    );
    for command in [
        "reveal_key",
        "copy_key",
        "reset_key",
        "check_key",
        "keep_key",
    ] {
        let refused = listener.hears(command, json!({ "key": key }));
        assert!(
            refused["code"].is_string(),
            "{command} is refused: {refused}"
        );
    }
    fs::remove_dir_all(home.path().join("Downloads")).expect("removes");
    listener.hears("clear_clipboard", json!({}));
    let Listener { door, heard, .. } = listener;
    drop(door);

    let log = log.0.lock().expect("the log").clone();
    assert!(
        contains(&log, "this computer is served"),
        "the log is listened to"
    );
    for value in [value.as_str(), second, SECRET, WRONG] {
        // The whole value, and a part that no masked form shows.
        for marker in [value, &value[10..value.len().min(40)]] {
            assert_eq!(
                holding(home.path(), marker),
                Vec::<PathBuf>::new(),
                "no file is left that holds it"
            );
            assert!(!contains(&log, marker), "the log does not tell it");
            let told: Vec<&String> = heard
                .iter()
                .filter(|answer| answer.contains(marker))
                .collect();
            assert!(told.is_empty(), "an answer tells it: {told:?}");
        }
    }
}
