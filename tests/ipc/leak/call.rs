//! Calls of models, encrypted and plain, and tasks. What is said is the user's: it is shown, and rests nowhere but where a
//! result was to be kept.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{listener::Listener, marker::Marker};

const SAID: &str = "markerOfWhatIsSaid";

impl Listener<'_> {
    pub(super) fn tells_of_calls(&mut self) {
        let (key, value) = self.key("caller");
        self.heard.markers.push(Marker::of_text(SAID));
        for (encrypt, mode) in [(true, "whole"), (true, "streamed"), (false, "streamed")] {
            let view = self.calls(&key, encrypt, mode, SAID);
            assert!(view["answer"].to_string().contains(SAID), "{view}");
            let sent = view["sent"].to_string();
            assert_ne!(sent.contains(SAID), encrypt, "{sent}");
            assert!(
                sent.contains("Bearer sk-ws-"),
                "shown with its mask: {sent}"
            );
        }
        // The key typed into the box of the model.
        self.calls(&key, false, "whole", SAID);
        let elsewhere = json!({ "key": key, "origin": format!("https://{value}"), "model": value, "text": SAID,
                                "encrypt": true, "mode": "whole" });
        self.refused("start_call", json!({ "request": elsewhere }), "hostUnknown");
        assert_eq!(
            Marker::of_text(SAID).files(self.home.path()),
            Vec::<PathBuf>::new()
        );
        self.tasks(&key);
        assert_eq!(self.files_with(&value), Vec::<PathBuf>::new());
    }

    fn calls(&mut self, key: &Value, encrypt: bool, mode: &str, text: &str) -> Value {
        let request = json!({ "key": key, "origin": self.origin(), "model": "qwen-plus", "text": text,
                              "encrypt": encrypt, "mode": mode });
        let started = self.gets("start_call", json!({ "request": request }));
        let about = json!({ "id": started["id"] });
        let view = self.waits("call", &about, |view| {
            !matches!(
                view["state"]["kind"].as_str(),
                Some("fetchingPublicKey" | "waiting")
            )
        });
        assert_eq!(view["state"]["kind"], "done", "{view}");
        self.gets("stop_call", about);
        view
    }

    fn tasks(&mut self, key: &Value) {
        let task = |view: &Value| json!({ "task": { "key": key, "taskId": view["taskId"] } });
        let kept = task(&self.calls(key, false, "task", "a poem"));
        let cancelled = task(&self.calls(key, false, "task", "another"));
        self.gets("cancel_task", cancelled.clone());
        let request =
            json!({ "key": key, "status": null, "model": null, "apiKeyId": null, "page": 1 });
        self.gets("list_tasks", json!({ "request": request }));
        let ids = [&kept["task"]["taskId"], &cancelled["task"]["taskId"]];
        let request = json!({ "key": key, "taskIds": ids });
        self.gets("get_tasks", json!({ "request": request }));
        self.waits("get_task", &kept, |view| view["status"] == "succeeded");
        self.gets("keep_task_result", kept.clone());
        let results = self.gets("kept_results", json!({ "region": "this-computer" }));
        assert_eq!(results.as_array().map(Vec::len), Some(1));
        let result = json!({ "region": "this-computer", "taskId": kept["task"]["taskId"] });
        self.gets("remove_kept_result", json!({ "result": result }));
    }
}
