//! Taking a change back.

use std::sync::{Arc, Mutex, PoisonError};

use machine::{Change, DestinationId, Earlier, KeyName, Undone, Verification};

use crate::changes::list;
use crate::failure::Failure;
use crate::wire::{KeyRef, UndoneView};
use crate::world::{World, blocking};

/// Puts back what was there before a change, leaves everything else as the user has it now, and asks fresh programs what
/// they see.
///
/// # Errors
/// [`Failure::ChangeUnknown`], what is wrong with a file, or what the keyring says when an earlier key is to come back.
pub async fn undo_change(world: &Arc<World>, change_id: &str) -> Result<UndoneView, Failure> {
    let undone = undo(world, change_id).await?;
    let change = &undone.change;
    let seen = seen_now(world, &change.variable, places(change).collect()).await;
    Ok(UndoneView {
        change: list::view(change),
        also: undone.also.iter().map(list::view).collect(),
        left_alone: left_alone(&undone),
        verifications: seen.iter().map(list::verification).collect(),
    })
}

/// The files in which something was left, as the window names them.
pub(super) fn left_alone(undone: &Undone) -> Vec<String> {
    let shown = |path: &std::path::PathBuf| path.display().to_string();
    undone.left_alone.iter().map(shown).collect()
}

/// Where fresh programs can be asked what became of a change. A tool is none of them: nothing of ours is in its settings any
/// more, so there is nothing to read back.
pub(super) fn places(change: &Change) -> impl Iterator<Item = DestinationId> {
    let seen = change.verifications.iter();
    seen.filter_map(|seen| seen.destination)
}

/// What fresh programs see in those places. The undo is done whether or not they can be asked.
pub(super) async fn seen_now(
    world: &Arc<World>,
    variable: &str,
    places: Vec<DestinationId>,
) -> Vec<Verification> {
    if places.is_empty() {
        return Vec::new();
    }
    let (surroundings, variable) = (Arc::clone(&world.surroundings), variable.to_owned());
    let asked = blocking(move || machine::observe(&surroundings, &variable, &places, None)).await;
    match asked {
        Ok(Ok(seen)) => seen,
        Ok(Err(error)) => {
            tracing::warn!(%error, "fresh programs could not be asked after an undo");
            Vec::new()
        }
        Err(_ended) => Vec::new(),
    }
}

/// The same, for other actions.
pub(crate) async fn undo(world: &Arc<World>, change_id: &str) -> Result<Undone, Failure> {
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    let (asked, id) = (Arc::clone(world), change_id.to_owned());
    let undone = blocking(move || {
        let _until_done = one_at_a_time;
        let refused = Mutex::new(None);
        // Asked only if the undo has to put an earlier key back. A keyring that does not answer is no key that is gone.
        let earlier = |key: &KeyName| {
            let key = KeyRef {
                region: key.region.clone(),
                api_key_id: key.api_key_id.clone(),
            };
            match asked.value_now(&key) {
                Ok(value) => Earlier::Value(value),
                Err(Failure::SecretMissing { .. }) => Earlier::Gone,
                Err(failure) => {
                    *refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
                    Earlier::Unavailable
                }
            }
        };
        let undone = machine::undo(&asked.surroundings, &id, &earlier, &*asked.steps);
        let refused = refused.into_inner().unwrap_or_else(PoisonError::into_inner);
        undone.map_err(|error| refused.unwrap_or_else(|| error.into()))
    })
    .await??;
    world.withdraw_printing().await;
    Ok(undone)
}
