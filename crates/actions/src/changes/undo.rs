//! Taking a change back.

use std::sync::{Arc, Mutex, PoisonError};

use machine::{Change, Earlier, KeyName, Undone, Verification};

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
    let seen = seen_now(world, &undone.change).await;
    Ok(UndoneView {
        change: list::view(&undone.change),
        also: undone.also.iter().map(list::view).collect(),
        left_alone: undone
            .left_alone
            .iter()
            .map(|path| path.display().to_string())
            .collect(),
        verifications: seen.iter().map(list::verification).collect(),
    })
}

/// What fresh programs see where the change was. The undo is done whether or not they can be asked.
async fn seen_now(world: &Arc<World>, change: &Change) -> Vec<Verification> {
    if change.tool.is_some() {
        // Nothing of ours is in its settings any more, so there is nothing to read back.
        return Vec::new();
    }
    let places: Vec<_> = change
        .verifications
        .iter()
        .filter_map(|seen| seen.destination)
        .collect();
    let (surroundings, variable) = (Arc::clone(&world.surroundings), change.variable.clone());
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
