//! Which keys may be printed, and for what. Printing is how a start-up file or a tool gets a key from the keyring: without a row
//! here it is refused, so that no program that runs as the user can have keys that were never handed out this way.

use rusqlite::{Connection, Row};

use super::names::names;
use super::{Catalog, CatalogError};

/// A key that may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintableKey {
    /// The place that it belongs to.
    pub place: String,
    /// Its id there.
    pub api_key_id: i64,
    /// For what.
    pub why: PrintReason,
    /// It was disabled at the service: it is not printed until it is enabled again.
    pub disabled: bool,
}

/// For what a key is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintReason {
    /// An environment variable is set from it when a shell starts.
    Variable,
    /// A tool asks for it by a command in its settings.
    Tool,
}

names!(PrintReason {
    Variable => "variable",
    Tool => "tool",
});

impl Catalog {
    /// From now on the key is printed. One that is allowed already stays so, disabled or not.
    pub fn allow_printing(
        &self,
        place: &str,
        api_key_id: i64,
        why: PrintReason,
    ) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "INSERT OR IGNORE INTO printable_keys (place, api_key_id, why, disabled) VALUES (?1, ?2, ?3,
                 ifnull((SELECT max(disabled) FROM printable_keys WHERE place = ?1 AND api_key_id = ?2), 0))",
                (place, api_key_id, why),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// For this it is printed no longer.
    pub fn disallow_printing(
        &self,
        place: &str,
        api_key_id: i64,
        why: PrintReason,
    ) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "DELETE FROM printable_keys WHERE place = ?1 AND api_key_id = ?2 AND why = ?3",
                (place, api_key_id, why),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// The key was disabled at the service, or enabled again. One that may not be printed stays so.
    pub fn set_printing_disabled(
        &self,
        place: &str,
        api_key_id: i64,
        disabled: bool,
    ) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "UPDATE printable_keys SET disabled = ?3 WHERE place = ?1 AND api_key_id = ?2",
                (place, api_key_id, disabled),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// Every key that may be printed.
    pub fn printable_keys(&self) -> Result<Vec<PrintableKey>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare("SELECT place, api_key_id, why, disabled FROM printable_keys ORDER BY place, api_key_id, why")
            .map_err(self.unusable())?;
        let all = statement
            .query_map([], printable)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(all)
    }
}

/// It is printed for nothing any more, within the caller's transaction.
pub(super) fn forget(
    connection: &Connection,
    place: &str,
    api_key_id: i64,
) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM printable_keys WHERE place = ?1 AND api_key_id = ?2",
        (place, api_key_id),
    )?;
    Ok(())
}

/// It has another id, within the caller's transaction.
pub(super) fn rename(
    connection: &Connection,
    (from, from_id): (&str, i64),
    (to, to_id): (&str, i64),
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE OR REPLACE printable_keys SET place = ?3, api_key_id = ?4 WHERE place = ?1 AND api_key_id = ?2",
        (from, from_id, to, to_id),
    )?;
    Ok(())
}

fn printable(row: &Row<'_>) -> rusqlite::Result<PrintableKey> {
    Ok(PrintableKey {
        place: row.get("place")?,
        api_key_id: row.get("api_key_id")?,
        why: row.get("why")?,
        disabled: row.get("disabled")?,
    })
}

#[cfg(test)]
mod tests;
