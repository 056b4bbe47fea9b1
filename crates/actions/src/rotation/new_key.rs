//! The new key of a rotation: made so that it cannot be lost, kept, and seen to be let in.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use model_studio::control::wire::ApiKey;
use model_studio::control::{CreateApiKey, ListApiKeys, NewApiKey};
use model_studio::key::mask;
use model_studio::region::{Site, Support};
use secrecy::ExposeSecret;
use vault::{Catalog, CatalogError, Intent, IntentKind, RotationStep};

use super::Work;
use super::new_record::{record, remember, take_over};
use crate::failure::{Failure, about_creation, about_key};
use crate::keys::check::check_key;
use crate::keys::delete::delete_key;
use crate::keys::keep::{self, NewValue};
use crate::keys::truth::{self, Truth};
use crate::typed;
use crate::wire::{DeleteKeyRequest, KeyRef};
use crate::world::{World, fresh_name};

/// A new key may take a moment until every host of the cloud knows it.
const WAITS: [Duration; 4] = [
    Duration::from_millis(400),
    Duration::from_millis(800),
    Duration::from_millis(1600),
    Duration::from_millis(3200),
];

/// The intents that rotations see to themselves: recovery leaves them alone.
pub(crate) async fn attempts(world: &Arc<World>) -> Result<HashSet<String>, Failure> {
    let open = world.catalog(Catalog::open_rotations).await?;
    Ok(open
        .into_iter()
        .map(|kept| Work::of(kept).notes.attempt)
        .collect())
}

/// Makes the new key and keeps its value; where an earlier run came to that already, goes on from there.
pub(crate) async fn make(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    if work.kept.new_key_id.is_none() {
        look_after(world, work).await?;
    }
    if let Some(new) = work.new_key()
        && recover(world, work, &new).await?
    {
        return work.reach(world, RotationStep::Kept).await;
    }
    create(world, work).await
}

/// What became of an earlier try whose answer never came.
async fn look_after(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let open = world.catalog(Catalog::open_intents).await?;
    let Some(intent) = open
        .into_iter()
        .find(|intent| intent.id == work.notes.attempt)
    else {
        return Ok(());
    };
    if let Some(id) = intent.api_key_id {
        work.kept.new_key_id = Some(id);
        return work.write(world).await;
    }
    match truth::of(world, &intent).await? {
        Truth::Settled => keep::finish(world, intent.id).await,
        // A key that only looks as if it came of it is not ours to delete, and the service may still be at work. The intent
        // stays open without us, so that whatever comes of it is named to the user.
        Truth::Lost(_) | Truth::TooEarly => {}
        Truth::NotKnown => return Err(Failure::OutcomeUnknown),
    }
    another_attempt(world, work).await
}

/// Sees to a new key that the service has made. Whether its value is kept now; a key without a value is deleted.
async fn recover(world: &Arc<World>, work: &mut Work, new: &KeyRef) -> Result<bool, Failure> {
    if world.in_memory.holds(new) {
        keep::keep_key(world, new).await?;
        return Ok(true);
    }
    let connection = world.connection(&new.region).await?;
    let id = typed::key_id(&new.api_key_id)?;
    let found = connection.control.get_api_key(id).await;
    match found.map_err(|error| about_key(error, new)) {
        Ok(key) => match world.value(new).await {
            Ok(value) => {
                // EXPOSE: for its masked form.
                let masked = mask(value.expose_secret());
                remember(world, work, &key, masked).await?;
                close(world, work).await?;
                return Ok(true);
            }
            Err(missing @ Failure::SecretMissing { .. }) => {
                // Without an open intent the user has let go of it, and saved it elsewhere.
                if !is_open(world, &work.notes.attempt).await? {
                    return Err(missing);
                }
                delete(world, new).await?;
                world.steps.reached("a lost key was deleted");
            }
            Err(failure) => return Err(failure),
        },
        Err(Failure::KeyNotFound { .. }) => {}
        Err(failure) => return Err(failure),
    }
    close(world, work).await?;
    work.kept.new_key_id = None;
    another_attempt(world, work).await?;
    Ok(false)
}

