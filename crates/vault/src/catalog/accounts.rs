//! The user's accounts: everything that is known of one but its secrets, which rest where secrets do. Whether the
//! service still knows an account is not known here, only when that was last seen.

use rusqlite::{Connection, OptionalExtension, Row, ffi, named_params};

use super::names::names;
use super::{Catalog, CatalogError};

/// An account whose keys are managed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Chosen by the caller: six to twelve lower-case letters and digits. Part of every place of this account.
    pub id: String,
    /// What the user calls it; no two accounts have the same name.
    pub name: String,
    /// Which of the two sites it belongs to.
    pub site: AccountSite,
    /// What it signs with.
    pub kind: CredentialKind,
    /// The AccessKey's id. It is no secret.
    pub access_key_id: String,
    /// Who it is, from the service's answer; none until it was asked.
    pub principal: Option<Principal>,
    /// Where its identity is asked instead of at the usual place.
    pub sts_endpoint: Option<String>,
    /// A file with the certificates of authorities to trust besides the system's.
    pub ca_file: Option<String>,
    /// When its token ends, in milliseconds.
    pub expires_at: Option<i64>,
    /// When it was added, in milliseconds.
    pub created_at: i64,
    /// When the service last said who it is, in milliseconds.
    pub checked_at: Option<i64>,
}

/// Who an account is, as the service says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The main account's number.
    pub account_uid: String,
    /// The user's id in that account.
    pub user_id: String,
    /// The resource name.
    pub arn: String,
    /// The kind of identity in the service's word; there may be new ones.
    pub identity_type: String,
}

/// The two sites, which have accounts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountSite {
    /// aliyun.com.
    China,
    /// alibabacloud.com.
    International,
}

/// What an account signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialKind {
    /// An AccessKey, which does not end by itself.
    AccessKey,
    /// A temporary AccessKey with a token.
    Sts,
}

const COLUMNS: &str = "id, name, site, kind, access_key_id, principal_account_uid, principal_user_id, principal_arn, \
                       principal_identity_type, sts_endpoint, ca_file, expires_at, created_at, checked_at";

impl Catalog {
    /// Adds an account.
    pub fn insert_account(&self, account: &Account) -> Result<(), CatalogError> {
        if !is_account_id(&account.id) {
            return Err(CatalogError::AccountIdInvalid {
                id: account.id.clone(),
            });
        }
        self.write_account(
            account,
            &format!(
                "INSERT INTO accounts ({COLUMNS}) VALUES (:id, :name, :site, :kind, :access_key_id, :account_uid, \
                 :user_id, :arn, :identity_type, :sts_endpoint, :ca_file, :expires_at, :created_at, :checked_at)"
            ),
        )
    }

    /// Replaces all that is known of the account with this id, and keeps its place in the order.
    pub fn update_account(&self, account: &Account) -> Result<(), CatalogError> {
        self.write_account(
            account,
            "UPDATE accounts SET name = :name, site = :site, kind = :kind, access_key_id = :access_key_id, \
             principal_account_uid = :account_uid, principal_user_id = :user_id, principal_arn = :arn, \
             principal_identity_type = :identity_type, sts_endpoint = :sts_endpoint, ca_file = :ca_file, \
             expires_at = :expires_at, created_at = :created_at, checked_at = :checked_at WHERE id = :id",
        )
    }

    /// Removes an account with its endpoints and with what was last seen in its places. What is known of its keys, of
    /// their rotations and of its task results stays: it says what was kept. One that is not known is removed already.
    pub fn remove_account(&self, id: &str) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        let remove = |connection: &mut Connection| {
            let transaction = connection.transaction()?;
            // The endpoints go with it.
            transaction.execute("DELETE FROM accounts WHERE id = ?1", [id])?;
            super::last_seen::forget_account(&transaction, id)?;
            transaction.commit()
        };
        remove(&mut connection).map_err(self.unusable())
    }

    /// All accounts, in the order in which they were added.
    pub fn accounts(&self) -> Result<Vec<Account>, CatalogError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare(&format!(
                "SELECT {COLUMNS} FROM accounts ORDER BY created_at, rowid"
            ))
            .map_err(self.unusable())?;
        let accounts = statement
            .query_map([], account)
            .and_then(Iterator::collect)
            .map_err(self.unusable())?;
        Ok(accounts)
    }

    /// One account.
    pub fn account(&self, id: &str) -> Result<Option<Account>, CatalogError> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM accounts WHERE id = ?1"),
                [id],
                account,
            )
            .optional()
            .map_err(self.unusable())
    }

    fn write_account(&self, account: &Account, statement: &str) -> Result<(), CatalogError> {
        let principal = account.principal.as_ref();
        let written = self.connection().execute(
            statement,
            named_params! {
                ":id": account.id,
                ":name": account.name,
                ":site": account.site,
                ":kind": account.kind,
                ":access_key_id": account.access_key_id,
                ":account_uid": principal.map(|principal| &principal.account_uid),
                ":user_id": principal.map(|principal| &principal.user_id),
                ":arn": principal.map(|principal| &principal.arn),
                ":identity_type": principal.map(|principal| &principal.identity_type),
                ":sts_endpoint": account.sts_endpoint,
                ":ca_file": account.ca_file,
                ":expires_at": account.expires_at,
                ":created_at": account.created_at,
                ":checked_at": account.checked_at,
            },
        );
        match written {
            Ok(0) => Err(CatalogError::AccountUnknown {
                id: account.id.clone(),
            }),
            Ok(_) => Ok(()),
            Err(error) => match error.sqlite_error().map(|error| error.extended_code) {
                Some(ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Err(CatalogError::AccountIdTaken {
                    id: account.id.clone(),
                }),
                Some(ffi::SQLITE_CONSTRAINT_UNIQUE) => Err(CatalogError::AccountNameTaken {
                    name: account.name.clone(),
                }),
                _ => Err(self.unusable()(error)),
            },
        }
    }
}

/// It becomes part of a place and of a keyring item's name, so it holds nothing that either of them separates by.
fn is_account_id(text: &str) -> bool {
    (6..=12).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: row.get("id")?,
        name: row.get("name")?,
        site: row.get("site")?,
        kind: row.get("kind")?,
        access_key_id: row.get("access_key_id")?,
        principal: principal(row)?,
        sts_endpoint: row.get("sts_endpoint")?,
        ca_file: row.get("ca_file")?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        checked_at: row.get("checked_at")?,
    })
}

/// Its four columns are written together.
fn principal(row: &Row<'_>) -> rusqlite::Result<Option<Principal>> {
    let account_uid: Option<String> = row.get("principal_account_uid")?;
    account_uid
        .map(|account_uid| {
            Ok(Principal {
                account_uid,
                user_id: row.get("principal_user_id")?,
                arn: row.get("principal_arn")?,
                identity_type: row.get("principal_identity_type")?,
            })
        })
        .transpose()
}

names!(AccountSite {
    China => "china",
    International => "international",
});

names!(CredentialKind {
    AccessKey => "access_key",
    Sts => "sts",
});

#[cfg(test)]
pub(super) mod tests;
