//! OpenClaw: `openclaw.json`, which is JSON5, with a provider of its own for us and a reference to a secret that a program
//! prints. It asks that program when it starts or reads its settings anew.

use std::path::PathBuf;

use crate::tool::document::{Content, Format, Reads};
use crate::tool::settings::{PROVIDER, RivalFile, Setting, WrittenTool, folder_of};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct OpenClaw;

const VARIABLE: &str = "DASHSCOPE_API_KEY";
/// As a provider of secrets it has a name without a dash.
const SECRETS: &str = "studio_keys";

impl WrittenTool for OpenClaw {
    fn program_name(&self) -> &'static str {
        "openclaw"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        vec![surroundings.home.join(".local/bin/openclaw")]
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        let named = surroundings.environment.get("OPENCLAW_CONFIG_PATH");
        match named.map(PathBuf::from).filter(|path| path.is_absolute()) {
            Some(path) => path,
            None => {
                folder_of(surroundings, "OPENCLAW_STATE_DIR", ".openclaw").join("openclaw.json")
            }
        }
    }

    fn format(&self) -> Format {
        Format::Json5
    }

    fn reads(&self) -> Reads {
        Reads::Everything
    }

    fn ways(&self) -> &'static [ToolWay] {
        &[ToolWay::Helper, ToolWay::Environment, ToolWay::Value]
    }

    fn variable(&self) -> Option<&'static str> {
        Some(VARIABLE)
    }

    fn settings(&self, what: &ToolUse, key: &KeyName) -> Vec<Setting> {
        let mut settings = Vec::new();
        let secret = match (what.way, &what.printer) {
            (ToolWay::Helper, Some(printer)) => {
                let arguments = key.print_arguments().map(Content::Text).into();
                let source = Content::table([
                    ("source", Content::text("exec")),
                    ("command", Content::text(printer.to_string_lossy())),
                    ("args", Content::List(arguments)),
                    // What finds the keyring of this user.
                    (
                        "passEnv",
                        Content::List(
                            [
                                "HOME",
                                "DBUS_SESSION_BUS_ADDRESS",
                                "XDG_RUNTIME_DIR",
                                "XDG_DATA_HOME",
                            ]
                            .map(Content::text)
                            .into(),
                        ),
                    ),
                    // It prints the key and nothing around it.
                    ("jsonOnly", Content::Truth(false)),
                ]);
                settings.push(Setting::new(&["secrets", "providers", SECRETS], source));
                Content::table([
                    ("source", Content::text("exec")),
                    ("provider", Content::text(SECRETS)),
                    ("id", Content::text("value")),
                ])
            }
            (ToolWay::Value, _) => Content::Key,
            (ToolWay::Environment | ToolWay::Helper, _) => {
                Content::text(format!("${{{VARIABLE}}}"))
            }
        };
        let model = Content::table([
            ("id", Content::text(&what.model)),
            ("name", Content::text(&what.model)),
        ]);
        let provider = Content::table([
            ("baseUrl", Content::text(&what.base_url)),
            ("apiKey", secret),
            ("api", Content::text("openai-completions")),
            ("models", Content::List(vec![model])),
        ]);
        settings.push(Setting::new(&["models", "providers", PROVIDER], provider));
        settings.push(Setting::text(
            &["agents", "defaults", "model", "primary"],
            &format!("{PROVIDER}/{}", what.model),
        ));
        settings
    }

    fn rival_variables(&self, _way: ToolWay) -> Vec<&'static str> {
        Vec::new()
    }

    fn rival_files(&self, _surroundings: &Surroundings, _way: ToolWay) -> Vec<RivalFile> {
        Vec::new()
    }
}
