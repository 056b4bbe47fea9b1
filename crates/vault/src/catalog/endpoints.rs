//! The addresses that an account uses in a region in place of the usual ones. Whether they are addresses at all is
//! judged before they come here.

use rusqlite::{OptionalExtension, Row, ffi};

use super::{Catalog, CatalogError};

/// An account's own endpoints in one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEndpoints {
    /// The account's id.
    pub account_id: String,
    /// The region's id, without the account.
    pub region: String,
    /// Where keys and workspaces are managed; none for the usual place.
    pub control: Option<String>,
    /// Where models are called; none for the usual place.
    pub data: Option<String>,
}

impl Catalog {
    /// Sets an account's endpoints in a region; what was set before is replaced. With neither of them there is nothing
    /// of its own any more.
    pub fn set_endpoints(&self, endpoints: &OwnEndpoints) -> Result<(), CatalogError> {
        let OwnEndpoints {
            account_id,
            region,
            control,
            data,
        } = endpoints;
        if control.is_none() && data.is_none() {
            return self.clear_endpoints(account_id, region);
        }
        let set = self.connection().execute(
            "INSERT OR REPLACE INTO endpoints (account_id, region, control, data) VALUES (?1, ?2, ?3, ?4)",
            (account_id, region, control, data),
        );
        match set {
            Ok(_) => Ok(()),
            Err(error)
                if error.sqlite_error().is_some_and(|error| {
                    error.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY
                }) =>
            {
                Err(CatalogError::AccountUnknown {
                    id: account_id.clone(),
                })
            }
            Err(error) => Err(self.unusable()(error)),
        }
    }

    /// Back to the usual places. Where nothing was set it is so already.
    pub fn clear_endpoints(&self, account_id: &str, region: &str) -> Result<(), CatalogError> {
        self.connection()
            .execute(
                "DELETE FROM endpoints WHERE account_id = ?1 AND region = ?2",
                (account_id, region),
            )
            .map_err(self.unusable())?;
        Ok(())
    }

    /// What an account set for a region; none where it uses the usual places.
    pub fn endpoints(
        &self,
        account_id: &str,
        region: &str,
    ) -> Result<Option<OwnEndpoints>, CatalogError> {
        self.connection()
            .query_row(
                "SELECT account_id, region, control, data FROM endpoints WHERE account_id = ?1 AND region = ?2",
                (account_id, region),
                endpoints,
            )
            .optional()
            .map_err(self.unusable())
    }

    /// All that an account set, by region.
    pub fn account_endpoints(&self, account_id: &str) -> Result<Vec<OwnEndpoints>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(
                "SELECT account_id, region, control, data FROM endpoints WHERE account_id = ?1 ORDER BY region",
            )
            .map_err(self.unusable())?;
        let all = statement
            .query_map([account_id], endpoints)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(all)
    }
}

fn endpoints(row: &Row<'_>) -> rusqlite::Result<OwnEndpoints> {
    Ok(OwnEndpoints {
        account_id: row.get("account_id")?,
        region: row.get("region")?,
        control: row.get("control")?,
        data: row.get("data")?,
    })
}

#[cfg(test)]
mod tests;
