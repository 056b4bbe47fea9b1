//! Variables that ask for the key when a shell starts, programs that are started with it, and lines to type.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use super::listener::Listener;
use crate::door::{Home, script};

/// Secrets of others in a start-up file.
const OTHERS: [&str; 2] = [
    "ghp_0thers0thers0thers0thers0thers00",
    "3d9b2c71-0e6f-4c1a-8f35-b7a4d2e19c60",
];

impl Listener<'_> {
    pub(super) fn tells_of_printing(&mut self) {
        let (key, value) = self.key("printed");
        self.home.prints(&value);
        let lines = OTHERS.map(|other| {
            self.must_not_tell_of(other);
            format!("export OTHER_TOKEN={other}\nexport DASHSCOPE_API_KEY='{other}'\ncurl -u me:{other} example.com >/dev/null 2>&1 || :\n")
        });
        self.writes(".bashrc", &lines.concat());
        let request = json!({ "key": key, "variable": "DASHSCOPE_API_KEY", "destinations": ["bash"],
                              "commentOut": [], "method": "keyring" });
        let planned = self.gets("plan_variable", json!({ "request": request }));
        assert_eq!(planned["method"], "keyring", "{planned}");
        let foreign = planned["foreign"].as_array().expect("a list").clone();
        assert!(!foreign.is_empty(), "{planned}");
        let mut request = request;
        request["commentOut"] = foreign.iter().map(|line| line["id"].clone()).collect();
        let planned = self.gets("plan_variable", json!({ "request": request }));
        let change = self.gets("apply_plan", json!({ "planId": planned["planId"] }));
        let about = json!({ "changeId": change["id"] });
        let verified = self.gets("verify_change", about.clone());
        assert_eq!(verified["verifications"][0]["status"], "seen", "{verified}");
        assert_eq!(self.files_with(&value), Vec::<PathBuf>::new());
        // A printer that answers something else.
        self.home.prints(OTHERS[0]);
        let other = self.gets("verify_change", about.clone());
        assert_eq!(other["verifications"][0]["status"], "other", "{other}");
        self.gets("undo_everything", json!({}));
        self.writes(".bashrc", "# mine\n");
        self.starts(&key, &value);
        self.lines(&key);
    }

    fn starts(&mut self, key: &Value, value: &str) {
        self.gets("list_programs", json!({}));
        let request = |program: &str, variable: &str| json!({ "request": { "program": program, "key": key, "variable": variable, "baseUrl": null } });
        self.gets("start_program", request("kitty", "DASHSCOPE_API_KEY"));
        let told = self.home.path().join("told");
        while !told.exists() {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let told = fs::read_to_string(told).expect("a file");
        let expected = format!("{} arguments:", value.len());
        assert_eq!(
            told.trim(),
            expected,
            "in its environment, not in its arguments"
        );
        // The key in the box of the variable's name.
        self.refused(
            "start_program",
            request("kitty", value),
            "variableNameInvalid",
        );
        self.refused(
            "start_program",
            request("kitty", "PATH"),
            "variableReserved",
        );
        assert_eq!(self.files_with(value), Vec::<PathBuf>::new());
    }

    fn lines(&mut self, key: &Value) {
        let request = json!({ "key": key, "variable": "DASHSCOPE_API_KEY" });
        let all = self.gets("variable_lines", json!({ "request": request }));
        for line in all.as_array().expect("a list") {
            let mut request = request.clone();
            request["shell"] = line["shell"].clone();
            request["scope"] = line["scope"].clone();
            self.gets("copy_variable_lines", json!({ "request": request }));
        }
        self.gets("clear_clipboard", json!({}));
    }
}

impl Home {
    /// A terminal that tells how long the key is that it sees, and its arguments.
    pub(super) fn with_a_terminal(self) -> Self {
        let text = "#!/bin/sh\necho \"${#DASHSCOPE_API_KEY} arguments:$*\" > told.part\nmv told.part told\n";
        script(&self.path().join("bin/kitty"), text);
        self
    }
}
