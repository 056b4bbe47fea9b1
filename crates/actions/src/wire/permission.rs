use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AddressCountsView, AnyoneView, KeyRef, KeyView};
use crate::failure::Failure;

/// Who may use a key, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PermissionView {
    /// Any address, every model.
    All,
    /// These addresses and models.
    Custom {
        /// Addresses and CIDR blocks.
        access_ips: Vec<String>,
        /// The list lets everybody in.
        any_address: bool,
        /// Exactly these models; none for all models, including future ones.
        models: Option<Vec<String>>,
    },
}

/// The permission as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PermissionRequest {
    /// Any address, every model.
    All,
    /// Limited.
    Custom {
        /// Addresses and CIDR blocks, one a line.
        addresses: String,
        /// Exactly these models; none for all.
        models: Option<Vec<String>>,
    },
    /// What the service had before, to the letter: how an update is undone.
    Restore {
        /// `PermissionChangedView.before`.
        permission: PermissionView,
    },
}

/// What a permission would mean for keys, before it is saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewPermissionRequest {
    /// One key, or several that are to have the same permission.
    pub keys: Vec<KeyRef>,
    /// What the editor was opened with; none for several keys. It tells whether something changed elsewhere.
    pub opened: Option<PermissionView>,
    /// The permission in the editor.
    pub permission: PermissionRequest,
}

/// What would change, key by key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionPreviewView {
    /// In the order they were asked for.
    pub keys: Vec<KeyPreviewView>,
    /// Under which addresses the service sees this computer, as far as is known since the start: loopback on This
    /// computer, else what `my_addresses` found. Where it is empty, nobody can say whether this computer is shut out.
    pub this_computer: Vec<String>,
}

/// What would change for one key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyPreviewView {
    /// The key.
    pub key: KeyRef,
    /// Its description; empty if the service could not be asked.
    pub description: String,
    /// Its masked value.
    pub masked: String,
    /// Why nothing can be said, and this key not be updated: it is gone, its region cannot, the service is not reached.
    pub failure: Option<Failure>,
    /// What would change; none with a failure.
    pub change: Option<PermissionChangeView>,
}

/// The difference between two permissions of one key.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionChangeView {
    /// The service's permission now: what `update_permission` is to expect.
    pub current: PermissionView,
    /// It is not what the editor was opened with: somebody changed it elsewhere. Show both; nothing was overwritten.
    pub conflict: bool,
    /// The permission as it would be sent.
    pub wanted: PermissionView,
    /// Saving would change nothing.
    pub unchanged: bool,
    /// What happens to the addresses.
    pub addresses: AddressDifferenceView,
    /// What happens to the models.
    pub models: ModelDifferenceView,
    /// Who on this computer would be refused. Ask a second time where one of them is not `already`.
    pub shuts_out: Vec<ShutOutView>,
}

/// What changes about who is let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressDifferenceView {
    /// Entries that are new.
    pub added: Vec<String>,
    /// Entries that go.
    pub removed: Vec<String>,
    /// Addresses that are let in then and are not now.
    pub gained: AddressCountsView,
    /// Addresses that are let in now and are not then.
    pub lost: AddressCountsView,
    /// Who is let in now.
    pub before: LetInView,
    /// Who is let in then.
    pub after: LetInView,
}

/// Who is let in, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LetInView {
    /// Everybody, or whom.
    pub anyone: AnyoneView,
    /// Entries of the list; 0 where there is none.
    pub entries: u32,
    /// Addresses.
    pub addresses: AddressCountsView,
}

/// What changes about the models.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelDifferenceView {
    /// Models named then and not now; empty where one of the two is "all models".
    pub added: Vec<String>,
    /// Models named now and not then; empty where one of the two is "all models".
    pub removed: Vec<String>,
    /// Models named now; none for all models, including future ones.
    pub before: Option<u32>,
    /// Models named then; none for all models, including future ones.
    pub after: Option<u32>,
}

/// Somebody on this computer who would be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShutOutView {
    /// Who.
    pub who: ShutOutWhoView,
    /// The address that is not in the list.
    pub address: String,
    /// The permission of now refuses it too.
    pub already: bool,
}

/// Who on this computer uses a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ShutOutWhoView {
    /// This computer and this program on it.
    ThisComputer,
    /// Programs that take the key from a variable set here.
    Variable {
        /// The change that set it.
        change_id: String,
        /// The variable.
        variable: String,
    },
}

/// A permission to save.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdatePermissionRequest {
    /// The key.
    pub key: KeyRef,
    /// What the service has, as far as the user was shown: with anything else nothing is saved.
    pub expected: PermissionView,
    /// What it is to have.
    pub permission: PermissionRequest,
    /// The groups whose addresses are in it.
    pub groups: Vec<String>,
}

/// A permission was saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionChangedView {
    /// The row as the service has it now.
    pub key: KeyView,
    /// What the service had: `Restore` takes it back, expecting `key.permission`.
    pub before: PermissionView,
    /// The groups that it was saved with before, for the undo.
    pub groups_before: Vec<String>,
    /// What a call with the key said.
    pub proof: ProofView,
}

/// What a call with the key said after its permission was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ProofView {
    /// Let in from this computer.
    Allowed {
        /// How long the call took.
        millis: u32,
        /// Models that the service listed.
        models: u32,
        /// Whether the new list means that; none where the address of this computer is not known.
        as_meant: Option<bool>,
    },
    /// Refused from this computer because of its address.
    Refused {
        /// The service's code.
        platform_code: String,
        /// How long the call took.
        millis: u32,
        /// Whether the new list means that; none where the address of this computer is not known.
        as_meant: Option<bool>,
    },
    /// It is saved, and a call could not show it.
    NotProvable {
        /// Why: the value is not on this computer, the key is disabled, the service is not reached.
        failure: Failure,
    },
}
