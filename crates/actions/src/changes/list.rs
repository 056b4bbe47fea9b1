//! What this program changed on this computer.

use std::sync::Arc;

use machine::{Change, ChangeState};

use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::tools;
use crate::wire::{self, ChangeView, ChangedFileView, CompanionView, KeyRef};
use crate::world::{World, blocking};

mod verification;
pub(crate) use verification::{action, destination_id, verification};

/// All changes, newest first, undone ones included.
///
/// # Errors
/// What is wrong with the journal.
pub async fn list_changes(world: &Arc<World>) -> Result<Vec<ChangeView>, Failure> {
    Ok(all(world).await?.iter().map(view).collect())
}

/// One change.
pub(crate) async fn find(world: &Arc<World>, id: &str) -> Result<Change, Failure> {
    all(world)
        .await?
        .into_iter()
        .find(|change| change.id == id)
        .ok_or(Failure::ChangeUnknown)
}

/// All of them, newest first.
pub(super) async fn all(world: &Arc<World>) -> Result<Vec<Change>, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    Ok(blocking(move || machine::changes(&surroundings)).await??)
}

/// What was set with a key, as the window shows it.
pub(crate) fn companion(companion: &machine::Companion) -> CompanionView {
    CompanionView {
        name: companion.name.clone(),
        text: companion.text.clone(),
    }
}

/// A change as the window shows it.
pub(crate) fn view(change: &Change) -> ChangeView {
    ChangeView {
        id: change.id.clone(),
        at: milliseconds(change.at.as_millisecond()),
        variable: change.variable.clone(),
        tool: change.tool.as_ref().map(|what| tools::wire_id(what.tool)),
        key: KeyRef {
            region: change.key.region.clone(),
            api_key_id: change.key.api_key_id.clone(),
        },
        masked: change.masked.clone(),
        asks_keyring: change.asks_keyring,
        companions: change.companions.iter().map(companion).collect(),
        state: match change.state {
            ChangeState::Active => wire::ChangeState::Active,
            ChangeState::Replaced => wire::ChangeState::Replaced,
            ChangeState::Undone => wire::ChangeState::Undone,
            ChangeState::Unfinished => wire::ChangeState::Unfinished,
        },
        files: change
            .files
            .iter()
            .map(|file| ChangedFileView {
                path: file.path.display().to_string(),
                action: action(file.action),
                backup: file.backup.as_ref().map(|path| path.display().to_string()),
            })
            .collect(),
        verifications: change.verifications.iter().map(verification).collect(),
    }
}
