use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BaseUrlRequest, KeyRef};

/// A program on this computer that can be started with a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgramView {
    /// Names it to `start_program`.
    pub id: String,
    /// Its name, the same in every language.
    pub name: String,
    /// What it is for.
    pub kind: ProgramKindView,
    /// What is started.
    pub path: String,
    /// It may hand over to a process that runs already, which does not see the key: that one has to be closed before.
    pub hands_over: bool,
}

/// What a program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ProgramKindView {
    /// A terminal.
    Terminal,
    /// An editor or another program that reads variables.
    Editor,
}

/// A program to start with a key, which only it and what it starts will see.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartProgramRequest {
    /// The program.
    pub program: String,
    /// The key.
    pub key: KeyRef,
    /// The variable that holds it.
    pub variable: String,
    /// A base URL that goes with it.
    pub base_url: Option<BaseUrlRequest>,
}

/// Whose lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LineShell {
    /// bash.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
    /// Windows PowerShell.
    PowerShell,
    /// Windows' Command Prompt.
    CommandPrompt,
}

/// For how long lines set a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LineScope {
    /// For the terminal in which they are typed.
    Terminal,
    /// For every terminal from the next one on.
    Permanent,
}

/// Lines that set a variable by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VariableLinesView {
    /// Whose.
    pub shell: LineShell,
    /// For how long.
    pub scope: LineScope,
    /// The lines, the key masked.
    pub text: String,
}

/// Lines to show or to copy.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VariableLinesRequest {
    /// The key.
    pub key: KeyRef,
    /// The variable.
    pub variable: String,
}

/// Lines to copy, with the key in them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyVariableLinesRequest {
    /// The key.
    pub key: KeyRef,
    /// The variable.
    pub variable: String,
    /// Whose.
    pub shell: LineShell,
    /// For how long.
    pub scope: LineScope,
}
