//! Why a program does not see a key, and the report of it, where secrets of others stand in the way.

use std::fs;

use serde_json::json;

use super::listener::Listener;

/// Secrets that win over the key, in the shapes that other services give them.
const OTHERS: [&str; 2] = [
    "sk-0thers0thers0thers0thers0thers00",
    "b52f8d04-7c9e-4e13-a6d1-90c3f7e2584b",
];

impl Listener<'_> {
    pub(super) fn tells_of_the_doctor(&mut self) {
        let (key, value) = self.key("looked for");
        let project = self.home.path().join("project");
        let question = json!({ "request": { "key": key, "variable": "DASHSCOPE_API_KEY",
                                            "folders": [project.to_str().expect("text")] } });
        for other in OTHERS {
            self.must_not_tell_of(other);
            self.writes(".bashrc", &format!("export DASHSCOPE_API_KEY={other}\n"));
            self.writes(
                "project/.env",
                &format!("DASHSCOPE_API_KEY={other}\nOTHER={other}\n"),
            );
            self.writes(
                "project/docker-compose.yml",
                &format!("environment:\n  DASHSCOPE_API_KEY: {other}\n"),
            );
            let settings = json!({ "env": { "DASHSCOPE_API_KEY": other } });
            self.writes(".claude/settings.json", &settings.to_string());
            let unit = format!(
                "[Service]\nExecStart=/bin/true --api-key {other}\nEnvironment=DASHSCOPE_API_KEY={other}\n"
            );
            self.writes(".config/systemd/user/mine.service", &unit);
            let found = self.gets("diagnose", question.clone());
            let kinds = found["findings"].to_string();
            assert!(
                kinds.contains("anotherWins") || kinds.contains("otherKey"),
                "{kinds}"
            );
            let report = self.gets("save_diagnosis", question.clone());
            let text =
                fs::read_to_string(report["path"].as_str().expect("a path")).expect("a report");
            assert!(text.contains(".bashrc"), "{text}");
            self.heard.answers.push(("save_diagnosis".to_owned(), text));
        }
        self.gets("disable_key", json!({ "key": key }));
        let refused = self.gets("diagnose", question.clone());
        assert_eq!(refused["findings"][0]["kind"], "keyRefused", "{refused}");
        let mut misplaced = question;
        misplaced["request"]["variable"] = json!(value);
        self.refused("diagnose", misplaced, "variableNameInvalid");
        for name in ["project", ".claude", ".config/systemd", "Downloads"] {
            fs::remove_dir_all(self.home.path().join(name)).expect("removes");
        }
        self.writes(".bashrc", "# mine\n");
    }
}
