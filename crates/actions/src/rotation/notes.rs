//! What is written down with a rotation, beside its step: all that a later run, or the window, needs and cannot ask for any
//! more. Names and masked forms alone.

use serde::{Deserialize, Serialize};
use vault::Rotation;

/// What is written down with a rotation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Notes {
    /// The old key's description.
    pub(crate) description: String,
    /// The old key's masked form.
    pub(crate) old_masked: String,
    /// The old key was disabled before all this, and stays so when it is undone.
    pub(crate) was_disabled: bool,
    /// The new key's masked form, once there is one.
    pub(crate) new_masked: Option<String>,
    /// The intent under which the new key is created now. Another one than at first where nobody knows what the first
    /// led to.
    pub(crate) attempt: String,
    /// The changes of this computer that are about the new key now.
    pub(crate) changes: Vec<String>,
    /// The variables of this computer that hold the new key now.
    pub(crate) variables: Vec<String>,
    /// The service is, or was, asked to disable the old key: whoever finds it disabled knows by whom.
    pub(crate) disabling: bool,
    /// It is being taken back: there is no other way on.
    pub(crate) undoing: bool,
}

impl Notes {
    /// As they were written down.
    pub(crate) fn read(kept: &Rotation) -> Notes {
        let notes: Notes = serde_json::from_str(&kept.moved_changes_json).unwrap_or_else(|error| {
            tracing::warn!(%error, id = kept.id, "the notes of a rotation cannot be read");
            Notes::default()
        });
        if notes.attempt.is_empty() {
            return Notes {
                attempt: kept.attempt.clone(),
                ..notes
            };
        }
        notes
    }

    /// To be written down.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
