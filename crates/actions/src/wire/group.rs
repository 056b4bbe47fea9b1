use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KeyRef, PermissionRequest, PermissionView};
use crate::failure::Failure;

/// A named group of addresses, kept on this computer: "Office", "Home".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressGroupView {
    /// Names it.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// Its addresses and blocks.
    pub entries: Vec<String>,
    /// Keys whose allowlist was last saved with this group in it.
    pub used_by: Vec<KeyRef>,
    /// Those of them that still have the addresses of an earlier version of it.
    pub outdated: Vec<KeyRef>,
}

/// A group to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressGroupRequest {
    /// The group that is changed; none for a new one.
    pub id: Option<String>,
    /// What to call it; at most 60 characters, no two the same.
    pub name: String,
    /// Addresses, blocks and ranges, in any form that the editor reads.
    pub addresses: String,
}

/// A group was kept. Nothing was changed at the service: keys that use it are offered.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedGroupView {
    /// The group.
    pub group: AddressGroupView,
    /// What to ask of `preview_permission` and then of `update_permission` for each key that should follow.
    pub offers: Vec<GroupOfferView>,
}

/// A key that uses a changed group.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupOfferView {
    /// The key.
    pub key: KeyRef,
    /// Its description; empty if the service could not be asked.
    pub description: String,
    /// Its masked value.
    pub masked: String,
    /// Its permission now: what `update_permission` is to expect.
    pub current: Option<PermissionView>,
    /// Its permission with the group's addresses of today instead of those it was saved with.
    pub permission: Option<PermissionRequest>,
    /// All groups it would be saved with.
    pub groups: Vec<String>,
    /// Why nothing can be offered.
    pub failure: Option<Failure>,
}
