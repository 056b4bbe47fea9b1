//! Keys that are pasted: recognized, looked for, kept and removed; and what is pasted where a key is expected.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::listener::Listener;

/// A plan's key: it goes to its plans' hosts alone, so that nobody is asked with it here.
const PLANS: &str = "sk-sp-5ecret05ecret15ecret25ecret35ecret4";

impl Listener<'_> {
    pub(super) fn tells_of_pasted_keys(&mut self) {
        let (key, value) = self.key("made here, pasted again");
        self.gets("recognize_key", json!({ "value": value }));
        let pasted = self.gets("recognize_key", json!({ "value": format!(" {value}\n") }));
        let asked = json!({ "request": { "id": pasted["id"], "workspaces": [] } });
        let answers = self.gets("ask_hosts", asked);
        assert!(answers[0]["models"].as_u64() > Some(0), "{answers}");
        let mut keep = keeping(&pasted["id"], "this-computer", &Value::Null);
        let mut misplaced = keep.clone();
        misplaced["request"]["id"] = json!(value);
        self.refused("keep_pasted", misplaced, "pastedGone");
        keep["request"]["apiKeyId"] = key["apiKeyId"].clone();
        let kept = self.gets("keep_pasted", keep);
        assert_eq!(kept["apiKeyId"], key["apiKeyId"]);
        self.gets("forget_pasted", json!({ "id": pasted["id"] }));

        self.must_not_tell(PLANS);
        let pasted = self.gets("recognize_key", json!({ "value": PLANS }));
        let origin = &pasted["candidates"][0]["origin"];
        let misplaced = keeping(&pasted["id"], "cn-beijing", &json!(PLANS));
        self.hears("keep_pasted", misplaced);
        let keep = keeping(&pasted["id"], "cn-beijing", origin);
        let kept = self.gets("keep_pasted", keep);
        let plans = json!({ "region": "cn-beijing", "apiKeyId": kept["apiKeyId"] });
        for command in ["list_keys", "seen_keys", "refresh_region"] {
            self.hears(command, json!({ "region": "cn-beijing" }));
        }
        assert_eq!(self.files_with(PLANS), Vec::<PathBuf>::new());
        self.gets("remove_kept", json!({ "key": plans }));

        for wrong in [
            value.replace("sk-ws-", "sk-ws- "),
            format!("DASHSCOPE_API_KEY={value}"),
            format!("Bearer {value}"),
            format!("\"{value}\""),
            value[..28].to_owned(),
            "LTAI5tMarkerOfTheTests00 MARKERsecretOfTheAccount123456".to_owned(),
        ] {
            self.refused("recognize_key", json!({ "value": wrong }), "pastedInvalid");
        }
        assert_eq!(self.files_with(&value), Vec::<PathBuf>::new());
    }
}

fn keeping(id: &Value, region: &str, origin: &Value) -> Value {
    json!({ "request": { "id": id, "region": region, "origin": origin, "description": "from a colleague",
                         "apiKeyId": null, "plan": "payAsYouGo" } })
}
