//! The tools, one module each. Another is a module here and a line in [`of`].

mod claude_code;
mod cline_cli;
mod codex;
mod open_claw;
mod open_code;
mod qwen_code;

#[cfg(test)]
mod tests;

use super::ToolId;
use super::settings::WrittenTool;

/// What there is to know about a tool.
pub(super) fn of(id: ToolId) -> &'static dyn WrittenTool {
    match id {
        ToolId::ClaudeCode => &claude_code::ClaudeCode,
        ToolId::QwenCode => &qwen_code::QwenCode,
        ToolId::Codex => &codex::Codex,
        ToolId::OpenCode => &open_code::OpenCode,
        ToolId::OpenClaw => &open_claw::OpenClaw,
        ToolId::ClineCli => &cline_cli::ClineCli,
    }
}
