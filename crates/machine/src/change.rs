//! What was changed on this computer, as a caller sees it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::journal::{self, Record, Stage};
use crate::{
    Companion, DestinationId, KeyName, MachineError, Method, Obstacle, Surroundings, ToolUse,
    WriteAction,
};

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeState {
    /// It is in effect.
    Active,
    /// A later change put another key in its place everywhere.
    Replaced,
    /// It was undone.
    Undone,
    /// It, or its undoing, was interrupted. Undo puts everything back.
    Unfinished,
}

/// Something that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Names it.
    pub id: String,
    /// When.
    pub at: jiff::Timestamp,
    /// The variable.
    pub variable: String,
    /// The key that it was set to.
    pub key: KeyName,
    /// Its masked value; a reset that was followed brings the new one.
    pub masked: String,
    /// The keyring is asked for the key whenever it is needed: the key must be allowed to be printed.
    pub asks_keyring: bool,
    /// What a tool was set to; none for a variable, whose name is empty for a tool.
    pub tool: Option<ToolUse>,
    /// What was set with it, such as the base URL.
    pub companions: Vec<Companion>,
    /// What became of it.
    pub state: ChangeState,
    /// The files.
    pub files: Vec<ChangedFile>,
    /// What fresh programs said when it was last verified.
    pub verifications: Vec<Verification>,
}

/// A file of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedFile {
    /// The file as the user knows it.
    pub path: PathBuf,
    /// What was done to it.
    pub action: WriteAction,
    /// The copy from before, if there was a file and the copy is still kept.
    pub backup: Option<PathBuf>,
}

/// What a fresh program found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// Where; none for the settings of a tool, which were read back.
    pub destination: Option<DestinationId>,
    /// The variable that it was asked for.
    #[serde(default)]
    pub variable: String,
    /// What was started, or for the desktop the file that was read.
    pub program: PathBuf,
    /// What it said.
    pub status: VerificationStatus,
    /// The value it found, masked, if there was one.
    pub found_masked: Option<String>,
    /// What keeps a tool from reading its settings, whatever stands in them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Obstacle>,
    /// How long it took.
    pub millis: u32,
}

/// What a fresh program said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VerificationStatus {
    /// It sees this key.
    Seen,
    /// It sees another value.
    Other,
    /// It sees nothing.
    NotSeen,
    /// It could not be started, or ended or turned into another program before it answered.
    Failed,
    /// It did not answer in time.
    TimedOut,
    /// The file is right; programs of the desktop see it after the next login.
    AfterLogin,
    /// The settings of a tool are right, but the tool does not read the file.
    Ignored,
}

/// Every change, newest first.
pub fn changes(surroundings: &Surroundings) -> Result<Vec<Change>, MachineError> {
    let records = journal::read_all(surroundings)?;
    Ok(records
        .iter()
        .rev()
        .map(|record| seen(record, &records))
        .collect())
}

/// A record as a caller sees it, among all the others.
pub(crate) fn seen(record: &Record, all: &[Record]) -> Change {
    let state = match record.stage {
        Stage::Unfinished => ChangeState::Unfinished,
        Stage::Undone => ChangeState::Undone,
        Stage::Active if is_replaced(record, all) => ChangeState::Replaced,
        Stage::Active => ChangeState::Active,
    };
    let files = record.files.iter().map(|file| ChangedFile {
        backup: file.backup.clone().filter(|backup| backup.exists()),
        ..file.clone()
    });
    Change {
        id: record.id.clone(),
        at: record.at(),
        variable: record.variable.clone(),
        key: record.key.clone(),
        masked: record.masked.clone(),
        asks_keyring: matches!(record.method, Method::Keyring { .. }),
        tool: record.tool.clone(),
        companions: record.companions.clone(),
        state,
        files: files.collect(),
        verifications: verifications(record),
    }
}

/// What was found, as it was kept. Once only the change's own variable was asked for, and it was not named.
fn verifications(record: &Record) -> Vec<Verification> {
    let named = |one: &Verification| match one.variable.as_str() {
        "" => Verification {
            variable: record.variable.clone(),
            ..one.clone()
        },
        _ => one.clone(),
    };
    record.verifications.iter().map(named).collect()
}

/// Each place where it put the value holds a later change's value now.
fn is_replaced(record: &Record, all: &[Record]) -> bool {
    if record.tool.is_some() {
        return all.iter().any(|other| {
            other.number() > record.number()
                && other.stage == Stage::Active
                && other.is_of_the_tool_of(record)
        });
    }
    let later = |(file, variable): (&PathBuf, &str)| {
        all.iter().any(|other| {
            other.number() > record.number()
                && other.stage == Stage::Active
                && other.has_set(file, variable)
        })
    };
    record.value_places().all(later)
}
