//! Taking back everything that this program changed on this computer, one change after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use machine::{Change, ChangeState, DestinationId};

use super::{list, undo};
use crate::failure::Failure;
use crate::wire::{UndoOutcomeView, UndoneEverythingView, VerificationView};
use crate::world::World;

/// Undoes every change that stands, the oldest first: then none of them has to put an earlier key back, and the keyring is not
/// needed. One that cannot be undone does not stop the others. At the end fresh programs are asked what they see.
///
/// # Errors
/// What is wrong with the journal; what is wrong with one change is in its outcome.
pub async fn undo_everything(world: &Arc<World>) -> Result<UndoneEverythingView, Failure> {
    let standing: Vec<Change> = list::all(world)
        .await?
        .into_iter()
        .rev()
        .filter(|change| change.state != ChangeState::Undone)
        .collect();
    let mut outcomes = Vec::with_capacity(standing.len());
    for change in &standing {
        let undone = undo::undo(world, &change.id).await;
        outcomes.push((change, undone.map(|undone| undo::left_alone(&undone))));
    }
    let now = list::all(world).await?;
    let outcomes = outcomes.into_iter().map(|(change, undone)| {
        let found = now.iter().find(|one| one.id == change.id);
        outcome(found.unwrap_or(change), undone)
    });
    Ok(UndoneEverythingView {
        outcomes: outcomes.collect(),
        verifications: seen_now(world, &standing).await,
    })
}

/// What somebody else undid meanwhile is undone all the same.
fn outcome(change: &Change, undone: Result<Vec<String>, Failure>) -> UndoOutcomeView {
    let is_undone = change.state == ChangeState::Undone;
    let (left_alone, failure) = match undone {
        Ok(left_alone) => (left_alone, None),
        Err(_) if is_undone => (Vec::new(), None),
        Err(failure) => (Vec::new(), Some(failure)),
    };
    UndoOutcomeView {
        change: list::view(change),
        left_alone,
        failure,
    }
}

/// Each variable is asked for once in each place, however many changes had set it there.
async fn seen_now(world: &Arc<World>, standing: &[Change]) -> Vec<VerificationView> {
    let mut places: BTreeMap<&str, BTreeSet<DestinationId>> = BTreeMap::new();
    for change in standing {
        let asked = places.entry(&change.variable).or_default();
        asked.extend(undo::places(change));
    }
    let mut seen = Vec::new();
    for (variable, places) in places {
        let found = undo::seen_now(world, variable, places.into_iter().collect()).await;
        seen.extend(found.iter().map(list::verification));
    }
    seen
}
