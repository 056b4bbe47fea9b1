//! Temporary keys, which rest in memory alone, and the lines that use them.

use std::path::PathBuf;

use serde_json::json;

use super::listener::Listener;

impl Listener<'_> {
    pub(super) fn tells_of_temporary_keys(&mut self) {
        let (key, _) = self.key("parent");
        let request = json!({ "key": key, "seconds": 60, "origin": self.origin() });
        let made = self.gets("create_temporary_key", json!({ "request": request }));
        let about = json!({ "id": made["id"] });
        let value = self.reveals("reveal_temporary_key", about.clone());
        self.gets("list_temporary_keys", json!({}));
        self.gets("copy_temporary_key", about.clone());
        let lines = self.gets("snippets", about.clone());
        assert_eq!(lines.as_array().map(Vec::len), Some(3));
        for language in ["curl", "python", "javaScript"] {
            let request = json!({ "id": made["id"], "language": language });
            self.gets("copy_snippet", json!({ "request": request }));
            let copied = self.home.clipboard.text().expect("it is copied");
            assert!(copied.contains(&value), "{language}: with the key");
        }
        assert_eq!(self.files_with(&value), Vec::<PathBuf>::new());
        self.gets("forget_temporary_key", about.clone());
        self.refused("copy_temporary_key", about, "temporaryKeyEnded");
        self.gets("clear_clipboard", json!({}));
    }
}
