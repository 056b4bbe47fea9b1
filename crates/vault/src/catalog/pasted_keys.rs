//! Pasted keys whose entry at the service is not known: their ids are negative, so that they are never taken for one of
//! the service's, until the entry is found.

use rusqlite::{Connection, TransactionBehavior};

use super::{Catalog, CatalogError, KeyRecord, keys, printable_keys};

impl Catalog {
    /// An id for a pasted key that waits for its entry: -1, -2 and so on in each place. None is given twice, not even
    /// when its key was forgotten: what was written about that one is not about another.
    pub fn next_pasted_id(&self, place: &str) -> Result<i64, CatalogError> {
        let mut connection = self.connection();
        let next = |connection: &mut Connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT INTO pasted_ids (place, last) VALUES (?1, -1)
                 ON CONFLICT (place) DO UPDATE SET last = last - 1",
                [place],
            )?;
            let id = transaction.query_row(
                "SELECT last FROM pasted_ids WHERE place = ?1",
                [place],
                |row| row.get(0),
            )?;
            transaction.commit()?;
            Ok(id)
        };
        next(&mut connection).map_err(self.unusable())
    }

    /// The entry of a pasted key was found: its record, its groups and whether it may be printed move to the entry's place
    /// and id. Where a record has them already, it gets the pasted key's value date, mask, host and plan, and keeps what the
    /// service said of it.
    ///
    /// The keyring is the caller's: the value is put under the new name before, and the old name deleted after, so that
    /// the value is somewhere at every moment.
    pub fn rematch_key(&self, pasted: (&str, i64), entry: (&str, i64)) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        let moved = rematch(&mut connection, pasted, entry).map_err(self.unusable())?;
        if moved {
            Ok(())
        } else {
            let (place, api_key_id) = pasted;
            Err(CatalogError::UnmatchedKeyUnknown {
                place: place.to_owned(),
                api_key_id,
            })
        }
    }
}

/// Answers whether there was such a key.
fn rematch(
    connection: &mut Connection,
    (from, pasted_id): (&str, i64),
    (place, api_key_id): (&str, i64),
) -> rusqlite::Result<bool> {
    // Looked at and written as one, or another process could write between.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let pasted = keys::find(&transaction, from, pasted_id)?;
    let Some(pasted) = pasted.filter(|pasted| pasted.api_key_id < 0) else {
        return Ok(false);
    };
    let matched = match keys::find(&transaction, place, api_key_id)? {
        Some(known) => KeyRecord {
            masked: pasted.masked,
            kept_at: pasted.kept_at,
            host: pasted.host,
            plan: pasted.plan,
            origin: pasted.origin,
            ..known
        },
        None => KeyRecord {
            region: place.to_owned(),
            api_key_id,
            ..pasted
        },
    };
    keys::remember(&transaction, &matched)?;
    transaction.execute(
        "UPDATE OR REPLACE key_groups SET region = ?3, api_key_id = ?4 WHERE region = ?1 AND api_key_id = ?2",
        (from, pasted_id, place, api_key_id),
    )?;
    printable_keys::rename(&transaction, (from, pasted_id), (place, api_key_id))?;
    transaction.execute(
        "DELETE FROM keys WHERE region = ?1 AND api_key_id = ?2",
        (from, pasted_id),
    )?;
    transaction.commit()?;
    Ok(true)
}

#[cfg(test)]
mod tests;
