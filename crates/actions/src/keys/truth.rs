//! What became of an action that was cut off, as the service and the keyring tell it.

use std::sync::Arc;

use model_studio::control::ListApiKeys;
use model_studio::control::wire::ApiKey;
use model_studio::key::mask;
use secrecy::ExposeSecret;
use vault::{Intent, IntentKind, KeyOrigin, KeyRecord};

use crate::failure::{Failure, about_key};
use crate::wire::KeyRef;
use crate::world::World;

/// The clocks of this computer and of the service may be this far apart, in milliseconds.
const CLOCKS_APART: i64 = 15 * 60 * 1000;

/// A service that has not answered may still be at work for so long, in milliseconds.
const STILL_AT_WORK: i64 = 2 * 60 * 1000;

/// What became of an intent.
pub(crate) enum Truth {
    /// Nothing was created or reset, or all is in the keyring.
    Settled,
    /// Nothing was created or reset yet, and the service may still be at it.
    TooEarly,
    /// The key is at the service and its value is nowhere.
    Lost(Box<ApiKey>),
    /// The service or the keyring cannot be asked now.
    NotKnown,
}

/// Finds out. A value that reached the keyring is remembered on the way.
///
/// # Errors
/// What is wrong with the catalog; a service or keyring that cannot be asked is [`Truth::NotKnown`].
pub(crate) async fn of(world: &Arc<World>, intent: &Intent) -> Result<Truth, Failure> {
    let too_early = world.now() < intent.started_at + STILL_AT_WORK;
    let key = match at_the_service(world, intent).await {
        Ok(Some(key)) => key,
        Ok(None) if intent.api_key_id.is_none() && too_early => return Ok(Truth::TooEarly),
        Ok(None) => return Ok(Truth::Settled),
        Err(failure @ (Failure::CatalogUnusable { .. } | Failure::CatalogTooNew { .. })) => {
            return Err(failure);
        }
        Err(_unanswered) => return Ok(Truth::NotKnown),
    };
    if intent.kind == IntentKind::Reset && intent.masked.is_none() {
        // The service's mask is as before: the reset never happened. Else it did, and nobody has the new value.
        let as_before = intent.masked_before.as_ref() == Some(&key.api_key_value);
        return Ok(match as_before {
            true if too_early => Truth::TooEarly,
            true => Truth::Settled,
            false => Truth::Lost(Box::new(key)),
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
    let connection = world.connection(&intent.region).await?;
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
    // The answer never came: whichever key fits and is not known here came out of it. The oldest of them, since a later
    // one may have come out of a later try.
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
        .min_by_key(|key| key.api_key_id))
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
        host: None,
        plan: None,
        origin: KeyOrigin::Created,
    };
    world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await
}
