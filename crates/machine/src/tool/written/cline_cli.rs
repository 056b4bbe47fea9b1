//! Cline's command line: `providers.json`. It has neither a helper nor a reference to a variable, so the key stands in it.

use std::path::PathBuf;

use crate::tool::document::{Content, Format, Reads};
use crate::tool::settings::{RivalFile, Setting, WrittenTool, folder_of};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct ClineCli;

/// The one provider of its that takes any base URL.
const PROVIDER: &str = "openai-compatible";

impl WrittenTool for ClineCli {
    fn program_name(&self) -> &'static str {
        "cline"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        vec![surroundings.home.join(".local/bin/cline")]
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        let named = |name| surroundings.environment.get(name).map(PathBuf::from);
        let absolute = |path: &PathBuf| path.is_absolute();
        if let Some(path) = named("CLINE_PROVIDER_SETTINGS_PATH").filter(absolute) {
            return path;
        }
        let data = named("CLINE_DATA_DIR").filter(absolute);
        data.unwrap_or_else(|| folder_of(surroundings, "CLINE_DIR", ".cline").join("data"))
            .join("settings/providers.json")
    }

    fn format(&self) -> Format {
        Format::Json
    }

    fn reads(&self) -> Reads {
        // It begins anew with what it cannot read, and writes that over it.
        Reads::BareJson
    }

    fn ways(&self) -> &'static [ToolWay] {
        &[ToolWay::Value]
    }

    fn variable(&self) -> Option<&'static str> {
        None
    }

    fn settings(&self, what: &ToolUse, _key: &KeyName) -> Vec<Setting> {
        let of_provider = |name: &str, content: Content| {
            Setting::new(&["providers", PROVIDER, "settings", name], content)
        };
        vec![
            Setting::default(&["version"], Content::Number(1)),
            of_provider("provider", Content::text(PROVIDER)),
            of_provider("apiKey", Content::Key),
            of_provider("baseUrl", Content::text(&what.base_url)),
            of_provider("model", Content::text(&what.model)),
            // It wants a time there and writes its own when it changes something; ours is none of its.
            Setting::default(
                &["providers", PROVIDER, "updatedAt"],
                Content::text("1970-01-01T00:00:00.000Z"),
            ),
            Setting::default(
                &["providers", PROVIDER, "tokenSource"],
                Content::text("manual"),
            ),
            Setting::text(&["lastUsedProvider"], PROVIDER),
        ]
    }

    fn rival_variables(&self, _way: ToolWay) -> Vec<&'static str> {
        Vec::new()
    }

    fn rival_files(&self, _surroundings: &Surroundings, _way: ToolWay) -> Vec<RivalFile> {
        Vec::new()
    }
}
