use serde::Serialize;
use ts_rs::TS;

use crate::failure::Failure;

/// A region as the switcher and its page show it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegionView {
    /// The place: `this-computer`, `cn-beijing@a7f3c2`, or `cn-beijing` while no account is there.
    pub id: String,
    /// The bare id of the region: `cn-beijing`.
    pub region: String,
    /// The account that it is worked with.
    pub account: Option<String>,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Whether it can be worked with now.
    pub state: RegionStateView,
    /// The host shared by all workspaces, where the region has one.
    pub shared_host: Option<String>,
    /// The pattern of a workspace's own host, with `{WorkspaceId}` in it.
    pub workspace_host: Option<String>,
    /// Where its keys are managed; none for This computer.
    pub control_endpoint: Option<String>,
    /// That address was set by the user.
    pub own_endpoint: bool,
    /// What was last seen of it; none if nothing ever was.
    pub last_seen: Option<LastSeenView>,
    /// Keys of this place that are kept on this computer, whether or not an account is there.
    pub kept_keys: u32,
    /// Deployment scopes that a workspace may be created with; empty where the region has but one.
    pub service_sites: Vec<String>,
    /// The addresses that programs use, where the region has a shared host or is This computer and running.
    pub base_urls: Option<BaseUrlsView>,
    /// The key page of the platform's console.
    pub console_url: Option<String>,
    /// What the region can do.
    pub capabilities: CapabilitiesView,
}

/// What was last seen of a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastSeenView {
    /// When, in milliseconds since 1970, as text would lose nothing: a whole number.
    #[ts(type = "number")]
    pub at: i64,
    /// How many keys there were.
    pub keys: u32,
}

/// One region asked anew.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefreshedView {
    /// The place.
    pub region: String,
    /// What was seen now, or last if it could not be asked.
    pub last_seen: Option<LastSeenView>,
    /// Why it could not be asked; none if it was.
    pub failure: Option<Failure>,
    /// How long it took.
    pub millis: u32,
}

/// The addresses of one host that a key can be used with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HostView {
    /// Which host of several it is.
    pub kind: HostKindView,
    /// Where it is: `https://…` without a path.
    pub origin: String,
    /// The three addresses on it.
    pub base_urls: BaseUrlsView,
}

/// Which of a region's hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HostKindView {
    /// This computer.
    ThisComputer,
    /// The address that the user set for the region.
    Own,
    /// The workspace's own host: takes its keys alone.
    Workspace,
    /// The region's host for all workspaces.
    Shared,
    /// The host of a plan.
    Plan,
}

/// Whether a region can be worked with now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RegionStateView {
    /// Keys can be listed and created.
    Ready,
    /// No AccessKey for it is set up.
    NeedsAccount,
    /// This computer's server could not be started.
    Stopped {
        /// What the system said.
        reason: String,
    },
}

/// The three addresses of one host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BaseUrlsView {
    /// For OpenAI-compatible programs: `…/compatible-mode/v1`.
    pub openai: String,
    /// For the DashScope SDK: `…/api/v1`.
    pub native: String,
    /// For Anthropic-compatible programs: `…/apps/anthropic`.
    pub anthropic: String,
}

/// What a region can do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CapabilitiesView {
    /// A key may have an IP allowlist and a model scope.
    pub custom_permission: SupportView,
    /// The allowlist takes IPv6.
    pub ipv6: SupportView,
    /// Keys can be disabled and enabled.
    pub disable: SupportView,
    /// Keys can be reset.
    pub reset: SupportView,
    /// The platform has an API for keys there.
    pub control_plane: SupportView,
    /// Temporary keys can be made.
    pub temporary_keys: SupportView,
    /// Calls can be encrypted.
    pub payload_encryption: SupportView,
    /// A key belongs to the account that made it, and the quota is counted for each.
    pub owner_account: bool,
    /// Keys there may be, for each account and region (in Virginia for each owner); none where it is not stated.
    pub quota: Option<u32>,
}

/// Whether public sources say that a region supports something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SupportView {
    /// They do.
    Yes,
    /// They say it does not.
    No,
    /// They contradict each other: the service is asked and its answer believed.
    Disputed,
}
