use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeyRef, ObstacleKind};
use crate::failure::Failure;

/// What to look into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiagnoseRequest {
    /// The key that programs are to see.
    pub key: KeyRef,
    /// The variable that they look for it in.
    pub variable: String,
    /// Project folders that the user named: their `.env` files are read.
    pub folders: Vec<String>,
}

/// What was found by looking.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiagnosisView {
    /// What is wrong, the gravest first; empty if all is well.
    pub findings: Vec<FindingView>,
    /// Where the variable gets a value, in the order in which one wins over the next.
    pub sources: Vec<SourceView>,
    /// What was looked at and found in order.
    pub in_order: Vec<CheckedPlaceView>,
    /// When, in milliseconds since 1970.
    pub at: f64,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum FindingView {
    /// The variable is set for one program's lifetime only: nothing on this computer sets it for new ones.
    TemporaryOnly {
        /// The variable.
        variable: String,
    },
    /// Nothing on this computer sets the variable, or nothing does in these places.
    NotSet {
        /// The variable.
        variable: String,
        /// The places that it belongs in and is missing from.
        scopes: Vec<SourceScopeView>,
    },
    /// A program was started before the change and holds another value, or none.
    StartedBefore {
        /// What it is called.
        program: String,
        /// Its number.
        pid: u32,
        /// The value it was started with, masked; none if it has none.
        holds_masked: Option<String>,
        /// It is an editor or a terminal, whose own terminals inherit it.
        is_terminal: bool,
    },
    /// A service manager starts a program without the variable.
    UnitWithout {
        /// The unit or the section.
        unit: String,
        /// Its file.
        path: String,
        /// The manager: systemd (of the user), systemd (of the system), supervisord.
        manager: ServiceManagerView,
        /// The line to add; none where the variable has to be set for programs of the desktop before.
        line: Option<String>,
    },
    /// `sudo` does not hand the variable on.
    SudoDropsIt {
        /// The command to type instead.
        line: String,
    },
    /// Another source wins over ours.
    AnotherWins {
        /// The one that wins.
        source: SourceView,
    },
    /// The host beside the key belongs to another region.
    WrongRegionHost {
        /// The variable or setting that names the host.
        setting: String,
        /// The file that it stands in.
        place: String,
        /// The line in it, from 1.
        line: Option<u32>,
        /// The host there.
        host: String,
        /// The address that fits.
        expected: String,
    },
    /// The host beside the key belongs to another plan.
    WrongPlanHost {
        /// The variable or setting that names the host.
        setting: String,
        /// The file that it stands in.
        place: String,
        /// The line in it, from 1.
        line: Option<u32>,
        /// The host there.
        host: String,
        /// The address that fits.
        expected: String,
    },
    /// The service does not let the key in, or could not be asked.
    KeyRefused {
        /// Why.
        failure: Failure,
    },
    /// The variable holds another key than this one.
    OtherKey {
        /// Where.
        source: SourceView,
    },
    /// A tool does not read a settings file that has to do with the key.
    SettingsNotRead {
        /// What the tool is called.
        tool: String,
        /// The file.
        place: String,
        /// The line of what stands in the way, from 1.
        line: u32,
        /// What it is.
        what: ObstacleKind,
    },
    /// Something could not be looked at.
    NotLookedAt {
        /// What.
        place: String,
        /// Why.
        why: NotLookedAtView,
    },
}

/// Why something could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NotLookedAtView {
    /// The system does not allow it, or the file cannot be read.
    System {
        /// As the system said it.
        said: String,
    },
    /// A shell that ended, or became another program, before it answered.
    NoAnswer,
    /// A shell that did not answer in time.
    TimedOut,
}

/// A service manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ServiceManagerView {
    /// systemd, for this user.
    SystemdUser,
    /// systemd, for the computer.
    SystemdSystem,
    /// supervisord.
    Supervisord,
}

/// A place that gives the variable a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// A file, a registry path, or what else.
    pub place: String,
    /// The line in it, from 1.
    pub line: Option<u32>,
    /// Its value, masked; none if it is worked out when it is read.
    pub masked: Option<String>,
    /// For whom it counts: shells, the desktop, a project folder, the whole computer.
    pub scope: SourceScopeView,
    /// This program wrote it.
    pub ours: bool,
    /// It is the one that counts in its scope.
    pub wins: bool,
    /// It names this key.
    pub is_this_key: bool,
    /// Names its line to a plan, if it can be commented out.
    pub line_id: Option<String>,
}

/// For whom a source counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SourceScopeView {
    /// Terminals with bash.
    Bash,
    /// Terminals with zsh.
    Zsh,
    /// Terminals with fish.
    Fish,
    /// Programs started from the desktop.
    Desktop,
    /// A project folder.
    Project,
    /// A tool's own settings.
    Tool,
    /// What one unit of a service manager starts.
    Unit,
    /// This user of Windows.
    WindowsUser,
    /// Every user of this computer.
    Machine,
}

/// Something that was looked at and found in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedPlaceView {
    /// What was looked at.
    pub what: CheckedWhatView,
    /// How many of them.
    pub count: u32,
}

/// What the doctor looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckedWhatView {
    /// Fresh shells.
    Shells,
    /// Running programs.
    Programs,
    /// Units of service managers.
    Units,
    /// Files that set the variable.
    Files,
    /// Settings of tools.
    Tools,
    /// The key, by one call.
    Key,
}
