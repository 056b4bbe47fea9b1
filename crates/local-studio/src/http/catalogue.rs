//! Models on the control plane: parameters in, the contract's objects out.

use axum::response::Response;
use model_studio::control::wire::ModelPage;

use super::answer;
use super::parameters::Parameters;
use crate::catalogue::{self, ModelFilter};
use crate::page::{MAX_RESULTS, Page, Position};
use crate::platform::Platform;
use crate::platform_error::Refusal;

const LISTING: &str = "models";

/// `language` chooses no models: there is one description of each.
pub(super) fn list(
    platform: &Platform,
    parameters: &Parameters,
    request_id: &str,
) -> Result<Response, Refusal> {
    let filter = ModelFilter {
        model: parameters.filled("model"),
        name: parameters.filled("name"),
        capabilities: parameters.texts("capabilities")?,
        features: parameters.texts("features")?,
        providers: parameters.texts("providers")?,
        context_window: parameters.number("contextWindow", "a whole number of tokens")?,
    };
    let token = parameters.filled("nextToken");
    let after = Position::of(token.as_deref(), LISTING)?;
    let personality = platform.personality();
    let max_results = parameters.max_results(personality.max_results(MAX_RESULTS))?;
    let currency = personality.locality().currency;
    let page = Page::of_numbered(catalogue::filtered(&filter), after, max_results, LISTING);
    let payload = ModelPage {
        models: page
            .rows
            .iter()
            .map(|known| known.to_wire(currency))
            .collect(),
        total_count: i64::from(page.total),
        max_results: i64::from(max_results),
        next_token: page.next_token.unwrap_or_default(),
    };
    Ok(answer::success(request_id, payload))
}
