//! Which keys may be printed, and for what. Printing is how a start-up file or a tool gets a key from the keyring: without a row
//! here it is refused, so that no program that runs as the user can have keys that were never handed out this way.

use std::collections::BTreeSet;

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
    /// It was seen disabled at the service: it is not printed until it is enabled again.
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
    /// From now on the key is printed, unless it is disabled. One that is allowed already stays so.
    pub fn allow_printing(
        &self,
        place: &str,
        api_key_id: i64,
        why: PrintReason,
    ) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "INSERT OR IGNORE INTO printable_keys (place, api_key_id, why) VALUES (?1, ?2, ?3)",
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

    /// These keys were seen disabled or enabled at the service, whether they may be printed or not: that may come later.
    pub fn note_disabled(&self, place: &str, keys: &[(i64, bool)]) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        note_disabled(&mut connection, place, keys).map_err(self.unusable())
    }

    /// Every key that may be printed.
    pub fn printable_keys(&self) -> Result<Vec<PrintableKey>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(
                "SELECT place, api_key_id, why, (place, api_key_id) IN (SELECT place, api_key_id FROM disabled_keys) AS disabled
                 FROM printable_keys ORDER BY place, api_key_id, why",
            )
            .map_err(self.unusable())?;
        let all = statement
            .query_map([], printable)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(all)
    }
}

/// Every list that is seen comes here, so nothing is written where nothing is new.
fn note_disabled(
    connection: &mut Connection,
    place: &str,
    keys: &[(i64, bool)],
) -> rusqlite::Result<()> {
    let known: BTreeSet<i64> = connection
        .prepare("SELECT api_key_id FROM disabled_keys WHERE place = ?1")?
        .query_map([place], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut news = keys
        .iter()
        .filter(|(id, disabled)| known.contains(id) != *disabled)
        .peekable();
    if news.peek().is_none() {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    for (id, disabled) in news {
        let statement = match disabled {
            // Another program may have been there meanwhile.
            true => "INSERT OR IGNORE INTO disabled_keys (place, api_key_id) VALUES (?1, ?2)",
            false => "DELETE FROM disabled_keys WHERE place = ?1 AND api_key_id = ?2",
        };
        transaction.execute(statement, (place, id))?;
    }
    transaction.commit()
}

/// It is printed for nothing any more, within the caller's transaction.
pub(super) fn forget(
    connection: &Connection,
    place: &str,
    api_key_id: i64,
) -> rusqlite::Result<()> {
    for table in ["printable_keys", "disabled_keys"] {
        connection.execute(
            &format!("DELETE FROM {table} WHERE place = ?1 AND api_key_id = ?2"),
            (place, api_key_id),
        )?;
    }
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
