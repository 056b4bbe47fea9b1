//! A workspace, and why one stays.

use serde::{Deserialize, Serialize};

use super::lenient;

/// A workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Workspace {
    /// Its id.
    #[serde(deserialize_with = "lenient::text")]
    pub workspace_id: String,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub workspace_name: String,
    /// The region it is in.
    #[serde(default, deserialize_with = "lenient::text")]
    pub region: String,
    /// Its own host.
    #[serde(default, deserialize_with = "lenient::text")]
    pub api_host: String,
    /// Where its requests may be computed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub service_site: String,
    /// Milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient::number")]
    pub gmt_create: i64,
}

/// Why a workspace was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FailReason {
    /// What stands in the way.
    #[serde(default, deserialize_with = "lenient::text")]
    pub reason: String,
    /// The kind of resource that does.
    #[serde(default, deserialize_with = "lenient::text")]
    pub resource_type: String,
}
