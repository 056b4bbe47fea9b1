//! A key in the forms of other programs.

use std::{fs, path::Path};

use serde_json::json;

use super::{listener::Listener, marker::Marker};

impl Listener<'_> {
    pub(super) fn tells_of_exports(&mut self) {
        let (key, value) = self.key("exported");
        for (form, has_key) in [
            ("postman", false),
            ("postmanWithKey", true),
            ("dotEnv", true),
            ("curl", false),
        ] {
            let request = json!({ "key": key, "origin": self.origin(), "form": form });
            let file = self.gets("export_key", json!({ "request": request }));
            let path = Path::new(file["path"].as_str().expect("a path"));
            let bytes = fs::read(path).expect("a file");
            assert_eq!(Marker::of(&value).is_in(&bytes), has_key, "{form}");
            fs::remove_file(path).expect("removes");
            self.gets("copy_export", json!({ "request": request }));
        }
        let elsewhere =
            json!({ "key": key, "origin": format!("https://{value}"), "form": "dotEnv" });
        self.refused("export_key", json!({ "request": elsewhere }), "hostUnknown");
        self.gets("clear_clipboard", json!({}));
        assert!(self.files_with(&value).is_empty());
    }
}
