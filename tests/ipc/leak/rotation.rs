//! Rotations: one to its end and one taken back, with a variable and a tool that follow.

use serde_json::{Value, json};

use super::listener::Listener;

impl Listener<'_> {
    pub(super) fn tells_of_rotations(&mut self) {
        let (old, old_value) = self.key("rotated");
        let plan = json!({ "request": { "key": old, "variable": "ROTATED_API_KEY", "destinations": ["bash"],
                                        "commentOut": [], "method": "value" } });
        let planned = self.gets("plan_variable", plan);
        self.gets("apply_plan", json!({ "planId": planned["planId"] }));
        let tool = json!({ "tool": "codex", "key": old, "origin": self.origin(), "model": null, "way": "value" });
        let planned = self.gets("plan_tool", json!({ "request": tool }));
        self.gets("apply_plan", json!({ "planId": planned["planId"] }));

        let (new, new_value) = self.rotates(&old);
        assert!(self.files_with(&old_value).is_empty(), "both have moved");
        assert_eq!(self.files_with(&new_value).len(), 2);
        self.gets("postpone_rotation", json!({ "id": new["id"] }));
        self.gets("list_rotations", json!({}));
        self.gets("finish_rotation", json!({ "id": new["id"] }));

        let (again, newest) = self.rotates(&new["newKey"]);
        let undone = self.gets("undo_rotation", json!({ "id": again["id"] }));
        assert_eq!(undone["step"], "undone", "{undone}");
        assert!(self.files_with(&newest).is_empty(), "both have moved back");
        let deletion = json!({ "request": { "key": new["newKey"], "undoChanges": true } });
        self.gets("delete_key", deletion);
        assert!(self.files_with(&new_value).is_empty(), "nothing is left");
    }

    /// Up to where the old key is disabled, with the new key's value.
    fn rotates(&mut self, old: &Value) -> (Value, String) {
        let mut rotation = self.gets("start_rotation", json!({ "key": old }));
        let about = json!({ "id": rotation["id"] });
        while rotation["step"] != "oldDisabled" {
            rotation = self.gets("continue_rotation", about.clone());
            assert!(rotation["failure"].is_null(), "{rotation}");
        }
        let value = self.reveals("reveal_key", json!({ "key": rotation["newKey"] }));
        (rotation, value)
    }
}
