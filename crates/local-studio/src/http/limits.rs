//! How much workspaces may ask of models, on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::form::decode_limits;
use model_studio::control::wire::ModelLimitPage;

use super::answer::{self, Nothing};
use super::parameters::Parameters;
use crate::catalogue::ModelFilter;
use crate::page::{DEFAULT_RESULTS, LARGE_PAGE};
use crate::platform::{LimitList, Platform};
use crate::platform_error::Refusal;

pub(super) fn list(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let limit = platform.personality().max_results(LARGE_PAGE);
    let max_results = match parameters.max_results_from(0, limit)? {
        // The platform takes a page of nothing, too: as one of the usual size, or lists would not end.
        0 => DEFAULT_RESULTS.min(limit),
        some => some,
    };
    let list = LimitList {
        workspace_id: parameters.filled("workspaceId"),
        models: ModelFilter {
            model: parameters.filled("model"),
            name: parameters.filled("name"),
            ..ModelFilter::default()
        },
        next_token: parameters.filled("nextToken"),
        max_results,
    };
    let page = platform.list_model_limits(&list)?;
    let payload = ModelLimitPage {
        limits: page.rows,
        total_count: i64::from(page.total),
        max_results: i64::from(list.max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}

/// A limit that is set replaces the whole old one.
pub(super) fn update(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    parameters.needed("workspaceId")?;
    let form = decode_limits(parameters.pairs()).map_err(|_| Refusal::InvalidParameter {
        name: "workspaceLimits",
        expected: "a JSON list of objects with model, operationType (OVERLAY or DELETE) and limits in whole numbers",
    })?;
    platform.update_model_limits(&form)?;
    Ok(answer::success(request_id, Nothing {}))
}
