use serde::Serialize;
use ts_rs::TS;

use super::KeyRef;
use crate::failure::Failure;

/// A key that is being replaced by a new one in the order in which nothing stops working.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RotationView {
    /// Names it.
    pub id: String,
    /// The key that goes.
    pub old_key: KeyRef,
    /// Its description.
    pub description: String,
    /// Its masked form.
    pub old_masked: String,
    /// The key that comes, once it is there.
    pub new_key: Option<KeyRef>,
    /// Its masked form.
    pub new_masked: Option<String>,
    /// How far it is.
    pub step: RotationStepView,
    /// Variables on this computer that hold the new key now.
    pub moved: Vec<String>,
    /// Why the last step did not succeed; none if it did.
    pub failure: Option<Failure>,
    /// When it was begun, in milliseconds since 1970.
    pub started_at: f64,
    /// When to be reminded of deleting the old key, in milliseconds since 1970.
    pub remind_at: Option<f64>,
    /// That time has come.
    pub reminder_due: bool,
    /// It can still be undone: the old key is there.
    pub can_undo: bool,
    /// Its undo was begun: the next step goes on with that, and there is no other way.
    pub undoing: bool,
}

/// How far a rotation is: the last step that succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RotationStepView {
    /// It is written down, and nothing else.
    Begun,
    /// The new key exists, with the permission of the old one.
    Created,
    /// Its value is in the keyring.
    Kept,
    /// A call with it was answered.
    Verified,
    /// Every place on this computer that held the old key holds the new one.
    Moved,
    /// Fresh shells see the new one.
    MovedVerified,
    /// The old key is disabled.
    OldDisabled,
    /// The old key is deleted; nothing is left to do.
    Finished,
    /// Everything is as it was before, and the new key is gone.
    Undone,
}
