//! What was last seen in each place, so that it can be shown at once while the service is asked. The list is the
//! caller's text, with masks in it and never a value; what is in it is not known here.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{Catalog, CatalogError};

/// What was last seen in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSeen {
    /// The place: a region, or a region and an account as `region@account`.
    pub place: String,
    /// The list that the caller saw there, as it wrote it down.
    pub list_json: String,
    /// When it was seen, in milliseconds.
    pub seen_at: i64,
}

impl Catalog {
    /// Keeps what was seen in a place; what was seen before is replaced. What was seen of an account that was removed
    /// meanwhile is not kept: an answer may come later than the removal.
    pub fn put_last_seen(&self, seen: &LastSeen) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "INSERT OR REPLACE INTO last_seen (place, list, seen_at) SELECT ?1, ?2, ?3
                 WHERE instr(?1, '@') = 0
                    OR EXISTS (SELECT 1 FROM accounts WHERE id = substr(?1, instr(?1, '@') + 1))",
                (&seen.place, &seen.list_json, seen.seen_at),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// What was last seen in a place, if anything.
    pub fn last_seen(&self, place: &str) -> Result<Option<LastSeen>, CatalogError> {
        self.connection()
            .query_row(
                "SELECT place, list, seen_at FROM last_seen WHERE place = ?1",
                [place],
                last_seen,
            )
            .optional()
            .map_err(self.unusable())
    }

    /// What was last seen anywhere, by place.
    pub fn all_last_seen(&self) -> Result<Vec<LastSeen>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare("SELECT place, list, seen_at FROM last_seen ORDER BY place")
            .map_err(self.unusable())?;
        let all = statement
            .query_map([], last_seen)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(all)
    }

    /// Forgets what was seen in every place of an account, as when its credentials became another's.
    pub fn forget_last_seen(&self, account_id: &str) -> Result<(), CatalogError> {
        forget_account(&self.connection(), account_id).map_err(self.unusable())
    }
}

/// Forgets what was seen in the places of an account, within the caller's transaction.
pub(super) fn forget_account(connection: &Connection, account_id: &str) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM last_seen WHERE instr(place, '@') > 0 AND substr(place, instr(place, '@') + 1) = ?1",
        [account_id],
    )?;
    Ok(())
}

fn last_seen(row: &Row<'_>) -> rusqlite::Result<LastSeen> {
    Ok(LastSeen {
        place: row.get("place")?,
        list_json: row.get("list")?,
        seen_at: row.get("seen_at")?,
    })
}

#[cfg(test)]
mod tests;
