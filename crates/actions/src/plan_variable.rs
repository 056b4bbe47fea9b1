//! The preview: what would be written to set a variable, before anything is.

use std::sync::Arc;

use machine::{KeyName, Wish};
use model_studio::key::mask;
use secrecy::ExposeSecret;

mod view;

use crate::failure::Failure;
use crate::wire::{PlanVariableRequest, VariablePlanView};
use crate::world::{KnownPlan, World, blocking, fresh_name};

/// Reads the start-up files and says what would be written. Writes nothing.
///
/// # Errors
/// [`Failure::SecretMissing`], what the keyring says, or what is wrong with a file.
pub async fn plan_variable(
    world: &Arc<World>,
    request: PlanVariableRequest,
) -> Result<VariablePlanView, Failure> {
    let value = world.value(&request.key).await?;
    // EXPOSE: for its masked form.
    let masked = mask(value.expose_secret());
    let wish = Wish {
        variable: request.variable,
        key: KeyName {
            region: request.key.region.clone(),
            api_key_id: request.key.api_key_id.clone(),
        },
        masked,
        destinations: request
            .destinations
            .map(|chosen| chosen.into_iter().map(view::chosen).collect()),
        comment_out: request.comment_out,
    };
    let surroundings = Arc::clone(&world.surroundings);
    let plan = blocking(move || machine::plan(&surroundings, &wish, &value)).await??;
    let known = KnownPlan {
        id: fresh_name(),
        key: request.key,
        plan,
    };
    let view = view::plan(&known.id, &known.plan);
    world.plans.remember(known);
    Ok(view)
}
