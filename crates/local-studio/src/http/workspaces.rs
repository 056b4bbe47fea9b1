//! Workspaces on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::wire::{
    FailReason, Workspace, WorkspaceAnswer, WorkspaceDeletion, WorkspacePage,
};

use super::parameters::Parameters;
use super::{Shared, answer};
use crate::page::MAX_RESULTS;
use crate::platform::{Deletion, WorkspaceList};
use crate::platform_error::Refusal;
use crate::store::WorkspaceRow;
use crate::store::workspaces::WorkspaceFilter;

pub(super) fn create(
    shared: &Shared,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let site = parameters.filled("serviceSite");
    let row = shared
        .platform
        .create_workspace(parameters.text("workspaceName"), site)?;
    Ok(answer::success(
        request_id,
        WorkspaceAnswer {
            workspace: shown(shared, row),
        },
    ))
}

pub(super) fn list(
    shared: &Shared,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let list = WorkspaceList {
        filter: WorkspaceFilter {
            workspace_id: parameters.filled("workspaceId"),
            workspace_name: parameters.filled("workspaceName"),
        },
        next_token: parameters.filled("nextToken"),
        max_results: parameters
            .max_results(shared.platform.personality().max_results(MAX_RESULTS))?,
    };
    let page = shared.platform.list_workspaces(&list)?;
    let payload = WorkspacePage {
        workspaces: page
            .rows
            .into_iter()
            .map(|row| shown(shared, row))
            .collect(),
        total_count: i64::from(page.total),
        max_results: i64::from(list.max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}

pub(super) fn delete(
    shared: &Shared,
    workspace_id: &str,
    request_id: &str,
) -> Result<Response, Refusal> {
    let reason = match shared.platform.delete_workspace(workspace_id)? {
        Deletion::Deleted => {
            let payload = WorkspaceDeletion {
                is_deleted: Some(true),
                fail_reasons: Vec::new(),
            };
            return Ok(answer::success(request_id, payload));
        }
        Deletion::IsDefault => FailReason {
            reason: "The default workspace cannot be deleted.".to_owned(),
            resource_type: "DefaultWorkspace".to_owned(),
        },
        Deletion::HasKeys { count } => FailReason {
            reason: format!("The workspace has API keys: {count}. Delete them first."),
            resource_type: "ApiKey".to_owned(),
        },
    };
    let message = reason.reason.clone();
    let payload = WorkspaceDeletion {
        is_deleted: Some(false),
        fail_reasons: vec![reason],
    };
    Ok(answer::business_failure(
        request_id,
        "WorkSpaceNotDeletable",
        &message,
        payload,
    ))
}

fn shown(shared: &Shared, row: WorkspaceRow) -> Workspace {
    let personality = shared.platform.personality();
    let api_host = personality.api_host(&row.workspace_id);
    let usual_site = personality.locality().usual_site();
    Workspace {
        workspace_id: row.workspace_id,
        workspace_name: row.workspace_name,
        region: personality.region().to_string(),
        api_host: api_host.unwrap_or_else(|| shared.api_host.clone()),
        service_site: row.service_site.unwrap_or_else(|| usual_site.to_owned()),
        gmt_create: row.gmt_create,
    }
}
