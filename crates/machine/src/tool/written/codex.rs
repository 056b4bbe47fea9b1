//! Codex CLI: `config.toml`, with a provider of its own for us and a helper that it asks every few minutes.

use std::path::PathBuf;

use crate::tool::document::{Content, Format, Reads, Step};
use crate::tool::settings::{PROVIDER, PROVIDER_NAME, RivalFile, Setting, WrittenTool, folder_of};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct Codex;

const VARIABLE: &str = "DASHSCOPE_API_KEY";

impl WrittenTool for Codex {
    fn program_name(&self) -> &'static str {
        "codex"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        vec![surroundings.home.join(".local/bin/codex")]
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        folder_of(surroundings, "CODEX_HOME", ".codex").join("config.toml")
    }

    fn format(&self) -> Format {
        Format::Toml
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
        let mut provider = vec![
            ("name".to_owned(), Content::text(PROVIDER_NAME)),
            ("base_url".to_owned(), Content::text(&what.base_url)),
            // The only one that it still speaks.
            ("wire_api".to_owned(), Content::text("responses")),
        ];
        provider.push(match (what.way, &what.printer) {
            (ToolWay::Helper, Some(printer)) => {
                let arguments = key.print_arguments().map(Content::Text).into();
                let helper = Content::table([
                    ("command", Content::text(printer.to_string_lossy())),
                    ("args", Content::List(arguments)),
                ]);
                ("auth".to_owned(), helper)
            }
            (ToolWay::Value, _) => ("experimental_bearer_token".to_owned(), Content::Key),
            (ToolWay::Environment | ToolWay::Helper, _) => {
                ("env_key".to_owned(), Content::text(VARIABLE))
            }
        });
        vec![
            Setting::text(&["model_provider"], PROVIDER),
            Setting::text(&["model"], &what.model),
            Setting::new(&["model_providers", PROVIDER], Content::Table(provider)),
        ]
    }

    fn rival_variables(&self, _way: ToolWay) -> Vec<&'static str> {
        Vec::new()
    }

    fn rival_files(&self, surroundings: &Surroundings, _way: ToolWay) -> Vec<RivalFile> {
        // A profile that is chosen in the file itself brings a model and a provider of its own.
        vec![RivalFile {
            path: self.settings_file(surroundings),
            format: Format::Toml,
            settings: vec![Step::keys(&["profile"])],
        }]
    }
}
