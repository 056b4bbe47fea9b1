use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeyRef, WriteView};
use crate::failure::Failure;

/// A program that uses keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
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
    /// Chatbox.
    Chatbox,
    /// Cherry Studio.
    CherryStudio,
    /// Dify.
    Dify,
    /// Cursor.
    Cursor,
    /// Cline in an editor.
    ClineExtension,
}

/// A tool, as it is on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolView {
    /// Which.
    pub id: ToolId,
    /// Its name, the same in every language.
    pub name: String,
    /// Whether this program writes its settings or says how.
    pub handling: ToolHandlingView,
    /// Where it is installed; none if it was not found. It can be prepared all the same.
    pub program: Option<String>,
    /// The file of its settings, for a tool that is written.
    pub settings: Option<String>,
    /// The ways in which it can be given a key, the best first.
    pub ways: Vec<ToolWayView>,
    /// It could ask the keyring, but the program for that is not there, or not there to stay.
    pub lacks_printer: bool,
    /// What this program set it to; none if it did not.
    pub used: Option<ToolUseView>,
    /// Its settings cannot be written as they are now, and why.
    pub problem: Option<Failure>,
}

/// Who writes the settings of a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ToolHandlingView {
    /// This program, in paths of its own, with a preview and an undo.
    Written,
    /// The user, in the tool's own window, led step by step.
    Guided,
}

/// How a tool comes by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ToolWay {
    /// It runs a command that asks the keyring: no file holds the key.
    Helper,
    /// It reads an environment variable, which must be set too.
    Environment,
    /// The key stands in its settings, in plain text.
    Value,
}

/// A way, and whether it can be taken here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolWayView {
    /// Which.
    pub way: ToolWay,
    /// The variable that the tool reads, for [`ToolWay::Environment`].
    pub variable: Option<String>,
    /// The key that this program set that variable to; none if it did not set it.
    pub variable_key: Option<KeyRef>,
}

/// What a tool was set to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolUseView {
    /// The change; undoing it takes it back.
    pub change_id: String,
    /// The key.
    pub key: KeyRef,
    /// Its masked value at that time.
    pub masked: String,
    /// How.
    pub way: ToolWay,
    /// The base URL that was set.
    pub base_url: String,
    /// The model that was set.
    pub model: String,
    /// Its settings are no longer what was written.
    pub changed_since: bool,
    /// What keeps the tool from reading its settings as they are now.
    pub obstacle: Option<ObstacleView>,
}

/// What to plan for a tool.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanToolRequest {
    /// The tool.
    pub tool: ToolId,
    /// The key.
    pub key: KeyRef,
    /// One of the key's hosts.
    pub origin: String,
    /// The model that it is to use; none for the one that is set, or the tool's usual one.
    pub model: Option<String>,
    /// The way; none for the best.
    pub way: Option<ToolWay>,
}

/// What would be written into a tool's settings.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolPlanView {
    /// Names it to `apply_plan`.
    pub plan_id: String,
    /// The tool.
    pub tool: ToolId,
    /// The way.
    pub way: ToolWay,
    /// The key's masked value.
    pub masked: String,
    /// The base URL.
    pub base_url: String,
    /// The model.
    pub model: String,
    /// Every file that would be written.
    pub writes: Vec<WriteView>,
    /// Settings of others that win over ours, and where they are.
    pub overridden_by: Vec<ToolSourceView>,
    /// What keeps the tool from reading its file, as that is now. It is left as it is.
    pub obstacle: Option<ObstacleView>,
}

/// Something in a settings file for which its tool reads nothing of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleView {
    /// What it is.
    pub kind: ObstacleKind,
    /// The file with the line.
    pub place: String,
}

/// What a tool does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ObstacleKind {
    /// A byte order mark at the very beginning.
    ByteOrderMark,
    /// A comment.
    Comment,
    /// A comma behind the last thing of an object or a list.
    TrailingComma,
    /// Something else that is no JSON.
    NotJson,
}

/// A place from which a tool takes its key or host, masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolSourceView {
    /// A file with a line, or a variable.
    pub place: String,
    /// The setting, such as `env.ANTHROPIC_API_KEY`.
    pub setting: String,
    /// Its value, masked.
    pub masked: String,
}

/// What a tool that is led by hand is told.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolGuideView {
    /// The tool.
    pub tool: ToolId,
    /// What to copy into which field of the tool, in its order; the key itself is not among them.
    pub fields: Vec<GuideFieldView>,
    /// It takes an import link. The link carries the key in clear.
    pub import_link: bool,
    /// The page of the tool or of its documentation.
    pub page: String,
}

/// A field of a tool's window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum GuideFieldView {
    /// A text to copy, such as the host.
    Text {
        /// The field, as the tool names it.
        label: String,
        /// What goes into it.
        value: String,
    },
    /// The key: copied by `copy_key`.
    Key {
        /// The field, as the tool names it.
        label: String,
    },
}

/// Which key and host a guide is for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ToolGuideRequest {
    /// The tool.
    pub tool: ToolId,
    /// The key.
    pub key: KeyRef,
    /// One of the key's hosts.
    pub origin: String,
    /// The model; none for the tool's usual one.
    pub model: Option<String>,
}

/// A form in which a key leaves for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportForm {
    /// A Postman environment without the key: Postman's vault asks for it.
    Postman,
    /// A Postman environment with the key in plain text.
    PostmanWithKey,
    /// A `.env` file, in plain text.
    DotEnv,
    /// A curl command that reads the key from the environment.
    Curl,
}

/// What to export.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportKeyRequest {
    /// The key.
    pub key: KeyRef,
    /// One of the key's hosts.
    pub origin: String,
    /// The form.
    pub form: ExportForm,
}
