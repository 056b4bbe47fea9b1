//! The models that a scope can name.

use std::sync::Arc;

use model_studio::control::ListModels;
use model_studio::control::wire::{Model, PriceRange};

use crate::failure::Failure;
use crate::wire::{ListModelsRequest, ModelPriceView, ModelReasonView, ModelView};
use crate::workspaces::callable;
use crate::world::World;

/// All models of a region, in the service's order.
///
/// # Errors
/// What the service refused, or that it cannot be reached.
pub async fn list_models(
    world: &Arc<World>,
    request: &ListModelsRequest,
) -> Result<Vec<ModelView>, Failure> {
    let connection = world.connection(&request.region).await?;
    let everything = ListModels::default();
    // The list is of the region; what the workspace may call of it is asked beside it.
    let (models, callable) = tokio::join!(
        connection.control.all_models(&everything),
        callable(&connection, request.workspace_id.as_deref()),
    );
    Ok(models?
        .into_iter()
        .map(|model| {
            let has = callable.has(&model.model);
            view(model, has)
        })
        .collect())
}

fn view(model: Model, callable: Option<bool>) -> ModelView {
    ModelView {
        name: if model.name.is_empty() {
            model.model.clone()
        } else {
            model.name
        },
        id: model.model,
        provider: model.provider,
        context_window: model.model_info.context_window.and_then(tokens),
        prices: model.prices.into_iter().flat_map(prices).collect(),
        callable,
        reason: (callable == Some(false)).then_some(ModelReasonView::NotGranted),
    }
}

/// Tokens as JavaScript has numbers; none where the service says nothing sensible.
fn tokens(number: i64) -> Option<f64> {
    u32::try_from(number)
        .ok()
        .filter(|tokens| *tokens > 0)
        .map(f64::from)
}

fn prices(range: PriceRange) -> impl Iterator<Item = ModelPriceView> {
    let name_of_range = range.range_name;
    range.prices.into_iter().map(move |price| ModelPriceView {
        name: price.price_name,
        price: price.price,
        unit: price.price_unit,
        range: name_of_range.clone(),
        time_band: price.time_band,
    })
}
