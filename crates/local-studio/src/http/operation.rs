//! Which operation a request asks for: action, version, method and path have to agree, as with the platform.

use axum::http::Method;

use crate::platform_error::Refusal;

const VERSION: &str = "2026-02-10";

/// Of the Security Token Service, which lives on a host of its own and needs no path.
const STS_VERSION: &str = "2015-04-01";

/// What can be asked for.
const ACTIONS: [&str; 19] = [
    "CreateApiKey",
    "ListApiKeys",
    "GetApiKey",
    "UpdateApiKey",
    "DeleteApiKey",
    "DisableApiKey",
    "EnableApiKey",
    "ResetApiKey",
    "CreateWorkspace",
    "ListWorkspaces",
    "DeleteWorkspace",
    "ListModels",
    "ListModelPermissions",
    "UpdateModelPermissions",
    "ListModelLimits",
    "UpdateModelLimits",
    "GetBillingOverview",
    "GetBillingTrend",
    "GetCallerIdentity",
];

/// Whether there is an operation of this name.
pub(crate) fn is_action(name: &str) -> bool {
    known(name).is_some()
}

/// The name, if an operation is called that: fit for a log then.
pub(super) fn known(name: &str) -> Option<&'static str> {
    ACTIONS.into_iter().find(|action| *action == name)
}

/// An operation of the control plane, with what its path names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Operation {
    CreateApiKey,
    ListApiKeys,
    GetApiKey { api_key_id: i64 },
    UpdateApiKey { api_key_id: i64 },
    DeleteApiKey { api_key_id: i64 },
    DisableApiKey { api_key_id: i64 },
    EnableApiKey { api_key_id: i64 },
    ResetApiKey { api_key_id: i64 },
    CreateWorkspace,
    ListWorkspaces,
    DeleteWorkspace { workspace_id: String },
    ListModels,
    ListModelPermissions,
    UpdateModelPermissions,
    ListModelLimits,
    UpdateModelLimits,
    GetBillingOverview,
    GetBillingTrend,
    GetCallerIdentity,
}

impl Operation {
    /// Finds the operation, or says that there is none.
    pub(super) fn find(
        action: &str,
        version: &str,
        method: &Method,
        path: &str,
    ) -> Result<Operation, Refusal> {
        if (action, version, path) == ("GetCallerIdentity", STS_VERSION, "/")
            && (method == Method::GET || method == Method::POST)
        {
            return Ok(Operation::GetCallerIdentity);
        }
        let Some(path) = path
            .strip_prefix("/modelstudio/")
            .filter(|_| version == VERSION)
        else {
            return Err(Refusal::UnknownAction);
        };
        let segments: Vec<&str> = path.split('/').collect();
        let operation = match (action, method.as_str(), segments.as_slice()) {
            ("CreateApiKey", "POST", ["apikeys"]) => Operation::CreateApiKey,
            ("ListApiKeys", "GET", ["apikeys"]) => Operation::ListApiKeys,
            ("GetApiKey", "GET", ["apikeys", id]) => Operation::GetApiKey {
                api_key_id: key(id)?,
            },
            ("UpdateApiKey", "PUT", ["apikeys", id]) => Operation::UpdateApiKey {
                api_key_id: key(id)?,
            },
            ("DeleteApiKey", "DELETE", ["apikeys", id]) => Operation::DeleteApiKey {
                api_key_id: key(id)?,
            },
            ("DisableApiKey", "PUT", ["apikeys", id, "disable"]) => Operation::DisableApiKey {
                api_key_id: key(id)?,
            },
            ("EnableApiKey", "PUT", ["apikeys", id, "enable"]) => Operation::EnableApiKey {
                api_key_id: key(id)?,
            },
            ("ResetApiKey", "PUT", ["apikeys", id, "reset"]) => Operation::ResetApiKey {
                api_key_id: key(id)?,
            },
            ("CreateWorkspace", "POST", ["workspaces"]) => Operation::CreateWorkspace,
            ("ListWorkspaces", "GET", ["workspaces"]) => Operation::ListWorkspaces,
            ("DeleteWorkspace", "DELETE", ["workspaces", id]) if !id.is_empty() => {
                Operation::DeleteWorkspace {
                    workspace_id: (*id).to_owned(),
                }
            }
            ("ListModels", "GET", ["models"]) => Operation::ListModels,
            ("ListModelPermissions", "GET", ["models", "permissions"]) => {
                Operation::ListModelPermissions
            }
            ("UpdateModelPermissions", "POST", ["models", "permissions"]) => {
                Operation::UpdateModelPermissions
            }
            ("ListModelLimits", "GET", ["models", "limits"]) => Operation::ListModelLimits,
            ("UpdateModelLimits", "POST", ["models", "limits"]) => Operation::UpdateModelLimits,
            ("GetBillingOverview", "GET", ["billing", "overview"]) => Operation::GetBillingOverview,
            ("GetBillingTrend", "GET", ["billing", "trend"]) => Operation::GetBillingTrend,
            _ => return Err(Refusal::UnknownAction),
        };
        Ok(operation)
    }

