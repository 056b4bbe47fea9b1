//! Workspaces: create, list, delete.

use super::{Platform, new_workspace_id};
use crate::page::{Page, Position};
use crate::platform_error::Refusal;
use crate::store::WorkspaceRow;
use crate::store::keys::{self, KeyFilter};
use crate::store::workspaces::{self as rows, WorkspaceFilter};

const NAME_LIMIT: usize = 30;
const LISTING: &str = "workspaces";

/// Which workspaces, from where on.
#[derive(Debug, Default)]
pub(crate) struct WorkspaceList {
    /// Which workspaces.
    pub(crate) filter: WorkspaceFilter,
    /// The token of the page before.
    pub(crate) next_token: Option<String>,
    /// Rows on a page.
    pub(crate) max_results: u32,
}

/// What became of a deletion. A refusal is an answer here, not an error: the platform gives its reasons with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deletion {
    /// Gone.
    Deleted,
    /// The default workspace stays.
    IsDefault,
    /// It still has keys.
    HasKeys {
        /// How many.
        count: u32,
    },
}

impl Platform {
    /// Makes a workspace. Names may repeat, as ids tell them apart.
    pub(crate) fn create_workspace(
        &self,
        name: Option<String>,
        service_site: Option<String>,
    ) -> Result<WorkspaceRow, Refusal> {
        let name = name.unwrap_or_default().trim().to_owned();
        if name.is_empty() {
            return Err(Refusal::MissingParameter {
                name: "workspaceName",
            });
        }
        let length = name.chars().count();
        if length > NAME_LIMIT {
            return Err(Refusal::TooLong {
                name: "workspaceName",
                length,
                limit: NAME_LIMIT,
            });
        }
        let locality = self.personality().locality();
        let sites: &[&str] = if locality.takes_service_site {
            locality.service_sites
        } else {
            &[]
        };
        let service_site = service_site.filter(|site| !site.is_empty());
        if service_site
            .as_deref()
            .is_some_and(|site| !sites.contains(&site))
        {
            return Err(Refusal::BadServiceSite { sites });
        }
        let workspace_id = new_workspace_id()?;
        let gmt_create = self.now_ms();
        self.change(|transaction| {
            if let Some(limit) = locality.workspace_quota
                && rows::count(transaction, &WorkspaceFilter::default())? >= limit
            {
                return Err(Refusal::WorkspaceQuotaReached { limit });
            }
            let row = WorkspaceRow {
                sequence: 0,
                workspace_id,
                workspace_name: name,
                gmt_create,
                is_default: false,
                service_site,
                every_model: locality.workspaces_begin_open,
            };
            rows::insert(transaction, &row)?;
            Ok(row)
        })
    }

    /// One page of workspaces, the default one first.
    pub(crate) fn list_workspaces(
        &self,
        list: &WorkspaceList,
    ) -> Result<Page<WorkspaceRow>, Refusal> {
        let after = Position::of(list.next_token.as_deref(), LISTING)?;
        let limit = list.max_results;
        self.read(|transaction| {
            let total = rows::count(transaction, &list.filter)?;
            let found = rows::list(
                transaction,
                &list.filter,
                after.map(|position| position.id),
                limit + 1,
            )?;
            Ok(Page::cut(found, limit, total, LISTING, |row| Position {
                value: row.sequence,
                id: row.sequence,
            }))
        })
    }

    /// Removes a workspace, unless it is the default one or has keys.
    pub(crate) fn delete_workspace(&self, workspace_id: &str) -> Result<Deletion, Refusal> {
        self.change(|transaction| {
            let workspace =
                rows::get(transaction, workspace_id)?.ok_or(Refusal::WorkspaceNotFound)?;
            if workspace.is_default {
                return Ok(Deletion::IsDefault);
            }
            let of_it = KeyFilter {
                workspace_id: Some(workspace_id.to_owned()),
                ..KeyFilter::default()
            };
            let count = keys::count(transaction, &of_it)?;
            if count > 0 {
                return Ok(Deletion::HasKeys { count });
            }
            rows::delete(transaction, workspace_id)?;
            Ok(Deletion::Deleted)
        })
    }
}
