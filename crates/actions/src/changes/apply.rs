//! Writing what a preview showed.

use std::sync::Arc;

use machine::{Change, Method, ToolWay};
use vault::PrintReason;

use crate::changes::list;
use crate::failure::Failure;
use crate::wire::ChangeView;
use crate::world::{KnownPlan, PlanOf, World, blocking};

/// Writes what the preview of a variable or of a tool showed: all of it or nothing.
///
/// # Errors
/// [`Failure::PlanUnknown`], [`Failure::FileChanged`], or what is wrong with a file.
pub async fn apply_plan(world: &Arc<World>, plan_id: &str) -> Result<ChangeView, Failure> {
    let known = world.plans.take(plan_id).ok_or(Failure::PlanUnknown)?;
    let applied = apply(world, known).await;
    // Another key may have been asked for in its place until now; or this one is not, after all.
    world.withdraw_printing().await;
    Ok(list::view(&applied?))
}

async fn apply(world: &Arc<World>, known: Arc<KnownPlan>) -> Result<Change, Failure> {
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    // Read when it is our turn: a reset meanwhile has put another value there, or finds ours and replaces it.
    let value = world.value(&known.key).await?;
    if let Some(why) = asks(&known.plan) {
        // Before a file asks for it: a shell or a tool may start right after.
        world.allow_printing(&known.key, why).await?;
        world.steps.reached("printing was allowed");
    }
    let surroundings = Arc::clone(&world.surroundings);
    let steps = Arc::clone(&world.steps);
    let change = blocking(move || {
        let _until_done = one_at_a_time;
        match &known.plan {
            PlanOf::Variable(plan) => machine::apply(&surroundings, plan, &value, &*steps),
            PlanOf::Tool(plan) => machine::apply_tool(&surroundings, plan, &value, &*steps),
        }
    })
    .await??;
    Ok(change)
}

/// Why the key must be printable once this is written; none if it need not be.
fn asks(plan: &PlanOf) -> Option<PrintReason> {
    match plan {
        PlanOf::Variable(plan) => {
            matches!(plan.method, Method::Keyring { .. }).then_some(PrintReason::Variable)
        }
        PlanOf::Tool(plan) => (plan.what.way == ToolWay::Helper).then_some(PrintReason::Tool),
    }
}
