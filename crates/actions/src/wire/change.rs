use serde::Serialize;
use ts_rs::TS;

use super::{CompanionView, KeyRef, ToolId, VerificationView, WriteAction};
use crate::failure::Failure;

/// Something this program changed on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// Names it to `undo_change`.
    pub id: String,
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// The variable; empty for a tool.
    pub variable: String,
    /// The tool whose settings were written; none for a variable.
    pub tool: Option<ToolId>,
    /// The key that it was set to.
    pub key: KeyRef,
    /// Its masked value at that time.
    pub masked: String,
    /// The keyring is asked for the key whenever it is needed: no file holds it.
    pub asks_keyring: bool,
    /// What was set together with it.
    pub companions: Vec<CompanionView>,
    /// What became of it.
    pub state: ChangeState,
    /// The files.
    pub files: Vec<ChangedFileView>,
    /// What fresh programs said when it was made or last checked.
    pub verifications: Vec<VerificationView>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChangeState {
    /// It is in effect.
    Active,
    /// A later change put another key in its place.
    Replaced,
    /// It was undone.
    Undone,
    /// The program was interrupted in the middle of it; undo puts everything back.
    Unfinished,
}

/// A file of a change.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangedFileView {
    /// The file.
    pub path: String,
    /// What was done to it.
    pub action: WriteAction,
    /// The copy from before, if there was a file.
    pub backup: Option<String>,
}

/// A change was taken back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoneView {
    /// The change, now undone.
    pub change: ChangeView,
    /// Earlier changes that went with it: their keys are gone from the keyring, so there was nothing to put back.
    pub also: Vec<ChangeView>,
    /// Files in which something was left as the user has it now, because it is no longer what was written.
    pub left_alone: Vec<String>,
    /// What fresh programs see now.
    pub verifications: Vec<VerificationView>,
}

/// Everything was taken back, as far as it could be.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoneEverythingView {
    /// What came of each change that stood, the oldest first.
    pub outcomes: Vec<UndoOutcomeView>,
    /// What fresh programs see now.
    pub verifications: Vec<VerificationView>,
}

/// What came of one of many changes that were to be taken back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoOutcomeView {
    /// The change as it is now.
    pub change: ChangeView,
    /// Files in which something was left as the user has it now, because it is no longer what was written.
    pub left_alone: Vec<String>,
    /// Why it is not undone.
    pub failure: Option<Failure>,
}
