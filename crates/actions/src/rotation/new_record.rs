//! What this computer remembers of the new key of a rotation.

use std::sync::Arc;

use model_studio::control::wire::ApiKey;
use vault::{GroupUse, KeyOrigin, KeyRecord};

use super::Work;
use crate::failure::Failure;
use crate::world::World;

/// Notes a value that reached the keyring before the program ended.
pub(super) async fn remember(
    world: &Arc<World>,
    work: &mut Work,
    key: &ApiKey,
    masked: String,
) -> Result<(), Failure> {
    work.notes.new_masked = Some(masked.clone());
    let mut record = record(work, key, masked);
    record.kept_at = Some(world.now());
    take_over(world, work, &mut record).await?;
    world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await
}

/// What this computer knows of the new key.
pub(super) fn record(work: &Work, key: &ApiKey, masked: String) -> KeyRecord {
    KeyRecord {
        region: work.kept.place.clone(),
        api_key_id: key.api_key_id,
        description: key.description.clone(),
        masked,
        workspace_id: key.workspace_id.clone(),
        workspace_name: key.workspace_name.clone(),
        created_by: key.created_by.clone(),
        gmt_create: key.gmt_create,
        kept_at: None,
        host: None,
        plan: None,
        origin: KeyOrigin::Created,
    }
}

/// What the user chose for the old key holds for the new one: its host, and the groups in its allowlist.
pub(super) async fn take_over(
    world: &Arc<World>,
    work: &Work,
    record: &mut KeyRecord,
) -> Result<(), Failure> {
    let (place, old, new) = (
        work.kept.place.clone(),
        work.kept.old_key_id,
        record.api_key_id,
    );
    let chosen = world
        .catalog(move |catalog| {
            let uses: Vec<GroupUse> = catalog
                .group_uses()?
                .into_iter()
                .filter(|used| used.region == place && used.api_key_id == old)
                .map(|used| GroupUse {
                    api_key_id: new,
                    ..used
                })
                .collect();
            catalog.set_key_groups(&place, new, &uses)?;
            catalog.key(&place, old)
        })
        .await?;
    if let Some(chosen) = chosen {
        record.host = chosen.host;
        record.plan = chosen.plan;
    }
    Ok(())
}
