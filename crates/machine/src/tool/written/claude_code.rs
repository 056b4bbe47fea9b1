//! Claude Code: `settings.json`, with a helper whose output it sends as the key.
//!
//! Its variables win over the helper, and of its two for a key it must have one alone, so the helper is set without either, and
//! a value as `ANTHROPIC_AUTH_TOKEN`, which needs no approval in its own window. `~/.claude.json`, where it keeps what it has
//! shown its user, is not ours: its first questions are asked by it.

use std::path::{Path, PathBuf};

use crate::tool::document::{Content, Format, Reads, Step};
use crate::tool::settings::{RivalFile, Setting, WrittenTool, folder_of};
use crate::tool::{ToolUse, ToolWay};
use crate::{KeyName, Surroundings};

pub(super) struct ClaudeCode;

/// The models that it knows by what they are good for, all of which would be its maker's own otherwise.
const MODELS: [&str; 5] = [
    "ANTHROPIC_MODEL",
    "ANTHROPIC_DEFAULT_HAIKU_MODEL",
    "ANTHROPIC_DEFAULT_SONNET_MODEL",
    "ANTHROPIC_DEFAULT_OPUS_MODEL",
    "CLAUDE_CODE_SUBAGENT_MODEL",
];

impl WrittenTool for ClaudeCode {
    fn program_name(&self) -> &'static str {
        "claude"
    }

    fn usual_programs(&self, surroundings: &Surroundings) -> Vec<PathBuf> {
        [".local/bin/claude", ".claude/local/claude"]
            .map(|path| surroundings.home.join(path))
            .into()
    }

    fn settings_file(&self, surroundings: &Surroundings) -> PathBuf {
        folder_of(surroundings, "CLAUDE_CONFIG_DIR", ".claude").join("settings.json")
    }

    fn format(&self) -> Format {
        Format::Json
    }

    fn reads(&self) -> Reads {
        // It leaves the whole file out for a comment, and goes on without it.
        Reads::Json
    }

    fn ways(&self) -> &'static [ToolWay] {
        &[ToolWay::Helper, ToolWay::Environment, ToolWay::Value]
    }

    fn variable(&self) -> Option<&'static str> {
        Some("ANTHROPIC_AUTH_TOKEN")
    }

    fn settings(&self, what: &ToolUse, key: &KeyName) -> Vec<Setting> {
        let mut settings = vec![Setting::text(
            &["env", "ANTHROPIC_BASE_URL"],
            &what.base_url,
        )];
        settings.extend(MODELS.map(|name| Setting::text(&["env", name], &what.model)));
        match (what.way, &what.printer) {
            (ToolWay::Helper, Some(printer)) => {
                let command = command(printer, &key.print_arguments());
                settings.push(Setting::text(&["apiKeyHelper"], &command));
            }
            (ToolWay::Value, _) => {
                settings.push(Setting::new(&["env", "ANTHROPIC_AUTH_TOKEN"], Content::Key));
            }
            (ToolWay::Environment | ToolWay::Helper, _) => {}
        }
        settings
    }

    fn rival_variables(&self, way: ToolWay) -> Vec<&'static str> {
        let keys: &[&str] = match way {
            ToolWay::Helper => &["ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY"],
            ToolWay::Environment | ToolWay::Value => &["ANTHROPIC_API_KEY"],
        };
        // What the settings say about the environment wins over the environment, but not over another cloud.
        let clouds = ["CLAUDE_CODE_USE_BEDROCK", "CLAUDE_CODE_USE_VERTEX"];
        keys.iter().copied().chain(clouds).collect()
    }

    fn rival_files(&self, surroundings: &Surroundings, way: ToolWay) -> Vec<RivalFile> {
        let keys: &[&str] = match way {
            ToolWay::Helper => &["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"],
            ToolWay::Environment => &["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"],
            ToolWay::Value => &["ANTHROPIC_API_KEY"],
        };
        let mut own: Vec<Vec<Step>> = keys.iter().map(|key| Step::keys(&["env", key])).collect();
        if way != ToolWay::Helper {
            own.push(Step::keys(&["apiKeyHelper"]));
        }
        let mut above = own.clone();
        above.push(Step::keys(&["apiKeyHelper"]));
        above.push(Step::keys(&["env", "ANTHROPIC_AUTH_TOKEN"]));
        above.push(Step::keys(&["env", "ANTHROPIC_BASE_URL"]));
        above.push(Step::keys(&["env", "ANTHROPIC_MODEL"]));
        above.push(Step::keys(&["model"]));
        above.sort();
        above.dedup();
        let settings = self.settings_file(surroundings);
        let rival = |path: PathBuf, settings: &[Vec<Step>]| RivalFile {
            path,
            format: Format::Json,
            settings: settings.to_vec(),
        };
        vec![
            rival(managed(surroundings), &above),
            rival(settings.with_file_name("settings.local.json"), &above),
            rival(settings, &own),
        ]
    }
}

/// Where an administrator's settings are.
fn managed(surroundings: &Surroundings) -> PathBuf {
    if cfg!(target_os = "macos") {
        PathBuf::from("/Library/Application Support/ClaudeCode/managed-settings.json")
    } else if cfg!(windows) {
        PathBuf::from(r"C:\Program Files\ClaudeCode\managed-settings.json")
    } else {
        surroundings
            .system
            .settings
            .join("claude-code/managed-settings.json")
    }
}

/// A command for the shell that it runs helpers with.
fn command(program: &Path, arguments: &[String]) -> String {
    let program = program.to_string_lossy();
    let words = std::iter::once(&*program).chain(arguments.iter().map(String::as_str));
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(not(windows))]
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(windows)]
fn quoted(word: &str) -> String {
    // A path cannot have a quote in it there, and neither has the name of a key.
    format!("\"{word}\"")
}
