use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// A tool whose settings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ToolId {
    /// Claude Code.
    ClaudeCode,
    /// Qwen Code.
    QwenCode,
    /// Codex CLI.
    Codex,
    /// OpenCode.
    OpenCode,
    /// OpenClaw.
    OpenClaw,
    /// Cline's command line.
    ClineCli,
}

impl ToolId {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::ClaudeCode,
        Self::QwenCode,
        Self::Codex,
        Self::OpenCode,
        Self::OpenClaw,
        Self::ClineCli,
    ];

    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClaudeCode => "Claude Code",
            Self::QwenCode => "Qwen Code",
            Self::Codex => "Codex CLI",
            Self::OpenCode => "OpenCode",
            Self::OpenClaw => "OpenClaw",
            Self::ClineCli => "Cline CLI",
        }
    }

    /// Which of a host's base URLs it is given.
    #[must_use]
    pub const fn protocol(self) -> Protocol {
        match self {
            Self::ClaudeCode => Protocol::Anthropic,
            _ => Protocol::OpenAi,
        }
    }
}

/// What a tool speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Messages.
    Anthropic,
    /// Chat completions or responses, which share a base URL.
    OpenAi,
}

/// How a tool comes by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ToolWay {
    /// It runs the program that prints keys.
    Helper,
    /// It reads an environment variable.
    Environment,
    /// The key stands in its settings.
    Value,
}

/// What a tool is set to. Nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToolUse {
    /// The tool.
    pub tool: ToolId,
    /// How it comes by the key.
    pub way: ToolWay,
    /// The base URL.
    pub base_url: String,
    /// The model.
    pub model: String,
    /// The program that prints keys, by its absolute path, for [`ToolWay::Helper`].
    pub printer: Option<PathBuf>,
}
