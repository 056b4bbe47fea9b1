//! What is asked, and what was found by looking.

use std::path::PathBuf;

use secrecy::SecretString;

use super::{BareUnit, HostSetting, OldProgram, Scope, Source, SudoProgram};
use crate::{Obstacle, ToolId};

/// What to look for.
#[derive(Debug, Clone)]
pub struct Question {
    /// The variable that programs look into.
    pub variable: String,
    /// The key that they are to find there.
    pub value: SecretString,
    /// Variables that name the host beside it.
    pub beside: Vec<String>,
    /// Project folders that the user named.
    pub folders: Vec<PathBuf>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Every place that gives the variable a value; within a scope the winner first, then in the order in which the
    /// others would take its place.
    pub sources: Vec<Source>,
    /// The hosts named beside it.
    pub hosts: Vec<HostSetting>,
    /// What new programs find, for each place of this computer.
    pub places: Vec<Place>,
    /// The variable is in the environment of this program or of another that runs, whatever its value.
    pub runs_somewhere: bool,
    /// Programs that run with something else than the key.
    pub old_programs: Vec<OldProgram>,
    /// Programs that run under `sudo`, which hands no variable on.
    pub sudo_programs: Vec<SudoProgram>,
    /// Units without the variable that look as if they could use it.
    pub bare_units: Vec<BareUnit>,
    /// Settings that have to do with the key, and that their own tool does not read.
    pub unread: Vec<UnreadSettings>,
    /// What could not be looked at.
    pub unreadable: Vec<Unreadable>,
    /// How many running programs were looked at.
    pub programs: usize,
    /// How many units were looked at.
    pub units: usize,
    /// How many files were read that could set the variable.
    pub files: usize,
    /// How many files of tools' settings were read.
    pub tools: usize,
}

/// A place of this computer, and what a new program finds there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Whose.
    pub scope: Scope,
    /// The variable belongs here: the login shell, a shell that is used, a desktop session.
    pub is_recommended: bool,
    /// A new shell was asked, and answered.
    pub asked: bool,
    /// What is found: true for the key, false for something else. None for nothing.
    pub finds_key: Option<bool>,
}

/// A settings file that its own tool does not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadSettings {
    /// Whose.
    pub tool: ToolId,
    /// The file.
    pub place: PathBuf,
    /// For what.
    pub obstacle: Obstacle,
}

/// Something that could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What.
    pub place: PathBuf,
    /// Why.
    pub why: UnreadableWhy,
}

/// Why something could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableWhy {
    /// A file or folder: what the system said.
    System(String),
    /// A shell that ended, or became another program, before it answered.
    NoAnswer,
    /// A shell that did not answer in time.
    TimedOut,
}
