//! Putting a new value where it stays: the keyring first, memory only if the keyring refuses.

use std::sync::Arc;

use model_studio::key::KeySecret;
use vault::KeyRecord;

use crate::failure::Failure;
use crate::keys::list;
use crate::wire::{KeyRef, KeyView};
use crate::world::World;

/// What the service just answered.
pub(crate) struct NewValue {
    pub(crate) intent: String,
    pub(crate) record: KeyRecord,
    pub(crate) value: KeySecret,
}

/// Keeps a new value. Answers why not, if the keyring refused; the value then stays in memory and the intent open, so
/// that even the end of the program cannot make the key disappear unnoticed.
pub(crate) async fn keep_new(world: &Arc<World>, new: NewValue) -> Option<Failure> {
    let NewValue {
        intent,
        mut record,
        value,
    } = new;
    let key = KeyRef {
        region: record.region.clone(),
        api_key_id: record.api_key_id.to_string(),
    };
    let (id, masked) = (record.api_key_id, record.masked.clone());
    let noted = intent.clone();
    // What follows goes on when the note fails: the value matters more than the journal about it.
    if let Err(failure) = world
        .catalog(move |catalog| catalog.intent_answered(&noted, id, &masked))
        .await
    {
        tracing::error!(%failure, "the service's answer could not be noted");
    }
    world.steps.reached("answer noted");
    let refused = world.put_value(&key, value.secret().clone()).await.err();
    world.steps.reached("value kept");
    if refused.is_some() {
        world.in_memory.hold(key, value, intent.clone());
    }
    record.kept_at = refused.is_none().then(|| world.now());
    let remembered = world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await;
    world.steps.reached("key remembered");
    match (&refused, remembered) {
        (None, Ok(())) => finish(world, intent).await,
        (_, Err(failure)) => tracing::error!(%failure, "the key could not be remembered"),
        (Some(_), Ok(())) => {}
    }
    world.steps.reached("intent finished");
    refused
}

/// Tries the keyring again for a key that is in memory only.
///
/// # Errors
/// What the keyring says; [`Failure::SecretMissing`] when nothing is held.
pub async fn keep_key(world: &Arc<World>, key: &KeyRef) -> Result<KeyView, Failure> {
    let _one_at_a_time = world.replacing.lock().await;
    let Some(value) = world.in_memory.get(key) else {
        return Err(Failure::SecretMissing {
            api_key_id: key.api_key_id.clone(),
        });
    };
    world.put_value(key, value.secret().clone()).await?;
    mark_kept(world, key, value.masked()).await?;
    if let Some(intent) = world.in_memory.release(key) {
        finish(world, intent).await;
    }
    list::one(world, key).await
}

/// Wipes a key that is in memory only: the user has saved it elsewhere.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn release_key(world: &Arc<World>, key: &KeyRef) -> Result<(), Failure> {
    if let Some(intent) = world.in_memory.release(key) {
        finish(world, intent).await;
    }
    Ok(())
}

/// Notes that the keyring holds the value.
pub(crate) async fn mark_kept(
    world: &Arc<World>,
    key: &KeyRef,
    masked: String,
) -> Result<(), Failure> {
    let (region, id, at) = (
        key.region.clone(),
        crate::typed::key_id(&key.api_key_id)?,
        world.now(),
    );
    world
        .catalog(move |catalog| {
            let Some(mut record) = catalog.key(&region, id)? else {
                return Ok(());
            };
            record.kept_at = Some(at);
            record.masked = masked;
            catalog.remember_key(&record)
        })
        .await
}

/// Closes an intent. If it cannot be closed, recovery finds it again and sees that all is well.
pub(crate) async fn finish(world: &Arc<World>, intent: String) {
    if let Err(failure) = world
        .catalog(move |catalog| catalog.finish_intent(&intent))
        .await
    {
        tracing::error!(%failure, "an intent could not be closed");
    }
}
