//! Taking a change back.

use std::sync::Arc;

use machine::{KeyName, Undone};

use crate::failure::Failure;
use crate::list_changes;
use crate::wire::{KeyRef, UndoneView};
use crate::world::{World, blocking};

/// Puts back what was there before a change and leaves everything else as the user has it now.
///
/// # Errors
/// [`Failure::ChangeUnknown`], [`Failure::EarlierValueGone`], or what is wrong with a file.
pub async fn undo_change(world: &Arc<World>, change_id: &str) -> Result<UndoneView, Failure> {
    let undone = undo(world, change_id).await?;
    Ok(UndoneView {
        change: list_changes::view(&undone.change),
        left_alone: undone
            .left_alone
            .iter()
            .map(|path| path.display().to_string())
            .collect(),
        verifications: undone
            .change
            .verifications
            .iter()
            .map(list_changes::verification)
            .collect(),
    })
}

/// The same, for other actions.
pub(crate) async fn undo(world: &Arc<World>, change_id: &str) -> Result<Undone, Failure> {
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    let (world, id) = (Arc::clone(world), change_id.to_owned());
    let undone = blocking(move || {
        let _until_done = one_at_a_time;
        // Asked only if the undo has to put an earlier key back.
        let earlier = |key: &KeyName| {
            let key = KeyRef {
                region: key.region.clone(),
                api_key_id: key.api_key_id.clone(),
            };
            world.value_now(&key).ok()
        };
        machine::undo(&world.surroundings, &id, &earlier, &*world.steps)
    })
    .await??;
    Ok(undone)
}