async fn create(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let (old, place) = (work.old(), work.kept.place.clone());
    let region = typed::region(&place)?;
    let connection = world.connection(&place).await?;
    let found = connection.control.get_api_key(work.kept.old_key_id).await;
    let like = found.map_err(|error| about_key(error, &old))?;
    let everything = ListApiKeys::default();
    let before = connection.control.all_api_keys(&everything).await?;
    let intent = Intent {
        id: work.notes.attempt.clone(),
        kind: IntentKind::Create,
        region: place,
        description: like.description.clone(),
        workspace_id: like.workspace_id.clone(),
        api_key_id: None,
        masked: None,
        masked_before: None,
        baseline: before.iter().map(|key| key.api_key_id).max(),
        started_at: world.now(),
    };
    let name = intent.id.clone();
    let _under_way = world.busy_with(&name);
    world
        .catalog(move |catalog| catalog.begin_intent(&intent))
        .await?;
    world.steps.reached("intent written");
    let can_limit = region.capabilities.custom_permission != Support::No;
    let asked = CreateApiKey {
        workspace_id: Some(like.workspace_id.clone()).filter(|id| !id.is_empty()),
        description: like.description.clone(),
        auth: can_limit.then(|| like.auth.clone()),
    };
    let new = match connection.control.create_api_key(&asked).await {
        Ok(new) => new,
        Err(error) => {
            // The service said no, so nothing was created. After anything else only the service knows.
            if !error.outcome_unknown() {
                keep::finish(world, name).await;
            }
            return Err(about_creation(error, region, asked.workspace_id.as_deref()));
        }
    };
    world.steps.reached("service answered");
    keep(world, work, like, new).await
}

/// Keeps what the service answered. From here on the key exists, and is known by its id.
async fn keep(
    world: &Arc<World>,
    work: &mut Work,
    like: ApiKey,
    new: NewApiKey,
) -> Result<(), Failure> {
    work.kept.new_key_id = Some(new.api_key_id);
    work.notes.new_masked = Some(new.value.masked());
    // The value matters more than the note about it: without the note the intent tells the key.
    if let Err(failure) = work.reach(world, RotationStep::Created).await {
        tracing::error!(%failure, "the new key of a rotation could not be noted");
    }
    world.steps.reached("new key noted");
    let key = ApiKey {
        api_key_id: new.api_key_id,
        created_by: new.created_by,
        gmt_create: new.gmt_create,
        ..like
    };
    let mut record = record(work, &key, new.value.masked());
    take_over(world, work, &mut record).await?;
    let refused = keep::keep_new(
        world,
        NewValue {
            intent: work.notes.attempt.clone(),
            record,
            value: new.value,
        },
    )
    .await;
    if let Some(failure) = refused {
        return Err(failure);
    }
    work.reach(world, RotationStep::Kept).await?;
    world.steps.reached("rotation kept");
    Ok(())
}

/// Asks the service whether it lets the new key in.
pub(crate) async fn check(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    let new = work.new_key().ok_or(Failure::RotationUnknown)?;
    is_let_in(world, &new).await?;
    world.steps.reached("new key verified");
    work.reach(world, RotationStep::Verified).await
}

/// Calls with a key, and again after a while where the cloud may not know it yet.
pub(super) async fn is_let_in(world: &Arc<World>, key: &KeyRef) -> Result<(), Failure> {
    let waits = match typed::region(&key.region)?.site {
        Site::ThisComputer => &[][..],
        Site::China | Site::International => &WAITS,
    };
    let mut checked = check_key(world, key).await;
    for wait in waits {
        if !matches!(checked, Err(Failure::KeyRefused { .. })) {
            break;
        }
        tokio::time::sleep(*wait).await;
        checked = check_key(world, key).await;
    }
    checked.map(|_let_in| ())
}

/// Deletes the new key: at the service, then here, its value last.
pub(crate) async fn delete(world: &Arc<World>, new: &KeyRef) -> Result<(), Failure> {
    let request = DeleteKeyRequest {
        key: new.clone(),
        undo_changes: false,
    };
    delete_key(world, request).await
}

async fn another_attempt(world: &Arc<World>, work: &mut Work) -> Result<(), Failure> {
    work.notes.attempt = fresh_name();
    work.write(world).await
}

async fn is_open(world: &Arc<World>, intent: &str) -> Result<bool, Failure> {
    let open = world.catalog(Catalog::open_intents).await?;
    Ok(open.iter().any(|open| open.id == intent))
}

async fn close(world: &Arc<World>, work: &Work) -> Result<(), Failure> {
    let name = work.notes.attempt.clone();
    world
        .catalog(move |catalog| match catalog.finish_intent(&name) {
            // Closed already.
            Err(CatalogError::IntentUnknown { .. }) => Ok(()),
            other => other,
        })
        .await
}
