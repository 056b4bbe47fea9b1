use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BaseUrlsView, HostView, PermissionRequest, PermissionView, ToolId};
use crate::failure::Failure;

/// Names one key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyRef {
    /// The place of the key: its region, with the account (`cn-beijing@a7f3c2`).
    pub region: String,
    /// The service's id, as text: it does not fit a JavaScript number.
    pub api_key_id: String,
}

/// The keys of a region and what is needed around them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyList {
    /// Newest first.
    pub keys: Vec<KeyView>,
    /// Where a key may be created; the default workspace first.
    pub workspaces: Vec<WorkspaceView>,
    /// How many keys there may be.
    pub quota: Option<QuotaView>,
    /// When the service was asked, in milliseconds since 1970; none where it never answered, and only what is kept here is
    /// known.
    pub seen_at: Option<f64>,
    /// Why there are no workspaces: the account may not list them.
    pub workspaces_failure: Option<Failure>,
    /// The keys that have no entry at the service: pasted here and not found in its list, or kept here and gone from it.
    pub unlisted: Vec<KeyView>,
}

/// Keys used of keys allowed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotaView {
    /// Keys there are.
    pub used: u32,
    /// Keys there may be.
    pub limit: u32,
}

/// A row of the table.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyView {
    /// Which key it is.
    #[serde(flatten)]
    pub key: KeyRef,
    /// May be empty.
    pub description: String,
    /// Prefix, three characters, an ellipsis, the last four.
    pub masked: String,
    /// The workspace's id.
    pub workspace_id: String,
    /// The workspace's name.
    pub workspace_name: String,
    /// The account that created it.
    pub created_by: String,
    /// Milliseconds since 1970.
    pub created_at: f64,
    /// A disabled key is refused until it is enabled.
    pub disabled: bool,
    /// Who may use it, and for what.
    pub permission: PermissionView,
    /// Whether its value is in this computer's keyring.
    pub kept: KeptView,
    /// Variables on this computer that hold it.
    pub used_here: Vec<UsedHereView>,
    /// Whether the account worked with made it; none where that cannot be known.
    pub own: Option<bool>,
    /// It has the old, short form: the platform advises to replace it by a new one.
    pub old_format: bool,
    /// How it is paid for.
    pub plan: PlanView,
    /// Where it can be used, the one in use first.
    pub hosts: Vec<HostView>,
    /// The rotation that it is the old or the new key of.
    pub rotation: Option<String>,
}

/// How a key is paid for, which decides the hosts it works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PlanView {
    /// By use.
    PayAsYouGo,
    /// Coding Plan.
    Coding,
    /// Token Plan.
    Token,
    /// Coding Plan or Token Plan: the value does not tell.
    CodingOrToken,
}

/// Where a key is set on this computer.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsedHereView {
    /// The change that set it; undoing it takes it back.
    pub change_id: String,
    /// The environment variable; empty for a tool.
    pub variable: String,
    /// The tool in whose settings it is; none for a variable.
    pub tool: Option<ToolId>,
}

/// Whether a key's value is in the keyring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum KeptView {
    /// It is kept and can be revealed.
    Kept,
    /// It was created elsewhere: its value is not known on this computer.
    Unknown,
    /// It was kept once and is not in the keyring any more.
    Missing,
    /// It is in memory only, because the keyring refused it; lost when the program ends.
    MemoryOnly,
    /// It is kept, and the service's list has the key no more: the value can only be removed.
    Stranded,
}

/// A workspace.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Keys go here when no workspace is named.
    pub is_default: bool,
    /// Its own host; empty where the service names none.
    pub api_host: String,
    /// Where its keys can be used.
    pub hosts: Vec<HostView>,
}

/// The host that a key is to be used with from now on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChooseHostRequest {
    /// The key.
    pub key: KeyRef,
    /// One of its hosts' origins.
    pub origin: String,
}

/// What a key is to be called.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditDescriptionRequest {
    /// The key.
    pub key: KeyRef,
    /// At most 200 characters; may be empty.
    pub description: String,
}

/// What the create dialog asks for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateKeyRequest {
    /// Names this attempt: a second request with the same name gets the first one's answer, so that a double click
    /// cannot create two keys. Made by the window with `crypto.randomUUID()`.
    pub attempt: String,
    /// The region.
    pub region: String,
    /// The workspace; none for the default one.
    pub workspace_id: Option<String>,
    /// At most 200 characters.
    pub description: String,
    /// Who may use it.
    pub permission: PermissionRequest,
}

/// A key just created. It has no value: that is revealed or copied by its name.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreatedKeyView {
    /// Its row.
    pub key: KeyView,
    /// The addresses to use it with.
    pub base_urls: BaseUrlsView,
    /// None: it is in the keyring. Else why it is not; then this is the only chance to save it.
    pub not_kept: Option<Failure>,
}

/// A key whose value was replaced.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResetKeyView {
    /// The key with its new value, as after creation.
    pub created: CreatedKeyView,
    /// Variables on this computer that hold the new value now.
    pub followed: Vec<String>,
    /// Variables that could not be updated, and why.
    pub not_followed: Option<Failure>,
}

/// The one answer that holds a secret.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RevealedView {
    /// The key, in full.
    pub value: String,
    /// Seconds after which the window hides it.
    pub hides_in_seconds: u32,
}

/// A secret is on the clipboard.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiedView {
    /// Seconds until it is cleared if it is still there; none for never.
    pub clears_in_seconds: Option<u32>,
}

/// A key was written to a file, in plain text, because the user asked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DownloadedView {
    /// The file.
    pub path: String,
}

/// The answer to one call with the key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedView {
    /// How long it took.
    pub millis: u32,
    /// How many models the service listed.
    pub models: u32,
}

/// What to delete.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeleteKeyRequest {
    /// The key.
    pub key: KeyRef,
    /// Take its value out of the variables of this computer too.
    pub undo_changes: bool,
}
