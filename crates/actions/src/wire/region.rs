use serde::Serialize;
use ts_rs::TS;

/// A region as the switcher and its page show it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegionView {
    /// `this-computer`, `cn-beijing`, …
    pub id: String,
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
    /// The addresses that programs use, where the region has a shared host or is This computer and running.
    pub base_urls: Option<BaseUrlsView>,
    /// The key page of the platform's console.
    pub console_url: Option<String>,
    /// What the region can do.
    pub capabilities: CapabilitiesView,
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
#[derive(Debug, Clone, Serialize, TS)]
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
