//! Keys: create, list, get, update, disable, enable, reset, delete.

use rusqlite::Transaction;
use secrecy::SecretString;

use super::Platform;
use crate::key_value;
use crate::page::{Direction, Page, Position, Sort};
use crate::permission::Permission;
use crate::platform_error::Refusal;
use crate::store::keys::{self as rows, KeyFilter};
use crate::store::{KeyRow, workspaces};

/// Characters of a description, as in the platform's console.
const DESCRIPTION_LIMIT: usize = 200;

/// What a key is made of.
#[derive(Debug)]
pub(crate) struct NewKey {
    /// None or empty: the default workspace.
    pub(crate) workspace_id: Option<String>,
    /// At most 200 characters.
    pub(crate) description: String,
    /// What it may do.
    pub(crate) permission: Permission,
}

/// What create and reset give: the only moment at which the value is known.
#[derive(Debug)]
pub(crate) struct NewValue {
    /// The key as it is kept.
    pub(crate) row: KeyRow,
    /// Its value.
    pub(crate) value: SecretString,
}

/// What an update changes; None stays as it is.
#[derive(Debug)]
pub(crate) struct KeyChange {
    /// A new description, perhaps empty.
    pub(crate) description: Option<String>,
    /// A new permission. It replaces the old one whole: nothing is merged.
    pub(crate) permission: Option<Permission>,
}

/// Which keys, in which order, from where on.
#[derive(Debug, Default)]
pub(crate) struct KeyList {
    /// Which keys.
    pub(crate) filter: KeyFilter,
    /// Sorted by.
    pub(crate) sort: Sort,
    /// Which end first.
    pub(crate) direction: Direction,
    /// The token of the page before.
    pub(crate) next_token: Option<String>,
    /// Rows on a page.
    pub(crate) max_results: u32,
}

impl Platform {
    /// Makes a key.
    pub(crate) fn create_key(&self, new: NewKey) -> Result<NewValue, Refusal> {
        check_description(&new.description)?;
        self.check_permission(&new.permission)?;
        let workspace_id = match new.workspace_id {
            Some(workspace_id) if !workspace_id.is_empty() => workspace_id,
            _ => self.default_workspace_id().to_owned(),
        };
        let value = key_value::generate()?;
        let gmt_create = self.now_ms();
        let personality = self.personality();
        let row = self.change(|transaction| {
            let workspace =
                workspaces::get(transaction, &workspace_id)?.ok_or(Refusal::WorkspaceNotFound)?;
            let counted = KeyFilter {
                created_by: personality.quota_of_owner().then_some(personality.owner()),
                ..KeyFilter::default()
            };
            let limit = personality.key_quota();
            if rows::count(transaction, &counted)? >= limit {
                return Err(Refusal::QuotaReached { limit });
            }
            let mut row = KeyRow {
                api_key_id: 0,
                workspace_id: workspace.workspace_id,
                workspace_name: workspace.workspace_name,
                value_sha256: key_value::digest_of(&value),
                masked: key_value::mask_of(&value),
                description: new.description,
                created_by: personality.owner().to_owned(),
                disabled: false,
                gmt_create,
                permission: new.permission,
            };
            row.api_key_id = rows::insert(transaction, &row)?;
            Ok(row)
        })?;
        Ok(NewValue { row, value })
    }

    /// One page of keys.
    pub(crate) fn list_keys(&self, list: &KeyList) -> Result<Page<KeyRow>, Refusal> {
        let listing = format!("keys.{:?}.{:?}", list.sort, list.direction);
        let after = Position::of(list.next_token.as_deref(), &listing)?;
        let limit = list.max_results;
        let filter = KeyFilter {
            created_by: self.personality().sees_only(),
            ..list.filter.clone()
        };
        self.read(|transaction| {
            let total = rows::count(transaction, &filter)?;
            let found = rows::list(
                transaction,
                &filter,
                list.sort,
                list.direction,
                after,
                limit + 1,
            )?;
            Ok(Page::cut(found, limit, total, &listing, |row| Position {
                value: match list.sort {
                    Sort::ApiKeyId => row.api_key_id,
                    Sort::GmtCreate => row.gmt_create,
                },
                id: row.api_key_id,
            }))
        })
    }

    /// One key.
    pub(crate) fn get_key(&self, api_key_id: i64) -> Result<KeyRow, Refusal> {
        self.read(|transaction| self.seen(transaction, api_key_id))
    }

    /// Changes the description, the permission, or both.
    pub(crate) fn update_key(&self, api_key_id: i64, change: KeyChange) -> Result<(), Refusal> {
        if let Some(description) = &change.description {
            check_description(description)?;
        }
        if let Some(permission) = &change.permission {
            self.check_permission(permission)?;
        }
        self.change(|transaction| {
            self.seen(transaction, api_key_id)?;
            if let Some(description) = &change.description {
                rows::set_description(transaction, api_key_id, description)?;
            }
            if let Some(permission) = &change.permission {
                rows::set_permission(transaction, api_key_id, permission)?;
            }
            Ok(())
        })
    }

    /// Refuses the key from now on, or takes that back. Doing it twice is no failure.
    pub(crate) fn set_key_disabled(&self, api_key_id: i64, disabled: bool) -> Result<(), Refusal> {
        self.check_region(self.personality().takes_disable(), "Disabling a key")?;
        self.change(|transaction| {
            self.seen(transaction, api_key_id)?;
            rows::set_disabled(transaction, api_key_id, disabled)?;
            Ok(())
        })
    }

    /// Gives the key a new value; the old one is dead when this returns. Id, permission and state stay.
    pub(crate) fn reset_key(&self, api_key_id: i64) -> Result<NewValue, Refusal> {
        self.check_region(self.personality().takes_reset(), "Resetting a key")?;
        let value = key_value::generate()?;
        let (digest, masked) = (key_value::digest_of(&value), key_value::mask_of(&value));
        let row = self.change(|transaction| {
            self.seen(transaction, api_key_id)?;
            rows::set_value(transaction, api_key_id, &digest, &masked)?;
            self.seen(transaction, api_key_id)
        })?;
        Ok(NewValue { row, value })
    }

    /// Removes the key for good.
    pub(crate) fn delete_key(&self, api_key_id: i64) -> Result<(), Refusal> {
        self.change(|transaction| {
            self.seen(transaction, api_key_id)?;
            rows::delete(transaction, api_key_id)?;
            Ok(())
        })
    }

    /// The key, if there is one and who asks may see it.
    fn seen(&self, transaction: &Transaction<'_>, api_key_id: i64) -> Result<KeyRow, Refusal> {
        let owner = self.personality().sees_only();
        rows::get(transaction, api_key_id)?
            .filter(|row| owner.is_none_or(|owner| row.created_by == owner))
            .ok_or(Refusal::KeyNotFound { api_key_id })
    }

    fn check_permission(&self, permission: &Permission) -> Result<(), Refusal> {
        let fits = *permission == Permission::All || self.personality().takes_custom();
        self.check_region(fits, "A permission of the type Custom")
    }

    fn check_region(&self, takes_it: bool, what: &'static str) -> Result<(), Refusal> {
        if takes_it {
            return Ok(());
        }
        let region = self.personality().region();
        Err(Refusal::NotInRegion { what, region })
    }
}

fn check_description(description: &str) -> Result<(), Refusal> {
    let length = description.chars().count();
    if length > DESCRIPTION_LIMIT {
        return Err(Refusal::TooLong {
            name: "description",
            length,
            limit: DESCRIPTION_LIMIT,
        });
    }
    Ok(())
}
