//! The journal of keys that are being made. A service shows a key's value once; so before it is asked, an intent is
//! written down, and crossed out only when the value is kept. An intent that is found open at the next start names the
//! key that may have been lost.

use rusqlite::{Row, named_params};

use super::names::names;
use super::{Catalog, CatalogError};

/// A key that is about to be made, or was made and is not yet kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// Chosen by the caller, unique.
    pub id: String,
    /// What the service is asked for.
    pub kind: IntentKind,
    /// The region's id.
    pub region: String,
    /// The description that the key has or will have.
    pub description: String,
    /// The workspace that the key has or will have.
    pub workspace_id: String,
    /// The key: known from the start for a reset, and from the service's answer on for a creation.
    pub api_key_id: Option<i64>,
    /// Its masked form, from the service's answer on.
    pub masked: Option<String>,
    /// For a reset: the service's mask of the old value. While the service still says so, nothing was reset.
    pub masked_before: Option<String>,
    /// For a creation: the highest id in the region before the service was asked. A key with a higher one and this
    /// description came out of it.
    pub baseline: Option<i64>,
    /// When it began, in milliseconds.
    pub started_at: i64,
}

/// What the service is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntentKind {
    /// A new key.
    Create,
    /// A new value for an existing key.
    Reset,
}

impl Catalog {
    /// Writes the intent down. When this returns it is on the disk.
    pub fn begin_intent(&self, intent: &Intent) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "INSERT INTO intents \
                 (id, kind, region, description, workspace_id, api_key_id, masked, masked_before, baseline, \
                 started_at) VALUES (:id, :kind, :region, :description, :workspace_id, :api_key_id, :masked, \
                 :masked_before, :baseline, :started_at)",
                named_params! {
                    ":id": intent.id,
                    ":kind": intent.kind,
                    ":region": intent.region,
                    ":description": intent.description,
                    ":workspace_id": intent.workspace_id,
                    ":api_key_id": intent.api_key_id,
                    ":masked": intent.masked,
                    ":masked_before": intent.masked_before,
                    ":baseline": intent.baseline,
                    ":started_at": intent.started_at,
                },
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// The service answered: from now on it is known which key it is.
    pub fn intent_answered(
        &self,
        id: &str,
        api_key_id: i64,
        masked: &str,
    ) -> Result<(), CatalogError> {
        let changed = self
            .connection()
            .execute(
                "UPDATE intents SET api_key_id = ?2, masked = ?3 WHERE id = ?1",
                (id, api_key_id, masked),
            )
            .map_err(self.unusable())?;
        one_of(id, changed)
    }

    /// The value is kept, or the service refused: nothing can be lost any more.
    pub fn finish_intent(&self, id: &str) -> Result<(), CatalogError> {
        let changed = self
            .connection()
            .execute("DELETE FROM intents WHERE id = ?1", [id])
            .map_err(self.unusable())?;
        one_of(id, changed)
    }

    /// The intents that were begun and not finished, oldest first.
    pub fn open_intents(&self) -> Result<Vec<Intent>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(
                "SELECT id, kind, region, description, workspace_id, api_key_id, masked, masked_before, \
                 baseline, started_at FROM intents ORDER BY started_at, rowid",
            )
            .map_err(self.unusable())?;
        let intents = statement
            .query_map([], intent)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(intents)
    }
}

fn one_of(id: &str, changed: usize) -> Result<(), CatalogError> {
    if changed == 0 {
        return Err(CatalogError::IntentUnknown { id: id.to_owned() });
    }
    Ok(())
}

fn intent(row: &Row<'_>) -> rusqlite::Result<Intent> {
    Ok(Intent {
        id: row.get("id")?,
        kind: row.get("kind")?,
        region: row.get("region")?,
        description: row.get("description")?,
        workspace_id: row.get("workspace_id")?,
        api_key_id: row.get("api_key_id")?,
        masked: row.get("masked")?,
        masked_before: row.get("masked_before")?,
        baseline: row.get("baseline")?,
        started_at: row.get("started_at")?,
    })
}

names!(IntentKind {
    Create => "create",
    Reset => "reset",
});
