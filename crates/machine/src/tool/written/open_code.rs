//! OpenCode: `opencode.json` or `opencode.jsonc`, with a provider of its own for us. It has no helper.

use std::path::PathBuf;

use crate::tool::document::{Content, Format, Reads, Step};
use crate::tool::settings::{PROVIDER, PROVIDER_NAME, RivalFile, Setting, WrittenTool};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct OpenCode;

const VARIABLE: &str = "DASHSCOPE_API_KEY";

impl WrittenTool for OpenCode {
    fn program_name(&self) -> &'static str {
        "opencode"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        [".opencode/bin/opencode", ".local/bin/opencode"]
            .map(|path| surroundings.home.join(path))
            .into()
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        let folder = surroundings.config_home.join("opencode");
        // Of the two it reads the one with comments last.
        let with_comments = folder.join("opencode.jsonc");
        match with_comments.exists() {
            true => with_comments,
            false => folder.join("opencode.json"),
        }
    }

    fn format(&self) -> Format {
        Format::Json
    }

    fn reads(&self) -> Reads {
        Reads::Everything
    }

    fn ways(&self) -> &'static [ToolWay] {
        &[ToolWay::Environment, ToolWay::Value]
    }

    fn variable(&self) -> Option<&'static str> {
        Some(VARIABLE)
    }

    fn settings(&self, what: &ToolUse, _key: &KeyName) -> Vec<Setting> {
        let key = match what.way {
            ToolWay::Value => Content::Key,
            ToolWay::Environment | ToolWay::Helper => Content::text(format!("{{env:{VARIABLE}}}")),
        };
        let options = Content::table([("baseURL", Content::text(&what.base_url)), ("apiKey", key)]);
        let model = Content::table([("name", Content::text(&what.model))]);
        let provider = Content::table([
            ("npm", Content::text("@ai-sdk/openai-compatible")),
            ("name", Content::text(PROVIDER_NAME)),
            ("options", options),
            ("models", Content::table([(what.model.as_str(), model)])),
        ]);
        vec![
            Setting::new(&["provider", PROVIDER], provider),
            Setting::text(&["model"], &format!("{PROVIDER}/{}", what.model)),
        ]
    }

    fn rival_variables(&self, _way: ToolWay) -> Vec<&'static str> {
        vec![
            "OPENCODE_CONFIG",
            "OPENCODE_CONFIG_CONTENT",
            "OPENCODE_CONFIG_DIR",
        ]
    }

    fn rival_files(&self, surroundings: &Surroundings, _way: ToolWay) -> Vec<RivalFile> {
        // Settings of the home folder as a project win over those of the user.
        let in_home = ["opencode.json", "opencode.jsonc"].map(|name| surroundings.home.join(name));
        let rival = |path| RivalFile {
            path,
            format: Format::Json,
            settings: vec![Step::keys(&["model"]), Step::keys(&["provider", PROVIDER])],
        };
        in_home.map(rival).into()
    }
}
