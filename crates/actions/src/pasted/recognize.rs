//! Telling what a pasted value is.

use std::sync::Arc;
use std::time::Duration;

use model_studio::key::KeySecret;
use secrecy::SecretString;
use tokio::task::JoinSet;
use tokio::time::timeout;
use vault::Catalog;

use crate::failure::Failure;
use crate::keys::list;
use crate::keys::seen::Seen;
use crate::pasted::{candidates, is_shown_by, recognize};
use crate::places::place::Place;
use crate::wire::{PastedKeyView, PastedKindView, PastedMatchView};
use crate::world::{PastedKey, World, fresh_name};

/// How long the lists of the accounts are waited for: what was last seen of them stands for those that come later.
const PATIENCE: Duration = Duration::from_secs(5);

/// Says what a pasted value is, by its shape, and to which keys of the lists it could belong. The value is held in memory until
/// it is kept or forgotten, or some minutes have passed. It is sent nowhere.
///
/// # Errors
/// [`Failure::PastedInvalid`], [`Failure::LocalStudioStopped`] for a key of This computer, and what is wrong with the catalog.
pub async fn recognize_key(
    world: &Arc<World>,
    pasted: SecretString,
) -> Result<PastedKeyView, Failure> {
    let (value, kind) = recognize(&pasted)?;
    drop(pasted);
    let candidates = candidates(world, kind).await?;
    let mut matches = Vec::new();
    for (place, seen) in lists(world, kind).await? {
        matches.extend(matching(&place, &seen, &value));
    }
    let view = PastedKeyView {
        id: fresh_name(),
        masked: value.masked(),
        kind,
        candidates,
        matches,
    };
    world.pasted.hold(PastedKey {
        id: view.id.clone(),
        value,
        kind,
        candidates: view.candidates.clone(),
        at: world.now(),
    });
    Ok(view)
}

/// The lists in which a key of this kind may be: those that were seen before, asked anew side by side.
async fn lists(world: &Arc<World>, kind: PastedKindView) -> Result<Vec<(Place, Seen)>, Failure> {
    let mut asked = JoinSet::new();
    for last in world.catalog(Catalog::all_last_seen).await? {
        let Ok(place) = last.place.parse::<Place>() else {
            continue;
        };
        let is_here = place == Place::THIS_COMPUTER;
        if is_here && kind != PastedKindView::ThisComputer {
            continue;
        }
        let world = Arc::clone(world);
        asked.spawn(async move {
            let fresh = timeout(PATIENCE, list::ask(&world, &place)).await;
            let seen = match fresh {
                Ok(Ok(seen)) => Some(seen),
                Ok(Err(_)) | Err(_) => Seen::parse(&last),
            };
            seen.map(|seen| (place, seen))
        });
    }
    let mut lists: Vec<(Place, Seen)> = asked.join_all().await.into_iter().flatten().collect();
    lists.sort_by_key(|(place, _)| place.to_string());
    Ok(lists)
}

fn matching(place: &Place, seen: &Seen, value: &KeySecret) -> Vec<PastedMatchView> {
    seen.keys
        .iter()
        .filter(|key| is_shown_by(value, &key.api_key_value))
        .map(|key| PastedMatchView {
            region: place.to_string(),
            api_key_id: key.api_key_id.to_string(),
            description: key.description.clone(),
            workspace_name: key.workspace_name.clone(),
        })
        .collect()
}
