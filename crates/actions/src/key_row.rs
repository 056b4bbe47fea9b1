//! A row of the table: what the service says of a key, joined with what this computer knows of it.

use std::sync::PoisonError;

use machine::{Change, ChangeState};
use model_studio::control::wire::ApiKey;
use vault::KeyRecord;

use crate::typed;
use crate::wire::{KeptView, KeyRef, KeyView, UsedHereView};
use crate::world::World;

/// What this computer knows of the keys of one region.
#[derive(Default)]
pub(crate) struct KnownHere {
    pub(crate) records: Vec<KeyRecord>,
    pub(crate) changes: Vec<Change>,
}

impl KnownHere {
    /// Joins one key of the service with it.
    pub(crate) fn row(&self, world: &World, region: &str, key: &ApiKey) -> KeyView {
        let name = KeyRef {
            region: region.to_owned(),
            api_key_id: key.api_key_id.to_string(),
        };
        KeyView {
            kept: self.kept(world, &name, key.api_key_id),
            used_here: self.used_here(&name),
            key: name,
            description: key.description.clone(),
            masked: self.masked(key),
            workspace_id: key.workspace_id.clone(),
            workspace_name: key.workspace_name.clone(),
            created_by: key.created_by.clone(),
            created_at: milliseconds(key.gmt_create),
            disabled: key.disabled,
            permission: typed::shown(&key.auth),
        }
    }

    fn record(&self, id: i64) -> Option<&KeyRecord> {
        self.records.iter().find(|record| record.api_key_id == id)
    }

    fn kept(&self, world: &World, name: &KeyRef, id: i64) -> KeptView {
        if world.in_memory.holds(name) {
            return KeptView::MemoryOnly;
        }
        if world
            .missing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(name)
        {
            return KeptView::Missing;
        }
        match self.record(id) {
            Some(record) if record.kept_at.is_some() => KeptView::Kept,
            _ => KeptView::Unknown,
        }
    }

    /// Our own masked form where the value passed through here: the service's form differs between regions.
    fn masked(&self, key: &ApiKey) -> String {
        match self.record(key.api_key_id) {
            Some(record) if record.kept_at.is_some() => record.masked.clone(),
            _ => key.api_key_value.clone(),
        }
    }

    fn used_here(&self, name: &KeyRef) -> Vec<UsedHereView> {
        self.changes
            .iter()
            .filter(|change| is_in_effect(change) && is_of(change, name))
            .map(|change| UsedHereView {
                change_id: change.id.clone(),
                variable: change.variable.clone(),
            })
            .collect()
    }
}

/// Whether files may hold what a change wrote.
pub(crate) fn is_in_effect(change: &Change) -> bool {
    matches!(change.state, ChangeState::Active | ChangeState::Unfinished)
}

/// Whether a change set this key.
pub(crate) fn is_of(change: &Change, key: &KeyRef) -> bool {
    change.key.region == key.region && change.key.api_key_id == key.api_key_id
}

/// Milliseconds in the form that JavaScript has for them.
#[expect(clippy::cast_precision_loss, reason = "exact until the year 287396")]
pub(crate) fn milliseconds(since_1970: i64) -> f64 {
    since_1970 as f64
}
