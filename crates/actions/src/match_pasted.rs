//! Finding the entry of a key that was pasted before its list was seen.

use std::sync::Arc;

use machine::KeyName;
use model_studio::control::wire::ApiKey;
use model_studio::key::KeySecret;
use vault::{KeyRecord, SecretStore};

use crate::failure::Failure;
use crate::pasted::{is_same, is_shown_by};
use crate::place::Place;
use crate::typed;
use crate::wire::KeyRef;
use crate::world::{World, blocking, item_name};

/// Gives the pasted keys of a place the ids of their entries in its list: those whose masked form exactly one entry has. An entry
/// whose value is kept already stays as it is. What does not succeed is tried again when the list is seen the next time.
pub(crate) async fn match_pasted(world: &Arc<World>, place: &Place, keys: &[ApiKey]) {
    if let Err(failure) = match_all(world, place, keys).await {
        tracing::warn!(%failure, "a pasted key could not be matched to its entry");
    }
}

async fn match_all(world: &Arc<World>, place: &Place, keys: &[ApiKey]) -> Result<(), Failure> {
    let text = place.to_string();
    let known = world.catalog(move |catalog| catalog.keys(&text)).await?;
    for pasted in known.iter().filter(|record| record.api_key_id < 0) {
        if let Some(entry) = entry_of(pasted, &known, keys) {
            rename(world, place, pasted, entry).await?;
        }
    }
    Ok(())
}

/// The one entry that it can be.
fn entry_of<'keys>(
    pasted: &KeyRecord,
    known: &[KeyRecord],
    keys: &'keys [ApiKey],
) -> Option<&'keys ApiKey> {
    let mut fitting = keys
        .iter()
        .filter(|key| is_same(&pasted.masked, &key.api_key_value));
    let entry = fitting.next().filter(|_| fitting.next().is_none())?;
    let is_kept = known
        .iter()
        .any(|record| record.api_key_id == entry.api_key_id && record.kept_at.is_some());
    (!is_kept).then_some(entry)
}

/// The value is under the new name before it is gone under the old one, so that it is somewhere at every moment.
async fn rename(
    world: &Arc<World>,
    place: &Place,
    pasted: &KeyRecord,
    entry: &ApiKey,
) -> Result<(), Failure> {
    let _one_at_a_time = world.replacing.lock().await;
    let named = |id: i64| KeyRef {
        region: place.to_string(),
        api_key_id: id.to_string(),
    };
    let (old, new) = (named(pasted.api_key_id), named(entry.api_key_id));
    let value = match world.value(&old).await {
        Ok(value) => value,
        // Taken out of the keyring, or matched by another look at the list just now.
        Err(Failure::SecretMissing { .. }) => return Ok(()),
        Err(failure) => return Err(failure),
    };
    // The whole value shows more than its masked form.
    if !is_shown_by(
        &KeySecret::from_service(value.clone()),
        &entry.api_key_value,
    ) {
        return Ok(());
    }
    world.put_value(&new, value).await?;
    world.steps.reached("pasted value copied");
    let one_at_a_time = Arc::clone(&world.files).lock_owned().await;
    let surroundings = Arc::clone(&world.surroundings);
    let (from, to) = (name(&old), name(&new));
    blocking(move || {
        let _until_done = one_at_a_time;
        // Without a change there is nothing to rename, and nothing is written.
        match machine::changes(&surroundings)? {
            changes if changes.is_empty() => Ok(()),
            _ => machine::rename_key(&surroundings, &from, &to),
        }
    })
    .await??;
    world.steps.reached("pasted key renamed");
    let (text, from, to) = (
        place.to_string(),
        typed::key_id(&old.api_key_id)?,
        typed::key_id(&new.api_key_id)?,
    );
    world
        .catalog(move |catalog| catalog.rematch_key(&text, from, to))
        .await?;
    world.steps.reached("pasted key matched");
    let (secrets, item) = (Arc::clone(&world.secrets), item_name(&old));
    blocking(move || secrets.delete(&item)).await??;
    Ok(())
}

fn name(key: &KeyRef) -> KeyName {
    KeyName {
        region: key.region.clone(),
        api_key_id: key.api_key_id.clone(),
    }
}
