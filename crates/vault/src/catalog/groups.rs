//! Named groups of addresses, and which keys were saved with which of them. What an address is, is not known here.

use rusqlite::{ErrorCode, OptionalExtension, Row};

use super::{Catalog, CatalogError};

/// A named group of addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressGroup {
    /// Its id.
    pub id: String,
    /// What the user calls it; no two groups have the same name.
    pub name: String,
    /// Its addresses and blocks, none with a line break in it.
    pub entries: Vec<String>,
}

/// A key that was saved with a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupUse {
    /// The region of the key.
    pub region: String,
    /// The key.
    pub api_key_id: i64,
    /// The group.
    pub group_id: String,
    /// What of the group went into the key's list at that time: the group may have changed since.
    pub entries: Vec<String>,
}

impl Catalog {
    /// All groups by their names.
    pub fn address_groups(&self) -> Result<Vec<AddressGroup>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare("SELECT id, name, entries FROM address_groups ORDER BY name, id")
            .map_err(self.unusable())?;
        let groups = statement
            .query_map([], group)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(groups)
    }

    /// Keeps a group; one with the same id is replaced, and stays in use where it was.
    pub fn save_address_group(&self, group: &AddressGroup) -> Result<(), CatalogError> {
        let connection = self.connection();
        let saved = connection.execute(
            "INSERT INTO address_groups (id, name, entries) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, entries = excluded.entries",
            (&group.id, &group.name, group.entries.join("\n")),
        );
        match saved {
            Ok(_) => Ok(()),
            // The id's conflict is an update, so what is left is the name's.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Err(CatalogError::GroupNameTaken {
                    name: group.name.clone(),
                })
            }
            Err(error) => Err(self.unusable()(error)),
        }
    }

    /// Forgets a group, and that keys use it. One that is not known is forgotten already.
    pub fn delete_address_group(&self, id: &str) -> Result<(), CatalogError> {
        self.connection()
            .execute("DELETE FROM address_groups WHERE id = ?1", [id])
            .map_err(self.unusable())?;
        Ok(())
    }

    /// Which keys were saved with which groups.
    pub fn group_uses(&self) -> Result<Vec<GroupUse>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(
                "SELECT region, api_key_id, group_id, entries FROM key_groups
                 ORDER BY region, api_key_id, group_id",
            )
            .map_err(self.unusable())?;
        let uses = statement
            .query_map([], group_use)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(uses)
    }

    /// Notes with which groups a key was saved; what was noted before is replaced. A group that is gone is left out.
    pub fn set_key_groups(
        &self,
        region: &str,
        api_key_id: i64,
        uses: &[GroupUse],
    ) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        let replace = |connection: &mut rusqlite::Connection| {
            let transaction = connection.transaction()?;
            transaction.execute(
                "DELETE FROM key_groups WHERE region = ?1 AND api_key_id = ?2",
                (region, api_key_id),
            )?;
            for used in uses {
                let known = transaction
                    .query_row(
                        "SELECT 1 FROM address_groups WHERE id = ?1",
                        [&used.group_id],
                        |_| Ok(()),
                    )
                    .optional()?;
                if known.is_some() {
                    transaction.execute(
                        "INSERT OR REPLACE INTO key_groups (region, api_key_id, group_id, entries)
                         VALUES (?1, ?2, ?3, ?4)",
                        (region, api_key_id, &used.group_id, used.entries.join("\n")),
                    )?;
                }
            }
            transaction.commit()
        };
        replace(&mut connection).map_err(self.unusable())
    }
}

fn group(row: &Row<'_>) -> rusqlite::Result<AddressGroup> {
    Ok(AddressGroup {
        id: row.get("id")?,
        name: row.get("name")?,
        entries: lines(row)?,
    })
}

fn group_use(row: &Row<'_>) -> rusqlite::Result<GroupUse> {
    Ok(GroupUse {
        region: row.get("region")?,
        api_key_id: row.get("api_key_id")?,
        group_id: row.get("group_id")?,
        entries: lines(row)?,
    })
}

fn lines(row: &Row<'_>) -> rusqlite::Result<Vec<String>> {
    let entries: String = row.get("entries")?;
    Ok(entries.lines().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests;
