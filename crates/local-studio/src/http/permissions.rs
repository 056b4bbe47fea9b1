//! What workspaces may do with models, on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::form::decode_permissions;
use model_studio::control::wire::{AuthorizationScope, ModelAction, ModelPermissionPage};

use super::answer::{self, Nothing};
use super::parameters::Parameters;
use crate::catalogue::ModelFilter;
use crate::page::LARGE_PAGE;
use crate::platform::{PermissionList, Platform};
use crate::platform_error::Refusal;

pub(super) fn list(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let list = PermissionList {
        workspace_id: parameters.needed("workspaceId")?,
        granted_only: granted_only(parameters)?,
        models: ModelFilter {
            model: parameters.filled("filter.model"),
            name: parameters.filled("filter.name"),
            ..ModelFilter::default()
        },
        next_token: parameters.filled("nextToken"),
        max_results: parameters.max_results(platform.personality().max_results(LARGE_PAGE))?,
    };
    let page = platform.list_model_permissions(&list)?;
    let payload = ModelPermissionPage {
        list: page.rows,
        total_count: i64::from(page.total),
        max_results: i64::from(list.max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}

/// A switch or a permission that is not sent stays.
pub(super) fn update(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    parameters.needed("workspaceId")?;
    let form = decode_permissions(parameters.pairs()).map_err(|error| {
        let (name, expected) = if error.field == "accessAllEntities" {
            ("accessAllEntities", "OPEN, CLOSE or KEEP")
        } else {
            let fields =
                "models.N.model with models.N.inference, .fineTune or .deploy (true or false)";
            ("models", fields)
        };
        Refusal::InvalidParameter { name, expected }
    })?;
    platform.update_model_permissions(&form)?;
    Ok(answer::success(request_id, Nothing {}))
}

/// Models that are granted are asked for together with an action; there is one.
fn granted_only(parameters: &Parameters) -> Result<bool, Refusal> {
    let action = parameters.filled("modelAction");
    if action.is_some_and(|action| action != ModelAction::Inference.as_str()) {
        return Err(Refusal::InvalidParameter {
            name: "modelAction",
            expected: ModelAction::Inference.as_str(),
        });
    }
    match parameters.filled("authorizationScope").as_deref() {
        None => Ok(false),
        Some(word) if word == AuthorizationScope::Authorizable.as_str() => Ok(false),
        Some(word) if word == AuthorizationScope::Authorized.as_str() => Ok(true),
        Some(_) => Err(Refusal::InvalidParameter {
            name: "authorizationScope",
            expected: "AUTHORIZED or AUTHORIZABLE",
        }),
    }
}
