//! A request of the control plane, from its bytes to its answer: read, check the signature, find the operation, run it off
//! the server's own threads, and write one line to the log.

use std::sync::Arc;

use axum::extract::Request;
use axum::response::Response;

use super::operation::{self, Operation};
use super::parameters::Parameters;
use super::{
    Plane, Shared, answer, api_keys, billing, body, catalogue, identity, limits, permissions,
    signature, workspaces,
};
use crate::platform_error::Refusal;

/// Answers a request of the control plane.
pub(super) async fn answer(shared: Arc<Shared>, request: Request) -> Response {
    let request_id = answer::new_request_id();
    let method = request.method().clone();
    let response = match handle(shared, request, request_id.clone()).await {
        Ok(response) => response,
        Err(refusal) => {
            // A refusal names parameters and ids, never a value that was sent as a secret.
            tracing::warn!(request_id, reason = %refusal, "refused");
            answer::refusal(Plane::Control, &request_id, &refusal)
        }
    };
    tracing::info!(request_id, %method, status = response.status().as_u16(), "control plane");
    response
}

async fn handle(
    shared: Arc<Shared>,
    request: Request,
    request_id: String,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let body = body::whole(body).await?;
    let presented = signature::check(&shared, &parts, &body)?;
    let operation = Operation::find(
        &presented.action,
        &presented.version,
        &parts.method,
        parts.uri.path(),
    )?;
    // The action is one of ours by now. Parameters are not logged, nor are names that a caller chose.
    tracing::info!(
        request_id,
        action = presented.action,
        api_key_id = operation.api_key_id(),
        "asked"
    );
    let identity = shared.platform.personality().identity();
    if let Some(action) = operation::known(&presented.action).filter(|it| identity.is_denied(it)) {
        return Err(Refusal::NoPermission { action });
    }
    let parameters = Parameters::read(&parts, &body)?;
    tokio::task::spawn_blocking(move || run(&shared, operation, &parameters, &request_id))
        .await
        .unwrap_or(Err(Refusal::Interrupted))
}

fn run(
    shared: &Shared,
    operation: Operation,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let platform = &shared.platform;
    match operation {
        Operation::CreateApiKey => api_keys::create(platform, parameters, request_id),
        Operation::ListApiKeys => api_keys::list(platform, parameters, request_id),
        Operation::GetApiKey { api_key_id } => api_keys::get(platform, api_key_id, request_id),
        Operation::UpdateApiKey { api_key_id } => {
            api_keys::update(platform, api_key_id, parameters, request_id)
        }
        Operation::DeleteApiKey { api_key_id } => {
            api_keys::delete(platform, api_key_id, request_id)
        }
        Operation::DisableApiKey { api_key_id } => {
            api_keys::set_disabled(platform, api_key_id, true, request_id)
        }
        Operation::EnableApiKey { api_key_id } => {
            api_keys::set_disabled(platform, api_key_id, false, request_id)
        }
        Operation::ResetApiKey { api_key_id } => api_keys::reset(platform, api_key_id, request_id),
        Operation::CreateWorkspace => workspaces::create(shared, parameters, request_id),
        Operation::ListWorkspaces => workspaces::list(shared, parameters, request_id),
        Operation::DeleteWorkspace { workspace_id } => {
            workspaces::delete(shared, &workspace_id, request_id)
        }
        Operation::ListModels => catalogue::list(platform, parameters, request_id),
        Operation::ListModelPermissions => permissions::list(platform, parameters, request_id),
        Operation::UpdateModelPermissions => permissions::update(platform, parameters, request_id),
        Operation::ListModelLimits => limits::list(platform, parameters, request_id),
        Operation::UpdateModelLimits => limits::update(platform, parameters, request_id),
        Operation::GetBillingOverview => billing::overview(platform, parameters, request_id),
        Operation::GetBillingTrend => billing::trend(platform, parameters, request_id),
        Operation::GetCallerIdentity => Ok(identity::get(platform, request_id)),
    }
}
