//! The keys that were seen: what the list shows and what a value is found by. Whether a value is kept here is a date,
//! never the value.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Catalog, CatalogError};

/// What is known about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    /// The region's id.
    pub region: String,
    /// The key's id, unique in its region.
    pub api_key_id: i64,
    /// What the user wrote about it.
    pub description: String,
    /// Its masked form.
    pub masked: String,
    /// Its workspace.
    pub workspace_id: String,
    /// The workspace's name when it was last seen.
    pub workspace_name: String,
    /// Who created it, as the service says.
    pub created_by: String,
    /// When it was created, in milliseconds, as the service says.
    pub gmt_create: i64,
    /// When its value was put where secrets rest, in milliseconds; none if it never was.
    pub kept_at: Option<i64>,
}

const COLUMNS: &str = "region, api_key_id, description, masked, workspace_id, workspace_name, created_by, \
                       gmt_create, kept_at";

impl Catalog {
    /// Remembers all of this about the key; what was known before is replaced.
    pub fn remember_key(&self, key: &KeyRecord) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                &format!(
                    "INSERT OR REPLACE INTO keys ({COLUMNS}) VALUES (:region, :api_key_id, :description, :masked, \
                     :workspace_id, :workspace_name, :created_by, :gmt_create, :kept_at)"
                ),
                named_params! {
                    ":region": key.region,
                    ":api_key_id": key.api_key_id,
                    ":description": key.description,
                    ":masked": key.masked,
                    ":workspace_id": key.workspace_id,
                    ":workspace_name": key.workspace_name,
                    ":created_by": key.created_by,
                    ":gmt_create": key.gmt_create,
                    ":kept_at": key.kept_at,
                },
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// What is known about one key.
    pub fn key(&self, region: &str, api_key_id: i64) -> Result<Option<KeyRecord>, CatalogError> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM keys WHERE region = ?1 AND api_key_id = ?2"),
                (region, api_key_id),
                record,
            )
            .optional()
            .map_err(self.unusable())
    }

    /// What is known about the keys of a region, newest first.
    pub fn keys(&self, region: &str) -> Result<Vec<KeyRecord>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(&format!(
                "SELECT {COLUMNS} FROM keys WHERE region = ?1 ORDER BY gmt_create DESC, api_key_id DESC"
            ))
            .map_err(self.unusable())?;
        let records = statement
            .query_map([region], record)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(records)
    }

    /// Forgets a key, and with which groups it was saved. One that is not known is forgotten already.
    pub fn forget_key(&self, region: &str, api_key_id: i64) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        let forget = |connection: &mut Connection| {
            let transaction = connection.transaction()?;
            for table in ["keys", "key_groups"] {
                transaction.execute(
                    &format!("DELETE FROM {table} WHERE region = ?1 AND api_key_id = ?2"),
                    (region, api_key_id),
                )?;
            }
            transaction.commit()
        };
        forget(&mut connection).map_err(self.unusable())
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<KeyRecord> {
    Ok(KeyRecord {
        region: row.get("region")?,
        api_key_id: row.get("api_key_id")?,
        description: row.get("description")?,
        masked: row.get("masked")?,
        workspace_id: row.get("workspace_id")?,
        workspace_name: row.get("workspace_name")?,
        created_by: row.get("created_by")?,
        gmt_create: row.get("gmt_create")?,
        kept_at: row.get("kept_at")?,
    })
}
