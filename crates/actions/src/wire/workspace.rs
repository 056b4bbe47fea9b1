use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::WorkspaceView;
use crate::failure::Failure;

/// The workspaces of a region.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceList {
    /// The default one first.
    pub workspaces: Vec<WorkspaceRowView>,
    /// When the service was asked, in milliseconds since 1970.
    pub seen_at: f64,
}

/// A workspace with what is around it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceRowView {
    /// The workspace.
    #[serde(flatten)]
    pub workspace: WorkspaceView,
    /// Where its models run: `international`, `global`, …; empty where the service does not say.
    pub service_site: String,
    /// When it was created, in milliseconds since 1970.
    pub created_at: f64,
    /// How many keys it has.
    pub keys: u32,
}

/// A workspace to create.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateWorkspaceRequest {
    /// The place.
    pub region: String,
    /// Its name, 1 to 30 characters.
    pub name: String,
    /// Where its models run; none where the region leaves no choice.
    pub service_site: Option<String>,
}

/// Names one workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceRef {
    /// The place.
    pub region: String,
    /// The service's id.
    pub workspace_id: String,
}

/// What stands in the way of deleting a workspace, in the service's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FailReasonView {
    /// The kind of thing that is still there: `ApiKey`, …
    pub resource_type: String,
    /// What the service said.
    pub reason: String,
}

/// Which models a workspace may call.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelAccessView {
    /// The default workspace may call every model, and nothing can be changed.
    pub every_model: bool,
    /// The models that can be allowed, by name.
    pub models: Vec<ModelAccessRowView>,
}

/// Whether a workspace may call a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelAccessRowView {
    /// The model, as programs name it.
    pub model: String,
    /// Its display name.
    pub name: String,
    /// Its maker, where known.
    pub provider: String,
    /// It may be called.
    pub inference: bool,
    /// It may be tuned, where the region can do that.
    pub fine_tune: bool,
    /// It may be deployed, where the region can do that.
    pub deploy: bool,
}

/// A change of what a workspace may call.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateModelAccessRequest {
    /// The workspace.
    pub workspace: WorkspaceRef,
    /// The models that change, with what they are to be.
    pub models: Vec<ModelAccessChange>,
}

/// One model that changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelAccessChange {
    /// The model.
    pub model: String,
    /// It may be called from now on, or no longer.
    pub inference: bool,
}

/// What became of a change that goes to the service in several calls.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchOutcomeView {
    /// Models whose change was taken.
    pub done: Vec<String>,
    /// Models whose change was not, by the call that carried them.
    pub failed: Vec<BatchFailureView>,
}

/// One call of several that failed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchFailureView {
    /// The models that it carried.
    pub models: Vec<String>,
    /// Why.
    pub failure: Failure,
}

/// Limits of requests and tokens for the models of a workspace.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelLimitsView {
    /// By model.
    pub models: Vec<ModelLimitRowView>,
}

/// The limits of one model.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelLimitRowView {
    /// The model, as programs name it.
    pub model: String,
    /// Its display name.
    pub name: String,
    /// What the platform allows the account.
    pub account: LimitView,
    /// What the workspace was limited to; none if it was not.
    pub workspace: Option<LimitView>,
}

/// Requests and tokens in a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LimitView {
    /// Requests allowed; none for no limit.
    pub requests: Option<u32>,
    /// In so many seconds.
    pub request_seconds: Option<u32>,
    /// Tokens (or what the platform counts) allowed; none for no limit.
    #[ts(type = "number | null")]
    pub usage: Option<u64>,
    /// In so many seconds.
    pub usage_seconds: Option<u32>,
}

/// A change of limits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateModelLimitsRequest {
    /// The workspace.
    pub workspace: WorkspaceRef,
    /// The models that change.
    pub limits: Vec<ModelLimitChange>,
}

/// The new limit of one model.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelLimitChange {
    /// The model.
    pub model: String,
    /// The limit; none takes it away.
    pub limit: Option<LimitView>,
}
