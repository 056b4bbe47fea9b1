//! What the user chose, as names and values. What they mean is not known here.

use rusqlite::OptionalExtension;

use super::{Catalog, CatalogError};

impl Catalog {
    /// The value of a preference, if one was set.
    pub fn preference(&self, name: &str) -> Result<Option<String>, CatalogError> {
        self.connection()
            .query_row(
                "SELECT value FROM preferences WHERE name = ?1",
                [name],
                |row| row.get(0),
            )
            .optional()
            .map_err(self.unusable())
    }

    /// Sets a preference.
    pub fn set_preference(&self, name: &str, value: &str) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "INSERT OR REPLACE INTO preferences (name, value) VALUES (?1, ?2)",
                (name, value),
            )
            .map_err(self.unusable())?;
        Ok(())
    }
}
