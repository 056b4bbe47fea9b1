use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HostView, KeyRef, ObstacleView};

/// A place where programs look for variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DestinationId {
    /// bash's start-up file.
    Bash,
    /// zsh's start-up file.
    Zsh,
    /// fish's start-up file.
    Fish,
    /// `~/.config/environment.d`, for programs started from the desktop.
    Desktop,
    /// A LaunchAgent of macOS, for programs started from the Dock.
    LaunchAgent,
    /// The user's variables in the registry of Windows.
    WindowsUser,
}

/// What to plan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanVariableRequest {
    /// The key.
    pub key: KeyRef,
    /// The variable: `DASHSCOPE_API_KEY`.
    pub variable: String,
    /// Where; none for what is recommended.
    pub destinations: Option<Vec<DestinationId>>,
    /// Lines of others (`ForeignView.id`) to comment out.
    pub comment_out: Vec<String>,
    /// How programs come by the value; none for the better one that this computer can.
    pub method: Option<VariableMethod>,
    /// A base URL that goes with the key.
    pub base_url: Option<BaseUrlRequest>,
}

/// How programs come by a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum VariableMethod {
    /// The keyring is asked whenever a shell starts: no file holds the key.
    Keyring,
    /// It stands in our file, in plain text.
    Value,
}

/// A base URL to set together with a key.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BaseUrlRequest {
    /// The variable: `OPENAI_BASE_URL`.
    pub variable: String,
    /// One of the key's hosts.
    pub origin: String,
    /// Which of its three addresses.
    pub form: BaseUrlForm,
}

/// Which address of a host a program speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BaseUrlForm {
    /// As OpenAI's API.
    Openai,
    /// As Anthropic's API.
    Anthropic,
    /// The platform's own.
    Native,
}

/// Why the keyring cannot be asked for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoKeyringReason {
    /// Keys rest in a file under a passphrase, or in memory alone.
    NotInKeyring,
    /// The program that prints keys is not beside this one, or moves with it.
    ProgramMissing,
    /// No shell on this computer could ask.
    NoShell,
}

/// What would be written, shown before anything is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VariablePlanView {
    /// Names it to `apply_plan`; good until a file changes.
    pub plan_id: String,
    /// The variable.
    pub variable: String,
    /// The key's masked value.
    pub masked: String,
    /// How programs would come by the value.
    pub method: VariableMethod,
    /// Why the keyring cannot be asked; none where it can.
    pub no_keyring: Option<NoKeyringReason>,
    /// What is set together with it.
    pub companions: Vec<CompanionView>,
    /// The key's hosts, the one in use first: a base URL is on one of them.
    pub hosts: Vec<HostView>,
    /// Every place on this computer, ticked or not.
    pub destinations: Vec<DestinationView>,
    /// Every file that would be written.
    pub writes: Vec<WriteView>,
    /// Lines of others that set the same variable.
    pub foreign: Vec<ForeignView>,
}

/// Another variable that goes with a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompanionView {
    /// The variable.
    pub name: String,
    /// What it is set to.
    pub text: String,
}

/// A place to tick.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DestinationView {
    /// Which.
    pub id: DestinationId,
    /// The start-up file or folder.
    pub path: String,
    /// In this plan.
    pub ticked: bool,
    /// This is the login shell.
    pub is_login_shell: bool,
    /// It holds the variable already, written by this program.
    pub already_set: bool,
    /// It can ask the keyring; one that cannot would hold the key in plain text.
    pub can_ask: bool,
}

/// A file that would be written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WriteView {
    /// For which place; none for the settings of a tool.
    pub destination: Option<DestinationId>,
    /// The file as the user knows it.
    pub path: String,
    /// Where a symbolic link leads, if it is one.
    pub link_target: Option<String>,
    /// What would be done.
    pub action: WriteAction,
    /// The file will hold the key in plain text.
    pub plaintext: bool,
    /// Others can read the file now; with the key in it only its owner may, until that is taken back.
    pub makes_private: bool,
    /// The lines around the change; values masked.
    pub lines: Vec<DiffLine>,
}

/// What would be done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WriteAction {
    /// A new file of our own.
    Create,
    /// A value in our own file.
    Update,
    /// Our marked block at the end of somebody's file.
    AddBlock,
    /// Nothing to do: the block is there.
    Keep,
    /// A line of somebody's is commented out, as the user asked.
    CommentOut,
    /// Our paths in a tool's settings.
    Settings,
}

/// A line of a diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiffLine {
    /// What becomes of it.
    pub kind: DiffKind,
    /// Its number in the file before (removed, context) or after (added).
    pub number: u32,
    /// Its text, values masked.
    pub text: String,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DiffKind {
    /// It stays.
    Context,
    /// It is new.
    Added,
    /// It goes.
    Removed,
}

/// A line, not ours, that sets the same variable.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForeignView {
    /// Names it to a plan.
    pub id: String,
    /// The file.
    pub path: String,
    /// Its number, from 1; 0 for a value in the registry, which stands in no line.
    pub line: u32,
    /// The line with its value masked.
    pub text: String,
    /// It is read after our block and would win.
    pub wins: bool,
    /// It can be commented out safely: it stands alone on its line.
    pub can_comment_out: bool,
    /// In this plan it is.
    pub comment_out: bool,
}

/// What a fresh program found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerificationView {
    /// Where; none for the settings of a tool.
    pub destination: Option<DestinationId>,
    /// The variable that it was asked for.
    pub variable: String,
    /// The program that was started, such as `/usr/bin/zsh`, or the file that was read.
    pub program: String,
    /// What it said.
    pub status: VerificationStatus,
    /// The value it found, masked, if there was one.
    pub found_masked: Option<String>,
    /// What keeps a tool from reading its settings, whatever stands in them.
    pub obstacle: Option<ObstacleView>,
    /// How long it took.
    pub millis: u32,
}

/// What a fresh program said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum VerificationStatus {
    /// It sees this key.
    Seen,
    /// It sees another value: something else on this computer wins.
    Other,
    /// It sees nothing.
    NotSeen,
    /// It could not be started or ended with an error.
    Failed,
    /// It did not end in time.
    TimedOut,
    /// The file is right; programs of the desktop see it after the next login.
    AfterLogin,
    /// The settings of a tool are right, but the tool does not read the file.
    Ignored,
}
