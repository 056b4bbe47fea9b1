//! Qwen Code: `settings.json`, with a model of its own for us.
//!
//! It has no helper. A model in its list brings the name of the variable with it, and wins over what else is set; ours is the
//! first of the list, and known by its name. A value goes by a variable that is ours alone, so that no other value of the
//! environment takes its place.

use std::path::PathBuf;

use crate::tool::document::{Content, Format, Reads, Step};
use crate::tool::settings::{PROVIDER_NAME, RivalFile, Setting, WrittenTool, folder_of};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct QwenCode;

const VARIABLE: &str = "DASHSCOPE_API_KEY";
const OWN_VARIABLE: &str = "STUDIO_KEYS_QWEN_CODE_KEY";

impl WrittenTool for QwenCode {
    fn program_name(&self) -> &'static str {
        "qwen"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        vec![surroundings.home.join(".local/bin/qwen")]
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        folder_of(surroundings, "QWEN_HOME", ".qwen").join("settings.json")
    }

    fn format(&self) -> Format {
        Format::Json
    }

    fn reads(&self) -> Reads {
        // It does not start with a comma before an end.
        Reads::JsonWithComments
    }

    fn ways(&self) -> &'static [ToolWay] {
        &[ToolWay::Environment, ToolWay::Value]
    }

    fn variable(&self) -> Option<&'static str> {
        Some(VARIABLE)
    }

    fn settings(&self, what: &ToolUse, _key: &KeyName) -> Vec<Setting> {
        let is_value = what.way == ToolWay::Value;
        let variable = if is_value { OWN_VARIABLE } else { VARIABLE };
        let model = Content::table([
            ("id", Content::text(&what.model)),
            ("name", Content::text(PROVIDER_NAME)),
            ("baseUrl", Content::text(&what.base_url)),
            ("envKey", Content::text(variable)),
        ]);
        let mut path = Step::keys(&["modelProviders", "openai"]);
        path.push(Step::Element {
            key: "name".to_owned(),
            text: PROVIDER_NAME.to_owned(),
        });
        let mut settings = vec![
            Setting {
                path,
                content: model,
                is_default: false,
            },
            Setting::text(&["security", "auth", "selectedType"], "openai"),
            Setting::text(&["model", "name"], &what.model),
        ];
        if is_value {
            settings.push(Setting::new(&["env", OWN_VARIABLE], Content::Key));
        }
        settings
    }

    fn rival_variables(&self, _way: ToolWay) -> Vec<&'static str> {
        vec![
            "OPENAI_MODEL",
            "QWEN_MODEL",
            "QWEN_CODE_SYSTEM_SETTINGS_PATH",
        ]
    }

    fn rival_files(&self, surroundings: &Surroundings, _way: ToolWay) -> Vec<RivalFile> {
        let path = if cfg!(target_os = "macos") {
            PathBuf::from("/Library/Application Support/QwenCode/settings.json")
        } else if cfg!(windows) {
            PathBuf::from(r"C:\ProgramData\qwen-code\settings.json")
        } else {
            surroundings.system.settings.join("qwen-code/settings.json")
        };
        let settings = [
            &["modelProviders", "openai"][..],
            &["security", "auth", "selectedType"],
            &["security", "auth", "enforcedType"],
            &["model", "name"],
        ];
        vec![RivalFile {
            path,
            format: Format::Json,
            settings: settings.map(Step::keys).into(),
        }]
    }
}
