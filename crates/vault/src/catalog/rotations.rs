//! The journal of rotations: a new key in place of an old one, step by step. Each step is written down when it is done,
//! so a rotation that was cut off goes on where it was. What a step does is not known here.

use std::fmt;

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, named_params};

use super::names::names;
use super::{Catalog, CatalogError};

/// One key that takes the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotation {
    /// Chosen by the caller, unique.
    pub id: String,
    /// The place of both keys.
    pub place: String,
    /// The key that goes.
    pub old_key_id: i64,
    /// The key that comes, once the service has made it.
    pub new_key_id: Option<i64>,
    /// The last step that is done.
    pub step: RotationStep,
    /// Which changes on this computer moved to the new key, as the caller wrote it down.
    pub moved_changes_json: String,
    /// When it began, in milliseconds.
    pub started_at: i64,
    /// When something was last written down about it, in milliseconds.
    pub updated_at: i64,
    /// When the user is to be reminded that the old key is still there, in milliseconds.
    pub remind_at: Option<i64>,
    /// The intent under which the new key is created, so that a second try makes no second key.
    pub attempt: String,
    /// Why the next step did not happen, as the caller wrote it down; none when nothing is in its way.
    pub failure_json: Option<String>,
}

/// The steps of a rotation, in their order. The last two end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RotationStep {
    /// It is written down, and nothing has happened.
    Begun,
    /// The service has made the new key.
    Created,
    /// The new key's value rests where secrets do.
    Kept,
    /// A call with the new key was answered.
    Verified,
    /// What used the old key on this computer has the new one.
    Moved,
    /// What was moved was looked at again.
    MovedVerified,
    /// The service refuses the old key.
    OldDisabled,
    /// The old key is gone. There is nothing to undo and nothing to be reminded of.
    Finished,
    /// Everything is as it was before.
    Undone,
}

const COLUMNS: &str = "id, place, old_key_id, new_key_id, step, moved_changes, started_at, updated_at, remind_at, \
                       attempt, failure";

const OPEN: &str = "step NOT IN ('finished', 'undone')";

