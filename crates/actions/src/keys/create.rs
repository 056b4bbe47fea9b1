//! Creating a key so that it cannot be lost: intent, call, keyring, and only then the window.

use std::sync::Arc;

use model_studio::control::wire::ApiKey;
use model_studio::control::{CreateApiKey, ListApiKeys};
use model_studio::key::KeySecret;
use vault::{Catalog, Intent, IntentKind, KeyOrigin, KeyRecord};

use crate::failure::{Failure, about_creation};
use crate::keys::keep::{self, NewValue};
use crate::keys::known_here::{KnownHere, known_here};
use crate::keys::list;
use crate::keys::truth::{self, Truth};
use crate::typed;
use crate::wire::{BaseUrlsView, CreateKeyRequest, CreatedKeyView, KeyRef};
use crate::world::{Attempt, Connection, World, fresh_name};

/// Creates a key and keeps its value. A second call with the same `attempt` gets the first one's answer, or learns what
/// became of it.
///
/// # Errors
/// What was typed wrongly, what the service refused, or that it cannot be reached. After [`Failure::TimedOut`] and
/// [`Failure::ConnectionLost`] a key may have been created; the intent stays open and recovery asks the service.
/// [`Failure::CreatedWithoutValue`] and [`Failure::OutcomeUnknown`] answer a second try.
pub async fn create_key(
    world: &Arc<World>,
    request: CreateKeyRequest,
) -> Result<CreatedKeyView, Failure> {
    let attempt = world.attempts.named(&request.attempt);
    // On a task of its own: closing the window's request must not stop the action between the answer and the keyring.
    let world = Arc::clone(world);
    let creation = tokio::spawn(async move {
        let mut attempt = attempt.lock_owned().await;
        if let Some(created) = &attempt.created {
            return Ok(created.clone());
        }
        look_after(&world, &mut attempt).await?;
        let created = create(&world, &request, &mut attempt).await?;
        attempt.created = Some(created.clone());
        Ok(created)
    });
    creation.await.map_err(|_ended| Failure::Interrupted)?
}

/// Before a second try: what became of the first, if its answer never came. Trying again must not make a second key
/// while the first is there.
async fn look_after(world: &Arc<World>, attempt: &mut Attempt) -> Result<(), Failure> {
    let Some(name) = &attempt.open_intent else {
        return Ok(());
    };
    let open = world.catalog(Catalog::open_intents).await?;
    let Some(intent) = open.into_iter().find(|intent| intent.id == *name) else {
        attempt.open_intent = None;
        return Ok(());
    };
    match truth::of(world, &intent).await? {
        Truth::Lost(key) => Err(Failure::CreatedWithoutValue {
            api_key_id: key.api_key_id.to_string(),
        }),
        Truth::NotKnown => Err(Failure::OutcomeUnknown),
        Truth::Settled | Truth::TooEarly => {
            attempt.open_intent = None;
            Ok(())
        }
    }
}

async fn create(
    world: &Arc<World>,
    request: &CreateKeyRequest,
    attempt: &mut Attempt,
) -> Result<CreatedKeyView, Failure> {
    let region = typed::region(&request.region)?;
    let description = typed::description(&request.description)?;
    let auth = typed::permission(region, &request.permission)?;
    let connection = world.connection(&request.region).await?;
    let before = there_before(world, &connection, &request.region).await?;
    let intent = Intent {
        id: fresh_name(),
        kind: IntentKind::Create,
        region: request.region.clone(),
        description: description.clone(),
        workspace_id: request.workspace_id.clone().unwrap_or_default(),
        api_key_id: None,
        masked: None,
        masked_before: None,
        baseline: before.iter().map(|key| key.api_key_id).max(),
        started_at: world.now(),
    };
    let _under_way = world.busy_with(&intent.id);
    let name = intent.id.clone();
    world
        .catalog(move |catalog| catalog.begin_intent(&intent))
        .await?;
    world.steps.reached("intent written");

    let asked = CreateApiKey {
        workspace_id: request.workspace_id.clone(),
        description,
        auth,
    };
    let new = match connection.control.create_api_key(&asked).await {
        Ok(new) => new,
        Err(error) => {
            // The service said no, so nothing was created. After anything else only the service knows.
            if error.outcome_unknown() {
                attempt.open_intent = Some(name);
            } else {
                keep::finish(world, name).await;
            }
            let workspace_id = asked.workspace_id.as_deref();
            return Err(about_creation(error, region, workspace_id));
        }
    };
    world.steps.reached("service answered");
    let as_asked = ApiKey {
        api_key_id: new.api_key_id,
        api_key_value: new.value.masked(),
        created_by: new.created_by,
        description: asked.description,
        disabled: false,
        gmt_create: new.gmt_create,
        workspace_id: new.workspace_id,
        workspace_name: String::new(),
        auth: asked.auth.unwrap_or_default(),
    };
    Ok(kept_and_shown(world, &request.region, name, as_asked, new.value).await)
}

/// The keys that are there before. The workspaces are asked for beside them: their hosts are where the new key is used.
async fn there_before(
    world: &Arc<World>,
    connection: &Connection,
    place: &str,
) -> Result<Vec<ApiKey>, Failure> {
    match list::ask(world, &place.parse()?).await {
        Ok(seen) => Ok(seen.keys),
        // Who may not see workspaces may still create keys.
        Err(Failure::PermissionMissing { .. }) => {
            let everything = ListApiKeys::default();
            Ok(connection.control.all_api_keys(&everything).await?)
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps a value that the service just answered, and says what the window shows. Cannot fail: from here on the key
/// exists, and what the service does not say any more is shown as it was asked for.
pub(crate) async fn kept_and_shown(
    world: &Arc<World>,
    place: &str,
    intent: String,
    as_asked: ApiKey,
    value: KeySecret,
) -> CreatedKeyView {
    let key = KeyRef {
        region: place.to_owned(),
        api_key_id: as_asked.api_key_id.to_string(),
    };
    let record = KeyRecord {
        region: key.region.clone(),
        api_key_id: as_asked.api_key_id,
        description: as_asked.description.clone(),
        masked: value.masked(),
        workspace_id: as_asked.workspace_id.clone(),
        workspace_name: as_asked.workspace_name.clone(),
        created_by: as_asked.created_by.clone(),
        gmt_create: as_asked.gmt_create,
        kept_at: None,
        host: None,
        plan: None,
        origin: KeyOrigin::Created,
    };
    let not_kept = keep::keep_new(
        world,
        NewValue {
            intent,
            record,
            value,
        },
    )
    .await;
    let row = match list::one(world, &key).await {
        Ok(row) => row,
        Err(_unanswered) => {
            let known = known_here(world, place).await;
            known
                .unwrap_or_else(|_unreadable| KnownHere::nothing_of(place))
                .row(world, &as_asked)
        }
    };
    let host = row.hosts.first();
    CreatedKeyView {
        // A workspace of which no host can be made has none: the service named one that is no name.
        base_urls: host.map_or_else(BaseUrlsView::default, |host| host.base_urls.clone()),
        key: row,
        not_kept,
    }
}
