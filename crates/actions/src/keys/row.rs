//! A row of the table: what the service says of a key, joined with what this computer knows of it.

use std::sync::PoisonError;

use machine::{Change, ChangeState};
use model_studio::control::wire::ApiKey;
use vault::KeyRecord;

use crate::accounts::own_key::is_own;
use crate::keys::known_here::KnownHere;
use crate::keys::plan;
use crate::tools;
use crate::typed;
use crate::wire::{KeptView, KeyRef, KeyView, PermissionView, PlanView, UsedHereView};
use crate::world::World;

/// In milliseconds: a list of the cloud may not have a key at once that was made just now.
const KNOWN_AFTER: i64 = 60_000;

impl KnownHere {
    /// Joins one key of the service with it.
    pub(crate) fn row(&self, world: &World, key: &ApiKey) -> KeyView {
        let (name, record) = (self.name(key.api_key_id), self.record(key.api_key_id));
        // Our own masked form where the value passed through here: the service's form differs between regions.
        let masked = match record {
            Some(record) if record.kept_at.is_some() => record.masked.clone(),
            _ => key.api_key_value.clone(),
        };
        KeyView {
            kept: kept(world, &name, record),
            used_here: self.used_here(&name),
            own: is_own(self.account.as_ref(), &key.created_by),
            old_format: self.is_old_format(&masked),
            plan: record.map_or_else(|| plan::of_masked(&masked), plan::of_record),
            hosts: self.hosts_in(&key.workspace_id, record),
            rotation: self.rotation_of(key.api_key_id),
            key: name,
            description: key.description.clone(),
            masked,
            workspace_id: key.workspace_id.clone(),
            workspace_name: key.workspace_name.clone(),
            created_by: key.created_by.clone(),
            created_at: milliseconds(key.gmt_create),
            disabled: key.disabled,
            permission: typed::shown(&key.auth),
        }
    }

    /// The row of a key that has no entry at the service: this computer alone knows it.
    pub(crate) fn unlisted_row(&self, world: &World, record: &KeyRecord) -> KeyView {
        let name = self.name(record.api_key_id);
        KeyView {
            kept: kept(world, &name, Some(record)),
            used_here: self.used_here(&name),
            own: None,
            old_format: self.is_old_format(&record.masked),
            plan: plan::of_record(record),
            hosts: self.hosts_in(&record.workspace_id, Some(record)),
            rotation: None,
            key: name,
            description: record.description.clone(),
            masked: record.masked.clone(),
            workspace_id: record.workspace_id.clone(),
            workspace_name: record.workspace_name.clone(),
            created_by: record.created_by.clone(),
            created_at: milliseconds(record.gmt_create),
            disabled: false,
            permission: PermissionView::All,
        }
    }

    /// The keys that were pasted and have no entry at the service, newest first; those whose entry is gone; then those that were
    /// pasted in the region before its account was added.
    pub(crate) fn unlisted(&self, world: &World) -> Vec<KeyView> {
        let mut pasted: Vec<&KeyRecord> = self.pasted().collect();
        pasted.sort_by_key(|record| record.api_key_id);
        let own = pasted
            .into_iter()
            .map(|record| self.unlisted_row(world, record));
        let stranded = self.stranded().map(|record| KeyView {
            kept: KeptView::Stranded,
            ..self.unlisted_row(world, record)
        });
        let bare = self.bare.iter().flat_map(|bare| bare.unlisted(world));
        own.chain(stranded).chain(bare).collect()
    }

    /// The keys that are kept here and gone from the list, which was asked for when they had long been in it.
    fn stranded(&self) -> impl Iterator<Item = &KeyRecord> {
        let seen = self.seen.iter();
        seen.flat_map(|seen| {
            self.records.iter().filter(|record| {
                let is_due = |kept_at: i64| kept_at + KNOWN_AFTER < seen.asked_at;
                record.api_key_id >= 0
                    && record.kept_at.is_some_and(is_due)
                    && !seen
                        .keys
                        .iter()
                        .any(|key| key.api_key_id == record.api_key_id)
            })
        })
    }

    /// Whether there are any.
    pub(crate) fn has_unlisted(&self) -> bool {
        self.pasted().next().is_some() || self.bare.iter().any(|bare| bare.has_unlisted())
    }

    fn pasted(&self) -> impl Iterator<Item = &KeyRecord> {
        self.records.iter().filter(|record| record.api_key_id < 0)
    }

    fn name(&self, id: i64) -> KeyRef {
        KeyRef {
            region: self.place.to_string(),
            api_key_id: id.to_string(),
        }
    }

    /// Where keys have an owner, the platform makes no others than those of the old form.
    fn is_old_format(&self, masked: &str) -> bool {
        !self.place.region().capabilities.owner_account
            && plan::of_masked(masked) == PlanView::PayAsYouGo
            && plan::is_old_form(masked)
    }

    fn rotation_of(&self, id: i64) -> Option<String> {
        self.rotations
            .iter()
            .find(|rotation| rotation.old_key_id == id || rotation.new_key_id == Some(id))
            .map(|rotation| rotation.id.clone())
    }

    fn used_here(&self, name: &KeyRef) -> Vec<UsedHereView> {
        self.changes
            .iter()
            .filter(|change| is_in_effect(change) && is_of(change, name))
            .map(|change| UsedHereView {
                change_id: change.id.clone(),
                variable: change.variable.clone(),
                tool: change.tool.as_ref().map(|what| tools::wire_id(what.tool)),
            })
            .collect()
    }
}

fn kept(world: &World, name: &KeyRef, record: Option<&KeyRecord>) -> KeptView {
    if world.in_memory.holds(name) {
        return KeptView::MemoryOnly;
    }
    let missing = world
        .missing
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .contains(name);
    if missing {
        return KeptView::Missing;
    }
    match record {
        Some(record) if record.kept_at.is_some() => KeptView::Kept,
        _ => KeptView::Unknown,
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
