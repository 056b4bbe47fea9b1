//! Finding the truth about actions that were cut off: a key that exists at the service and is not in the keyring is
//! named, and offered Reset or Delete.

use std::sync::{Arc, PoisonError};

use model_studio::control::ListApiKeys;
use model_studio::control::wire::ApiKey;
use model_studio::key::mask;
use secrecy::ExposeSecret;
use vault::{CatalogError, Intent, IntentKind, KeyRecord};

use crate::failure::{Failure, about_key};
use crate::keep_key;
use crate::key_row::milliseconds;
use crate::typed;
use crate::wire::{AttentionKind, AttentionView, KeyRef};
use crate::world::World;

/// The clocks of this computer and of the service may be this far apart, in milliseconds.
const CLOCKS_APART: i64 = 15 * 60 * 1000;

/// What the service and the keyring say of an intent that is open.
enum Truth {
    /// Nothing was created or reset, or all is in the keyring.
    Settled,
    /// The key is at the service and its value is nowhere.
    Lost(Box<ApiKey>),
    /// The service or the keyring cannot be asked now.
    NotKnown,
}

/// Looks into every intent that a past run left open, closes those that turn out well, and names the others.
pub(crate) async fn recover(world: &Arc<World>) -> Result<Vec<AttentionView>, Failure> {
    let mut views = Vec::new();
    for intent in world.catalog(vault::Catalog::open_intents).await? {
        let busy = world
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&intent.id);
        if busy || world.in_memory.waits_for(&intent.id) {
            continue;
        }
        match truth(world, &intent).await? {
            Truth::Settled => keep_key::finish(world, intent.id).await,
            Truth::Lost(key) => views.push(lost(intent, &key)),
            Truth::NotKnown => views.push(unknown(intent)),
        }
    }
    Ok(views)
}

/// Forgets an intent: the user has seen it.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn dismiss_attention(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    let id = id.to_owned();
    world
        .catalog(move |catalog| match catalog.finish_intent(&id) {
            // Settled meanwhile.
            Err(CatalogError::IntentUnknown { .. }) => Ok(()),
            other => other,
        })
        .await
}

async fn truth(world: &Arc<World>, intent: &Intent) -> Result<Truth, Failure> {
    let key = match at_the_service(world, intent).await {
        Ok(Some(key)) => key,
        Ok(None) => return Ok(Truth::Settled),
        Err(failure @ (Failure::CatalogUnusable { .. } | Failure::CatalogTooNew { .. })) => {
            return Err(failure);
        }
        Err(_unanswered) => return Ok(Truth::NotKnown),
    };
    if intent.kind == IntentKind::Reset && intent.masked.is_none() {
        // The service's mask is as before: the reset never happened. Else it did, and nobody has the new value.
        let as_before = intent.masked_before.as_ref() == Some(&key.api_key_value);
        return Ok(if as_before {
            Truth::Settled
        } else {
            Truth::Lost(Box::new(key))
        });
    }
    let name = KeyRef {
        region: intent.region.clone(),
        api_key_id: key.api_key_id.to_string(),
    };
    match world.value(&name).await {
        Ok(value) => {
            // EXPOSE: for its masked form.
            let kept = mask(value.expose_secret());
            let is_the_new_one =
                intent.kind == IntentKind::Create || intent.masked.as_ref() == Some(&kept);
            if !is_the_new_one {
                return Ok(Truth::Lost(Box::new(key)));
            }
            remember(world, intent, &key, kept).await?;
            Ok(Truth::Settled)
        }
        Err(Failure::SecretMissing { .. }) => Ok(Truth::Lost(Box::new(key))),
        Err(_keyring) => Ok(Truth::NotKnown),
    }
}

/// The key that an intent was about, if the service has it.
async fn at_the_service(world: &Arc<World>, intent: &Intent) -> Result<Option<ApiKey>, Failure> {
    let connection = world
        .platform
        .connection(typed::region(&intent.region)?.id)?;
    if let Some(id) = intent.api_key_id {
        let name = KeyRef {
            region: intent.region.clone(),
            api_key_id: id.to_string(),
        };
        return match connection
            .control
            .get_api_key(id)
            .await
            .map_err(|error| about_key(error, &name))
        {
            Ok(key) => Ok(Some(key)),
            Err(Failure::KeyNotFound { .. }) => Ok(None),
            Err(failure) => Err(failure),
        };
    }
    // The answer never came: whichever key fits and is not known here came out of it.
    let keys = connection
        .control
        .all_api_keys(&ListApiKeys::default())
        .await?;
    let region = intent.region.clone();
    let known = world.catalog(move |catalog| catalog.keys(&region)).await?;
    let new = keys.into_iter().filter(|key| {
        !known
            .iter()
            .any(|record| record.api_key_id == key.api_key_id)
    });
    Ok(new
        .filter(|key| came_from(intent, key))
        .max_by_key(|key| key.api_key_id))
}

fn came_from(intent: &Intent, key: &ApiKey) -> bool {
    key.description == intent.description
        && key.gmt_create >= intent.started_at - CLOCKS_APART
        && intent
            .baseline
            .is_none_or(|newest_before| key.api_key_id > newest_before)
        && (intent.workspace_id.is_empty() || intent.workspace_id == key.workspace_id)
}

/// Notes a value that reached the keyring before the program ended.
async fn remember(
    world: &Arc<World>,
    intent: &Intent,
    key: &ApiKey,
    masked: String,
) -> Result<(), Failure> {
    let record = KeyRecord {
        region: intent.region.clone(),
        api_key_id: key.api_key_id,
        description: key.description.clone(),
        masked,
        workspace_id: key.workspace_id.clone(),
        workspace_name: key.workspace_name.clone(),
        created_by: key.created_by.clone(),
        gmt_create: key.gmt_create,
        kept_at: Some(world.now()),
    };
    world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await
}

fn lost(intent: Intent, key: &ApiKey) -> AttentionView {
    let kind = match intent.kind {
        IntentKind::Create => AttentionKind::CreatedNotKept,
        IntentKind::Reset => AttentionKind::ResetNotKept,
    };
    view(intent, kind, Some(key))
}

fn unknown(intent: Intent) -> AttentionView {
    view(intent, AttentionKind::Unknown, None)
}

fn view(intent: Intent, kind: AttentionKind, key: Option<&ApiKey>) -> AttentionView {
    AttentionView {
        id: intent.id,
        kind,
        region: intent.region,
        api_key_id: key.map(|key| key.api_key_id.to_string()),
        masked: key.map(|key| key.api_key_value.clone()),
        description: intent.description,
        started_at: milliseconds(intent.started_at),
    }
}
