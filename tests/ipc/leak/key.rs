//! A key's life: used, limited, set, and taken back; a second value that the keyring refuses.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use vault::StoreError;

use super::{listener::Listener, marker::Marker};

impl Listener<'_> {
    pub(super) fn tells_of_a_key(&mut self) {
        let (key, value) = self.key("marker");
        let about = json!({ "key": key });
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
        self.limits(&key, &value);
        let name = json!({ "request": { "key": key, "description": "renamed" } });
        self.gets("edit_description", name);
        let host = json!({ "request": { "key": key, "origin": self.origin() } });
        self.gets("choose_host", host);
        let elsewhere = json!({ "request": { "key": key, "origin": format!("https://{value}") } });
        self.refused("choose_host", elsewhere, "hostUnknown");
        for command in ["list_keys", "seen_keys", "refresh_region"] {
            self.gets(command, json!({ "region": "this-computer" }));
        }
        self.sets(&key, &value);
        self.resets(&key);
    }

    /// A limit, its proof, and the value pasted into the wrong boxes.
    fn limits(&mut self, key: &Value, value: &str) {
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
        let undone = self.gets("update_permission", undo);
        assert_eq!(undone["proof"]["kind"], "allowed", "{undone}");
        let text = json!({ "request": { "region": "this-computer", "text": value } });
        self.hears("explain_allowlist", text);
        let entry = json!({ "request": { "entries": [value], "address": value } });
        self.hears("would_allow", entry);
        self.gets("my_addresses", json!({ "region": "this-computer" }));
        let group = |addresses: &str| json!({ "group": { "id": null, "name": "Office", "addresses": addresses } });
        self.hears("save_address_group", group(value));
        self.gets("save_address_group", group("10.0.0.0/8"));
        let groups = self.gets("list_address_groups", json!({}));
        self.gets("delete_address_group", json!({ "id": groups[0]["id"] }));
        let models = json!({ "request": { "region": "this-computer", "workspaceId": null } });
        self.gets("list_models", models);
    }

    /// In variables, a file that changed meanwhile included.
    fn sets(&mut self, key: &Value, value: &str) {
        let plan = json!({ "request": { "key": key, "variable": "DASHSCOPE_API_KEY", "destinations": ["bash", "desktop"],
                                        "commentOut": [] } });
        let outdated = self.gets("plan_variable", plan.clone());
        self.writes(".bashrc", "# mine, changed\n");
        let plan_id = json!({ "planId": outdated["planId"] });
        self.refused("apply_plan", plan_id, "fileChanged");
        let planned = self.gets("plan_variable", plan);
        let change = self.gets("apply_plan", json!({ "planId": planned["planId"] }));
        self.gets("verify_change", json!({ "changeId": change["id"] }));
        for command in ["app", "list_changes", "probe_store"] {
            self.gets(command, json!({}));
        }
        self.rests_below(value, &self.home.path().join(".config"));
    }

    /// A second value that the keyring refuses, a download, and taking everything back.
    fn resets(&mut self, key: &Value) {
        let about = json!({ "key": key });
        self.home.keyring.fail_next_put(StoreError::Locked);
        let reset = self.gets("reset_key", about.clone());
        assert_eq!(reset["created"]["notKept"]["code"], "secretStoreLocked");
        let second = self.reveals("reveal_key", about.clone());
        let file = self.gets("download_key", about.clone());
        let downloads = self.home.path().join("Downloads");
        assert_eq!(
            Marker::of(&second).files(&downloads),
            [PathBuf::from(file["path"].as_str().expect("a path"))]
        );
        self.gets("keep_key", about.clone());
        let deletion = json!({ "request": { "key": key, "undoChanges": true } });
        self.gets("delete_key", deletion);
        for command in [
            "reveal_key",
            "copy_key",
            "reset_key",
            "check_key",
            "keep_key",
            "release_key",
        ] {
            let refused = self.hears(command, about.clone());
            let is_refused = refused["code"].is_string() || command == "release_key";
            assert!(is_refused, "{command} is refused: {refused}");
        }
        fs::remove_dir_all(downloads).expect("removes");
        self.gets("clear_clipboard", json!({}));
    }
}
