//! The contents of answers, each beside an [`super::Envelope`] in one JSON object.

use serde::{Deserialize, Serialize};

use super::{
    ApiKey, CreatedApiKey, FailReason, Model, ModelLimit, ModelPermission, Workspace, lenient,
};

/// The content of ListApiKeys.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiKeyPage {
    /// The keys.
    #[serde(default, deserialize_with = "lenient::list")]
    pub api_keys: Vec<ApiKey>,
    /// How many there are on all pages.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_count: i64,
    /// How many a page may have.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_results: i64,
    /// Names the next page; empty on the last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub next_token: String,
}

/// The content of ListWorkspaces.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkspacePage {
    /// The workspaces.
    #[serde(default, deserialize_with = "lenient::list")]
    pub workspaces: Vec<Workspace>,
    /// How many there are on all pages.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_count: i64,
    /// How many a page may have.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_results: i64,
    /// Names the next page; empty on the last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub next_token: String,
}

/// The content of ListModels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelPage {
    /// The models.
    #[serde(default, deserialize_with = "lenient::list")]
    pub models: Vec<Model>,
    /// How many there are on all pages.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_count: i64,
    /// How many a page may have.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_results: i64,
    /// Names the next page; empty on the last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub next_token: String,
}

/// The content of ListModelPermissions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelPermissionPage {
    /// The models, each with what the workspace may do with it.
    #[serde(default, deserialize_with = "lenient::list")]
    pub list: Vec<ModelPermission>,
    /// How many there are on all pages.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_count: i64,
    /// How many a page may have.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_results: i64,
    /// Names the next page; empty on the last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub next_token: String,
}

/// The content of ListModelLimits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelLimitPage {
    /// The models, each with its limits.
    #[serde(default, deserialize_with = "lenient::list")]
    pub limits: Vec<ModelLimit>,
    /// How many there are on all pages.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_count: i64,
    /// How many a page may have.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_results: i64,
    /// Names the next page; empty on the last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub next_token: String,
}

/// The content of GetApiKey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiKeyAnswer {
    /// The key.
    pub api_key: ApiKey,
}

/// The content of CreateApiKey and ResetApiKey.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedApiKeyAnswer {
    /// The key, with its plaintext.
    pub api_key: CreatedApiKey,
}

/// The content of CreateWorkspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceAnswer {
    /// The workspace.
    pub workspace: Workspace,
}

/// The content of DeleteWorkspace.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceDeletion {
    /// It is gone; where it is not said, the envelope's `success` counts.
    #[serde(default, deserialize_with = "lenient::optional_flag")]
    pub is_deleted: Option<bool>,
    /// What stood in the way.
    #[serde(default, deserialize_with = "lenient::list")]
    pub fail_reasons: Vec<FailReason>,
}