impl Catalog {
    /// Writes a rotation down. When this returns it is on the disk. A key has one open rotation at a time.
    pub fn begin_rotation(&self, rotation: &Rotation) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        // Looked at and written as one, or another process could write between.
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(self.unusable())?;
        let open = transaction
            .query_row(
                &format!(
                    "SELECT id FROM rotations WHERE place = ?1 AND old_key_id = ?2 AND {OPEN}"
                ),
                (&rotation.place, rotation.old_key_id),
                |row| row.get(0),
            )
            .optional()
            .map_err(self.unusable())?;
        if let Some(id) = open {
            return Err(CatalogError::RotationOpen { id });
        }
        insert(&transaction, rotation)
            .and_then(|()| transaction.commit())
            .map_err(self.unusable())
    }

    /// Writes down how far a rotation is: its step, the new key, what was moved, its reminder and its failure. The step
    /// may be the one it is at, or any later one. When this returns it is on the disk.
    pub fn advance_rotation(&self, rotation: &Rotation) -> Result<(), CatalogError> {
        self.change_open(&rotation.id, rotation.step, |connection| {
            connection.execute(
                "UPDATE rotations SET new_key_id = :new_key_id, step = :step, moved_changes = :moved_changes, \
                 updated_at = :updated_at, remind_at = :remind_at, failure = :failure WHERE id = :id",
                named_params! {
                    ":id": rotation.id,
                    ":new_key_id": rotation.new_key_id,
                    ":step": rotation.step,
                    ":moved_changes": rotation.moved_changes_json,
                    ":updated_at": rotation.updated_at,
                    ":remind_at": rotation.remind_at,
                    ":failure": rotation.failure_json,
                },
            )
        })
    }

    /// The old key is deleted: the rotation is over, and so is its reminder.
    pub fn finish_rotation(&self, id: &str, now: i64) -> Result<(), CatalogError> {
        self.end_rotation(id, RotationStep::Finished, now)
    }

    /// Everything is as it was before: the rotation is over, and so is its reminder.
    pub fn undo_rotation(&self, id: &str, now: i64) -> Result<(), CatalogError> {
        self.end_rotation(id, RotationStep::Undone, now)
    }

    /// One rotation, over or not.
    pub fn rotation(&self, id: &str) -> Result<Option<Rotation>, CatalogError> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM rotations WHERE id = ?1"),
                [id],
                rotation,
            )
            .optional()
            .map_err(self.unusable())
    }

    /// The rotations that are neither finished nor undone, oldest first.
    pub fn open_rotations(&self) -> Result<Vec<Rotation>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(&format!(
                "SELECT {COLUMNS} FROM rotations WHERE {OPEN} ORDER BY started_at, rowid"
            ))
            .map_err(self.unusable())?;
        let rotations = statement
            .query_map([], rotation)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(rotations)
    }

    fn end_rotation(&self, id: &str, step: RotationStep, now: i64) -> Result<(), CatalogError> {
        self.change_open(id, step, |connection| {
            connection.execute(
                "UPDATE rotations SET step = ?2, updated_at = ?3, remind_at = NULL, failure = NULL WHERE id = ?1",
                (id, step, now),
            )
        })
    }

    /// Does `change` if the rotation is open and has not passed the step `to`.
    fn change_open(
        &self,
        id: &str,
        to: RotationStep,
        change: impl FnOnce(&Connection) -> rusqlite::Result<usize>,
    ) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        // Looked at and written as one, or another process could write between.
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(self.unusable())?;
        let at: Option<RotationStep> = transaction
            .query_row(
                &format!("SELECT step FROM rotations WHERE id = ?1 AND {OPEN}"),
                [id],
                |row| row.get(0),
            )
            .optional()
            .map_err(self.unusable())?;
        let id = id.to_owned();
        match at {
            None => Err(CatalogError::RotationUnknown { id }),
            Some(at) if to < at => Err(CatalogError::RotationPassed { id, at, to }),
            Some(_) => change(&transaction)
                .and_then(|_| transaction.commit())
                .map_err(self.unusable()),
        }
    }
}

impl RotationStep {
    /// Whether it ends a rotation.
    pub fn is_end(self) -> bool {
        matches!(self, RotationStep::Finished | RotationStep::Undone)
    }
}

impl fmt::Display for RotationStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

names!(RotationStep {
    Begun => "begun",
    Created => "created",
    Kept => "kept",
    Verified => "verified",
    Moved => "moved",
    MovedVerified => "moved_verified",
    OldDisabled => "old_disabled",
    Finished => "finished",
    Undone => "undone",
});

fn insert(connection: &Connection, rotation: &Rotation) -> rusqlite::Result<()> {
    connection.execute(
        &format!(
            "INSERT INTO rotations ({COLUMNS}) VALUES (:id, :place, :old_key_id, :new_key_id, :step, \
             :moved_changes, :started_at, :updated_at, :remind_at, :attempt, :failure)"
        ),
        named_params! {
            ":id": rotation.id,
            ":place": rotation.place,
            ":old_key_id": rotation.old_key_id,
            ":new_key_id": rotation.new_key_id,
            ":step": rotation.step,
            ":moved_changes": rotation.moved_changes_json,
            ":started_at": rotation.started_at,
            ":updated_at": rotation.updated_at,
            ":remind_at": rotation.remind_at,
            ":attempt": rotation.attempt,
            ":failure": rotation.failure_json,
        },
    )?;
    Ok(())
}

fn rotation(row: &Row<'_>) -> rusqlite::Result<Rotation> {
    Ok(Rotation {
        id: row.get("id")?,
        place: row.get("place")?,
        old_key_id: row.get("old_key_id")?,
        new_key_id: row.get("new_key_id")?,
        step: row.get("step")?,
        moved_changes_json: row.get("moved_changes")?,
        started_at: row.get("started_at")?,
        updated_at: row.get("updated_at")?,
        remind_at: row.get("remind_at")?,
        attempt: row.get("attempt")?,
        failure_json: row.get("failure")?,
    })
}

#[cfg(test)]
pub(super) mod tests;
