//! Replacing a key's value: the old one stops at once, so what used it on this computer follows.

use std::sync::Arc;

use machine::KeyName;
use model_studio::key::KeySecret;
use vault::{Catalog, Intent, IntentKind};

use crate::failure::{Failure, about_key};
use crate::keys::create::kept_and_shown;
use crate::keys::keep;
use crate::typed;
use crate::wire::{KeyRef, ResetKeyView};
use crate::world::{World, blocking, fresh_name};

/// Resets a key, keeps the new value, and puts it where this program had set the old one.
///
/// # Errors
/// [`Failure::RegionCannot`], [`Failure::KeyNotListed`], what the service refused, or that it cannot be reached. What goes wrong after the service has answered is in the view.
pub async fn reset_key(world: &Arc<World>, key: KeyRef) -> Result<ResetKeyView, Failure> {
    // On a task of its own: closing the window's request must not stop the action between the answer and the keyring.
    let world = Arc::clone(world);
    tokio::spawn(async move { reset(&world, &key).await })
        .await
        .map_err(|_ended| Failure::Interrupted)?
}

async fn reset(world: &Arc<World>, key: &KeyRef) -> Result<ResetKeyView, Failure> {
    typed::region_can(&key.region, |capabilities| capabilities.reset)?;
    let id = typed::listed_id(key)?;
    let connection = world.connection(&key.region).await?;
    let _one_at_a_time = world.replacing.lock().await;
    let mut as_known = connection
        .control
        .get_api_key(id)
        .await
        .map_err(|error| about_key(error, key))?;
    let intent = Intent {
        id: fresh_name(),
        kind: IntentKind::Reset,
        region: key.region.clone(),
        description: as_known.description.clone(),
        workspace_id: as_known.workspace_id.clone(),
        api_key_id: Some(id),
        masked: None,
        masked_before: Some(as_known.api_key_value.clone()),
        baseline: None,
        started_at: world.now(),
    };
    let _under_way = world.busy_with(&intent.id);
    let name = intent.id.clone();
    world
        .catalog(move |catalog| catalog.begin_intent(&intent))
        .await?;
    world.steps.reached("intent written");
    let new = match connection.control.reset_api_key(id).await {
        Ok(new) => new,
        Err(error) => {
            if !error.outcome_unknown() {
                keep::finish(world, name).await;
            }
            return Err(about_key(error, key));
        }
    };
    world.steps.reached("service answered");
    as_known.api_key_value = new.value.masked();
    // An older value that no keyring took is dead now.
    if let Some(earlier) = world.in_memory.release(key) {
        keep::finish(world, earlier).await;
    }
    close_earlier(world, key, id, &name).await;
    let value = new.value.clone();
    let created = kept_and_shown(world, &key.region, name, as_known, new.value).await;
    let (followed, not_followed) = match follow(world, key, value).await {
        Ok(variables) => (variables, None),
        Err(failure) => (Vec::new(), Some(failure)),
    };
    Ok(ResetKeyView {
        created,
        followed,
        not_followed,
    })
}

/// Closes what earlier actions left open about this key: whatever they lost, this reset has replaced, and its own intent
/// stands for it now.
async fn close_earlier(world: &Arc<World>, key: &KeyRef, id: i64, own: &str) {
    let open = match world.catalog(Catalog::open_intents).await {
        Ok(open) => open,
        Err(failure) => {
            tracing::error!(%failure, "earlier intents could not be closed");
            return;
        }
    };
    for intent in open {
        if intent.api_key_id == Some(id) && intent.region == key.region && intent.id != own {
            keep::finish(world, intent.id).await;
        }
    }
}

async fn follow(
    world: &Arc<World>,
    key: &KeyRef,
    value: KeySecret,
) -> Result<Vec<String>, Failure> {
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    let surroundings = Arc::clone(&world.surroundings);
    let name = KeyName {
        region: key.region.clone(),
        api_key_id: key.api_key_id.clone(),
    };
    let followed = blocking(move || {
        let _until_done = one_at_a_time;
        machine::follow(&surroundings, &name, &value.masked(), value.secret())
    })
    .await??;
    Ok(followed)
}