    /// The key that the path names, if it names one.
    pub(super) fn api_key_id(&self) -> Option<i64> {
        match self {
            Operation::GetApiKey { api_key_id }
            | Operation::UpdateApiKey { api_key_id }
            | Operation::DeleteApiKey { api_key_id }
            | Operation::DisableApiKey { api_key_id }
            | Operation::EnableApiKey { api_key_id }
            | Operation::ResetApiKey { api_key_id } => Some(*api_key_id),
            _ => None,
        }
    }
}

fn key(segment: &str) -> Result<i64, Refusal> {
    segment.parse().map_err(|_| Refusal::InvalidParameter {
        name: "apiKeyId",
        expected: "a whole number",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(action: &str, method: Method, path: &str) -> Result<Operation, Refusal> {
        Operation::find(action, VERSION, &method, path)
    }

    #[test]
    fn action_method_and_path_have_to_agree() {
        let reset = find(
            "ResetApiKey",
            Method::PUT,
            "/modelstudio/apikeys/1001/reset",
        )
        .unwrap();
        assert_eq!(reset, Operation::ResetApiKey { api_key_id: 1001 });
        for (action, method, path) in [
            (
                "ResetApiKey",
                Method::POST,
                "/modelstudio/apikeys/1001/reset",
            ),
            (
                "DeleteApiKey",
                Method::PUT,
                "/modelstudio/apikeys/1001/reset",
            ),
            ("ResetApiKey", Method::PUT, "/modelstudio/apikeys/1001"),
            (
                "ResetApiKey",
                Method::PUT,
                "/modelstudio/apikeys/1001/reset/",
            ),
            (
                "resetapikey",
                Method::PUT,
                "/modelstudio/apikeys/1001/reset",
            ),
            ("ListModels", Method::POST, "/modelstudio/models"),
            ("ListModels", Method::GET, "/modelstudio/models/qwen-plus"),
            ("ListApiKeys", Method::GET, "/apikeys"),
            (
                "DeleteWorkspace",
                Method::DELETE,
                "/modelstudio/workspaces/",
            ),
        ] {
            assert!(
                matches!(find(action, method, path), Err(Refusal::UnknownAction)),
                "{action} {path}"
            );
        }
    }

    #[test]
    fn another_version_is_unknown() {
        let other = Operation::find(
            "ListApiKeys",
            "2025-01-01",
            &Method::GET,
            "/modelstudio/apikeys",
        );
        assert!(matches!(other, Err(Refusal::UnknownAction)));
    }

    #[test]
    fn who_asks_is_asked_without_a_path() {
        let identity = |method: Method, path: &str| {
            Operation::find("GetCallerIdentity", STS_VERSION, &method, path)
        };
        for method in [Method::GET, Method::POST] {
            assert_eq!(identity(method, "/").unwrap(), Operation::GetCallerIdentity);
        }
        assert!(identity(Method::PUT, "/").is_err() && identity(Method::POST, "/x").is_err());
        let other = Operation::find("GetCallerIdentity", VERSION, &Method::POST, "/");
        assert!(matches!(other, Err(Refusal::UnknownAction)));
    }

    #[test]
    fn an_id_is_a_number() {
        for id in ["abc", "", "1.5", "99999999999999999999", "1%30"] {
            let refused = find(
                "GetApiKey",
                Method::GET,
                &format!("/modelstudio/apikeys/{id}"),
            );
            assert!(
                matches!(
                    refused,
                    Err(Refusal::InvalidParameter {
                        name: "apiKeyId",
                        ..
                    })
                ),
                "{id}"
            );
        }
    }
}
