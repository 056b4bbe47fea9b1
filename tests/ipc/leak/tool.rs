//! Tools set up in every way, beside secrets that are in their settings already and belong to others.

use std::fs;

use serde_json::{Value, json};

use super::listener::Listener;

/// Secrets of other services, in the shapes that they have: with a prefix, as a UUID, in two parts.
const OTHERS: [&str; 3] = [
    "sk-or-v1-0thers0thers0thers0thers0thers0thers00",
    "7c1de0f3-94b8-4a5e-9c07-52d6ab18e3f4",
    "1a2b3c4d5e6f.Zx9Yw8Vu7Ts6",
];

/// Where each tool keeps its settings, the other's secret at the place of ours and at one beside it.
fn settings(secret: &str) -> [(&'static str, &'static str, String); 5] {
    let claude = json!({ "env": { "ANTHROPIC_AUTH_TOKEN": secret, "ANTHROPIC_BASE_URL": "https://example.com",
                                  "OTHER_TOKEN": secret } });
    let qwen = json!({ "env": { "DASHSCOPE_API_KEY": secret }, "security": { "auth": { "apiKey": secret } } });
    let codex = format!(
        "model = \"other\"\n\n[model_providers.other]\nname = \"Other\"\nexperimental_bearer_token = \"{secret}\"\n\
         \n[model_providers.model-studio]\nexperimental_bearer_token = \"{secret}\"\n"
    );
    let open_code = json!({ "provider": { "model-studio": { "options": { "apiKey": secret } },
                                          "other": { "options": { "apiKey": secret } } } });
    let open_claw = json!({ "env": { "DASHSCOPE_API_KEY": secret, "OTHER": secret } });
    let text = |settings: Value| format!("{settings:#}\n");
    [
        ("claudeCode", ".claude/settings.json", text(claude)),
        ("qwenCode", ".qwen/settings.json", text(qwen)),
        ("codex", ".codex/config.toml", codex),
        (
            "openCode",
            ".config/opencode/opencode.json",
            text(open_code),
        ),
        ("openClaw", ".openclaw/openclaw.json", text(open_claw)),
    ]
}

impl Listener<'_> {
    pub(super) fn tells_of_tools(&mut self) {
        let (key, value) = self.key("tools");
        for other in OTHERS {
            self.must_not_tell_of(other);
            for (tool, file, text) in settings(other) {
                self.writes(file, &text);
                self.sets_up(&key, tool, "value", &value);
                self.writes(file, &format!("{text}\n{{ \"broken\": {other}"));
                self.gets("list_tools", json!({}));
                self.hears("plan_tool", self.wish(&key, tool, "value"));
                self.writes(file, &text);
            }
        }
        for (tool, _, _) in settings("") {
            for way in ["environment", "helper"] {
                self.sets_up(&key, tool, way, &value);
            }
        }
        self.follows(&key);
        for (_, file, _) in settings("") {
            fs::remove_file(self.home.path().join(file)).expect("removes");
        }
        let (model, origin) = (Value::Null, self.origin());
        for tool in [
            "chatbox",
            "cherryStudio",
            "dify",
            "cursor",
            "clineExtension",
        ] {
            let request = json!({ "tool": tool, "key": key, "origin": origin, "model": model });
            self.gets("tool_guide", json!({ "request": request }));
            self.hears("copy_import_link", json!({ "request": request }));
        }
        self.gets("clear_clipboard", json!({}));
    }

    fn wish(&self, key: &Value, tool: &str, way: &str) -> Value {
        json!({ "request": { "tool": tool, "key": key, "origin": self.origin(), "model": null, "way": way } })
    }

    /// Planned, written, verified and taken back; a way that the tool has not is refused.
    fn sets_up(&mut self, key: &Value, tool: &str, way: &str, value: &str) {
        let planned = self.hears("plan_tool", self.wish(key, tool, way));
        if planned["code"] == "toolWayUnavailable" {
            return;
        }
        assert!(planned["planId"].is_string(), "{tool} {way}: {planned}");
        let change = self.gets("apply_plan", json!({ "planId": planned["planId"] }));
        let about = json!({ "changeId": change["id"] });
        let verified = self.gets("verify_change", about.clone());
        let status = &verified["verifications"][0]["status"];
        assert_ne!(status, "failed", "{tool} {way}: {verified}");
        self.gets("list_tools", json!({}));
        assert_eq!(
            self.files_with(value).is_empty(),
            way != "value",
            "{tool} {way}"
        );
        self.gets("undo_change", about);
        assert!(self.files_with(value).is_empty(), "{tool} {way}");
    }

    /// A reset is followed into settings that hold the value, and somebody's change of them is told.
    fn follows(&mut self, key: &Value) {
        let planned = self.gets("plan_tool", self.wish(key, "claudeCode", "value"));
        let change = self.gets("apply_plan", json!({ "planId": planned["planId"] }));
        let reset = self.gets("reset_key", json!({ "key": key }));
        assert!(reset["notFollowed"].is_null(), "{reset}");
        let second = self.reveals("reveal_key", json!({ "key": key }));
        self.rests_below(&second, &self.home.path().join(".claude"));
        let (_, file, text) = &settings(OTHERS[1])[0];
        self.writes(file, text);
        let about = json!({ "changeId": change["id"] });
        self.gets("verify_change", about.clone());
        self.gets("list_tools", json!({}));
        self.gets("undo_change", about);
        self.moves(key, &second);
    }

    /// From one key to another, and back to none: neither is left in a copy.
    fn moves(&mut self, key: &Value, value: &str) {
        let (next, next_value) = self.key("in its place");
        let folder = self.home.path().join(".qwen");
        let mut changes = Vec::new();
        for (key, expected) in [(key, value), (&next, &next_value)] {
            let planned = self.gets("plan_tool", self.wish(key, "qwenCode", "value"));
            changes.push(self.gets("apply_plan", json!({ "planId": planned["planId"] })));
            self.rests_below(expected, &folder);
        }
        assert!(
            self.files_with(value).is_empty(),
            "the other is in its place"
        );
        for change in changes.iter().rev() {
            self.hears("undo_change", json!({ "changeId": change["id"] }));
        }
        assert!(self.files_with(&next_value).is_empty());
    }
}
