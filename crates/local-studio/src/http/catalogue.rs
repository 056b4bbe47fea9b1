//! Models on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::wire::ModelPage;

use super::answer;
use super::parameters::Parameters;
use crate::catalogue::{self, Known, ModelFilter};
use crate::page::{Page, Position};
use crate::platform_error::Refusal;

const LISTING: &str = "models";

/// Filters of the platform that the catalogue has nothing to offer for. Refused, since to ignore one would be to list models
/// that were to be left out. `language` chooses no models.
const NOT_SERVED: [&str; 4] = ["capabilities", "contextWindow", "features", "providers"];

pub(super) fn list(parameters: &Parameters, request_id: &str) -> Result<Response, Refusal> {
    if let Some(name) = NOT_SERVED
        .into_iter()
        .find(|name| parameters.filled(name).is_some())
    {
        return Err(Refusal::InvalidParameter {
            name,
            expected: "left out: this computer filters by model and name",
        });
    }
    let filter = ModelFilter {
        model: parameters.filled("model"),
        name: parameters.filled("name"),
    };
    let token = parameters.filled("nextToken");
    let after = token
        .map(|token| Position::from_token(&token, LISTING))
        .transpose()?;
    let max_results = parameters.max_results()?;
    let found = catalogue::filtered(&filter);
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let following: Vec<(i64, &Known)> = found
        .into_iter()
        .filter(|(place, _)| after.is_none_or(|after| *place > after.id))
        .collect();
    let page = Page::cut(following, max_results, total, LISTING, |(place, _)| {
        Position {
            value: *place,
            id: *place,
        }
    });
    let payload = ModelPage {
        models: page.rows.iter().map(|(_, known)| known.to_wire()).collect(),
        total_count: i64::from(page.total),
        max_results: i64::from(max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}
