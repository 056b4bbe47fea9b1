//! Finding the entry of a key that was pasted before its list was seen.

use std::sync::Arc;

use machine::KeyName;
use model_studio::control::wire::ApiKey;
use model_studio::key::KeySecret;
use vault::{KeyRecord, SecretStore};

use crate::failure::Failure;
use crate::pasted::{is_same, is_shown_by};
use crate::places::place::Place;
use crate::wire::KeyRef;
use crate::world::{World, blocking, item_name};

/// Gives pasted keys the ids of their entries in the list of a place: those whose masked form exactly one entry has. They are
/// the place's own, and those that were pasted in its region while no account was there. An entry whose value is kept already
/// stays as it is. What does not succeed is tried again when the list is seen the next time.
pub(crate) async fn match_pasted(world: &Arc<World>, place: &Place, keys: &[ApiKey]) {
    if let Err(failure) = match_all(world, place, keys).await {
        tracing::warn!(%failure, "a pasted key could not be matched to its entry");
    }
}

async fn match_all(world: &Arc<World>, place: &Place, keys: &[ApiKey]) -> Result<(), Failure> {
    let (text, bare) = (place.to_string(), place.bare().map(|bare| bare.to_string()));
    let (known, pasted) = world
        .catalog(move |catalog| {
            let known = catalog.keys(&text)?;
            let mut pasted = known.clone();
            if let Some(bare) = bare {
                pasted.extend(catalog.keys(&bare)?);
            }
            pasted.retain(|record| record.api_key_id < 0);
            Ok((known, pasted))
        })
        .await?;
    for pasted in &pasted {
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
    let old = KeyRef {
        region: pasted.region.clone(),
        api_key_id: pasted.api_key_id.to_string(),
    };
    let new = KeyRef {
        region: place.to_string(),
        api_key_id: entry.api_key_id.to_string(),
    };
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
    let (from, from_id) = (pasted.region.clone(), pasted.api_key_id);
    let (to, to_id) = (new.region.clone(), entry.api_key_id);
    world
        .catalog(move |catalog| catalog.rematch_key((&from, from_id), (&to, to_id)))
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
