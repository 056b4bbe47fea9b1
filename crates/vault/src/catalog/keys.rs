//! The keys that were seen: what the list shows and what a value is found by. Whether a value is kept here is a date,
//! never the value.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::names::names;
use super::{Catalog, CatalogError, printable_keys};

/// What is known about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRecord {
    /// The place of the key: a region's id, or a region and an account as `region@account`.
    pub region: String,
    /// The key's id, unique in its place. A negative one is a pasted key's that waits for its entry.
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
    /// The origin that the user picked for this key among those that fit it; none if the usual one is used.
    pub host: Option<String>,
    /// The plan that the key belongs to: `payg`, `coding` or `token`; none where it is not known.
    pub plan: Option<String>,
    /// How its value came here.
    pub origin: KeyOrigin,
}

/// How a key's value came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOrigin {
    /// The service answered it: the key was created or reset here.
    Created,
    /// The user had it already and pasted it.
    Pasted,
}

const COLUMNS: &str = "region, api_key_id, description, masked, workspace_id, workspace_name, created_by, \
                       gmt_create, kept_at, host, plan, origin";

impl Catalog {
    /// Remembers all of this about the key; what was known before is replaced. Only a host and a plan stay as they were
    /// where `key` has none: they are the user's choice, and the service's answers do not tell them.
    pub fn remember_key(&self, key: &KeyRecord) -> Result<(), CatalogError> {
        remember(&self.connection(), key).map_err(self.unusable())
    }

    /// Notes which origin the user picked for a key, or with none that it is the usual one again. A key that is not
    /// known stays so.
    pub fn set_key_host(
        &self,
        region: &str,
        api_key_id: i64,
        host: Option<&str>,
    ) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "UPDATE keys SET host = ?3 WHERE region = ?1 AND api_key_id = ?2",
                (region, api_key_id, host),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// What is known about one key.
    pub fn key(&self, region: &str, api_key_id: i64) -> Result<Option<KeyRecord>, CatalogError> {
        find(&self.connection(), region, api_key_id).map_err(self.unusable())
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

    /// Forgets a key, with which groups it was saved, and that it may be printed. One that is not known is forgotten already.
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
            printable_keys::forget(&transaction, region, api_key_id)?;
            transaction.commit()
        };
        forget(&mut connection).map_err(self.unusable())
    }
}

/// As [`Catalog::remember_key`], within the caller's transaction.
pub(super) fn remember(connection: &Connection, key: &KeyRecord) -> rusqlite::Result<()> {
    connection.execute(
        &format!(
            "INSERT INTO keys ({COLUMNS}) VALUES (:region, :api_key_id, :description, :masked, :workspace_id, \
             :workspace_name, :created_by, :gmt_create, :kept_at, :host, :plan, :origin) \
             ON CONFLICT (region, api_key_id) DO UPDATE SET description = excluded.description, \
             masked = excluded.masked, workspace_id = excluded.workspace_id, \
             workspace_name = excluded.workspace_name, created_by = excluded.created_by, \
             gmt_create = excluded.gmt_create, kept_at = excluded.kept_at, host = ifnull(excluded.host, host), \
             plan = ifnull(excluded.plan, plan), origin = excluded.origin"
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
            ":host": key.host,
            ":plan": key.plan,
            ":origin": key.origin,
        },
    )?;
    Ok(())
}

/// As [`Catalog::key`], within the caller's transaction.
pub(super) fn find(
    connection: &Connection,
    region: &str,
    api_key_id: i64,
) -> rusqlite::Result<Option<KeyRecord>> {
    connection
        .query_row(
            &format!("SELECT {COLUMNS} FROM keys WHERE region = ?1 AND api_key_id = ?2"),
            (region, api_key_id),
            record,
        )
        .optional()
}

names!(KeyOrigin {
    Created => "created",
    Pasted => "pasted",
});

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
        host: row.get("host")?,
        plan: row.get("plan")?,
        origin: row.get("origin")?,
    })
}
