//! The results that are kept on this computer. Nobody is asked.

use std::sync::Arc;

use model_studio::tasks::TaskStatus;
use serde_json::Value;
use vault::TaskResult;

use super::row::status;
use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::wire::{KeptResultRef, KeptResultView};
use crate::world::World;

/// Those of a place, the last one first.
///
/// # Errors
/// What is wrong with the catalog.
pub async fn kept_results(
    world: &Arc<World>,
    region: &str,
) -> Result<Vec<KeptResultView>, Failure> {
    let place = region.to_owned();
    let results = world
        .catalog(move |catalog| catalog.task_results(&place))
        .await?;
    Ok(results.iter().map(view).collect())
}

/// Removes one. One that is not kept is removed already.
///
/// # Errors
/// What is wrong with the catalog.
pub async fn remove_kept_result(world: &Arc<World>, result: &KeptResultRef) -> Result<(), Failure> {
    let KeptResultRef { region, task_id } = result.clone();
    world
        .catalog(move |catalog| catalog.remove_task_result(&region, &task_id))
        .await
}

/// A result as the window shows it.
pub(super) fn view(result: &TaskResult) -> KeptResultView {
    KeptResultView {
        region: result.place.clone(),
        task_id: result.task_id.clone(),
        model: result.model.clone(),
        status: status(&TaskStatus::of(&result.status)),
        kept_at: milliseconds(result.kept_at),
        result: indented(&result.result_json),
    }
}

fn indented(json: &str) -> String {
    serde_json::from_str::<Value>(json)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or_else(|_no_json| json.to_owned())
}
