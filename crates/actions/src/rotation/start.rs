//! Beginning to replace a key by a new one.

use std::sync::Arc;

use vault::{CatalogError, Rotation, RotationStep};

use crate::failure::{Failure, about_key};
use crate::rotation::{Notes, Work, view};
use crate::typed;
use crate::wire::{KeyRef, RotationView};
use crate::world::{World, fresh_name};

/// Writes a rotation down. Nothing else happens yet.
///
/// # Errors
/// [`Failure::RotationUnderWay`], [`Failure::KeyNotListed`], [`Failure::KeyNotFound`], or that the service cannot be reached.
pub async fn start_rotation(world: &Arc<World>, key: &KeyRef) -> Result<RotationView, Failure> {
    let id = typed::listed_id(key)?;
    let connection = world.connection(&key.region).await?;
    let found = connection.control.get_api_key(id).await;
    let found = found.map_err(|error| about_key(error, key))?;
    let (place, now) = (key.region.clone(), world.now());
    let kept = world
        .catalog(move |catalog| {
            // The new key of another rotation waits for that one.
            let open = catalog.open_rotations()?.into_iter();
            let mut other = open.filter(|other| other.place == place);
            if let Some(other) = other.find(|other| other.new_key_id == Some(id)) {
                return Err(CatalogError::RotationOpen { id: other.id });
            }
            let record = catalog.key(&place, id)?;
            let notes = Notes {
                description: found.description,
                // Our own form where the value is here: the service's form differs between regions.
                old_masked: record
                    .filter(|record| record.kept_at.is_some())
                    .map_or(found.api_key_value, |record| record.masked),
                was_disabled: found.disabled,
                attempt: fresh_name(),
                ..Notes::default()
            };
            let rotation = Rotation {
                id: fresh_name(),
                place,
                old_key_id: id,
                new_key_id: None,
                step: RotationStep::Begun,
                moved_changes_json: notes.text(),
                started_at: now,
                updated_at: now,
                remind_at: None,
                attempt: notes.attempt,
                failure_json: None,
            };
            catalog.begin_rotation(&rotation)?;
            Ok(rotation)
        })
        .await?;
    world.steps.reached("rotation begun");
    Ok(view(&Work::of(kept), now))
}
