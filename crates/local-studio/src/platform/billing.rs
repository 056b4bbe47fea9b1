//! What was used, priced: the book that bills are made from.

use jiff::civil::Date;

use super::Platform;
use crate::billing::{Book, Charge, Place};
use crate::platform_error::Refusal;
use crate::store::keys;
use crate::store::workspaces::{self, WorkspaceFilter};

impl Platform {
    /// The charges from the first day to the last, both included and both where bills count them.
    pub(crate) fn book(&self, first: Date, last: Date) -> Result<Book, Refusal> {
        let used = self.usage_between(&first.to_string(), &last.to_string())?;
        let (there, known) = self.read(|transaction| {
            let every = WorkspaceFilter::default();
            let there = workspaces::list(transaction, &every, None, u32::MAX)?;
            Ok((there, keys::all(transaction)?))
        })?;
        let personality = self.personality();
        let locality = personality.locality();
        let place = |row: crate::store::WorkspaceRow| {
            let usual = || locality.usual_site().to_owned();
            let place = Place {
                name: row.workspace_name,
                service_site: row.service_site.unwrap_or_else(usual),
            };
            (row.workspace_id, place)
        };
        Ok(Book {
            region: personality.region(),
            currency: locality.currency,
            article_code: locality.article_code,
            workspaces: there.into_iter().map(place).collect(),
            keys: known
                .into_iter()
                .map(|row| (row.api_key_id.to_string(), row.description))
                .collect(),
            charges: used
                .into_iter()
                .map(|row| Charge::of(row, &locality))
                .collect(),
        })
    }
}
