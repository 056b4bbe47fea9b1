//! An account from what is typed and found to its end, refusals included; its workspaces, and what they cost.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use super::listener::{Listener, creation};
use crate::cloud::{Cloud, ID, SECRET};

/// A secret that a service refuses.
const WRONG: &str = "MARKERsecretThatIsWrong1234567";

fn typed(secret: &str) -> Value {
    json!({ "kind": "typed", "accessKeyId": ID, "accessKeySecret": secret, "securityToken": null })
}

fn account(cloud: &Cloud, credentials: &Value) -> Value {
    let endpoints =
        json!([{ "region": "cn-beijing", "control": cloud.origin, "data": cloud.origin }]);
    json!({ "request": { "name": "Work", "site": "china", "credentials": credentials,
                         "stsEndpoint": cloud.origin, "caFile": null, "endpoints": endpoints } })
}

impl Listener<'_> {
    pub(super) fn tells_of_an_account(&mut self, cloud: &Cloud) {
        self.must_not_tell(SECRET);
        self.must_not_tell(WRONG);
        let profiles = json!({ "profiles": [{ "name": "work", "mode": "AK", "access_key_id": ID,
                                              "access_key_secret": SECRET }] });
        self.writes(".aliyun/config.json", &profiles.to_string());
        let found = self.gets("find_credentials", json!({}));
        let wrong = account(cloud, &typed(WRONG));
        self.refused("add_account", wrong.clone(), "accessKeySecretWrong");
        // The secret in the boxes of others.
        let mut elsewhere = wrong;
        elsewhere["request"]["stsEndpoint"] = json!(format!("http://{SECRET}"));
        self.hears("add_account", elsewhere);
        let mut swapped = account(cloud, &typed(ID));
        swapped["request"]["credentials"]["accessKeyId"] = json!(SECRET);
        self.refused("add_account", swapped, "credentialsInvalid");
        let from_file = json!({ "kind": "found", "id": found[0]["id"] });
        let added = self.gets("add_account", account(cloud, &from_file));
        let id = added["id"].as_str().expect("an account").to_owned();
        fs::remove_dir_all(self.home.path().join(".aliyun")).expect("removes");

        let place = format!("cn-beijing@{id}");
        let mut creation = creation("cloud");
        creation["region"] = json!(place);
        let created = self.gets("create_key", json!({ "request": creation }));
        assert!(created["notKept"].is_null(), "{created}");
        for command in ["list_keys", "seen_keys", "refresh_region"] {
            self.gets(command, json!({ "region": place }));
        }
        let key = json!({ "region": place, "apiKeyId": created["key"]["apiKeyId"] });
        let value = self.reveals("reveal_key", json!({ "key": key }));
        self.gets("check_key", json!({ "key": key }));
        self.workspaces(&place);
        self.costs(&place);

        let mut edit = account(cloud, &typed(WRONG));
        edit["request"]["id"] = json!(id);
        self.refused("edit_account", edit.clone(), "accessKeySecretWrong");
        edit["request"]["credentials"] = typed(SECRET);
        self.gets("edit_account", edit);
        self.gets("check_account", json!({ "id": id }));
        self.gets("ram_policy", json!({}));
        self.gets("app", json!({}));
        for secret in [SECRET, WRONG, &value] {
            assert_eq!(self.files_with(secret), Vec::<PathBuf>::new());
        }
        let deletion = json!({ "request": { "key": key, "undoChanges": false } });
        self.gets("delete_key", deletion);
        self.gets("remove_account", json!({ "id": id }));
    }

    fn workspaces(&mut self, place: &str) {
        let request = json!({ "region": place, "name": "Team", "serviceSite": null });
        let made = self.gets("create_workspace", json!({ "request": request }));
        self.gets("list_workspaces", json!({ "region": place }));
        let workspace = json!({ "region": place, "workspaceId": made["id"] });
        let about = json!({ "workspace": workspace });
        self.gets("list_model_access", about.clone());
        self.gets("list_model_limits", about.clone());
        let models = json!([{ "model": "qwen-plus", "inference": true }]);
        let access = json!({ "workspace": workspace, "models": models });
        self.gets("update_model_access", json!({ "request": access }));
        let limits = json!([{ "model": "qwen-plus", "limit": null }]);
        let limits = json!({ "workspace": workspace, "limits": limits });
        self.gets("update_model_limits", json!({ "request": limits }));
        self.gets("delete_workspace", about);
    }

    fn costs(&mut self, place: &str) {
        let request = json!({ "region": place, "start": "2026-01-01", "end": "2026-01-31", "step": "day",
                              "group": "apiKey", "workspaceId": null });
        self.gets("costs", json!({ "request": request }));
        self.gets("download_costs", json!({ "request": request }));
        fs::remove_dir_all(self.home.path().join("Downloads")).expect("removes");
    }
}
