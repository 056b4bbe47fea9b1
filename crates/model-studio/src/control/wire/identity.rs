//! Who an AccessKey belongs to, as the Security Token Service says it.

use serde::{Deserialize, Serialize};

use super::lenient;

/// The answer of GetCallerIdentity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CallerIdentity {
    /// The main account that the caller belongs to.
    #[serde(default, deserialize_with = "lenient::text")]
    pub account_id: String,
    /// The caller's name in policies, such as `acs:ram::1234:user/deploy`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub arn: String,
    /// The platform's word for the kind of caller; [`CallerIdentity::kind`] reads it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub identity_type: String,
    /// The caller, and with a role its session.
    #[serde(default, deserialize_with = "lenient::text")]
    pub principal_id: String,
    /// To quote to support.
    #[serde(default, deserialize_with = "lenient::text")]
    pub request_id: String,
    /// The role; empty unless the caller is one.
    #[serde(
        default,
        deserialize_with = "lenient::text",
        skip_serializing_if = "String::is_empty"
    )]
    pub role_id: String,
    /// The account or the RAM user; empty for a role.
    #[serde(
        default,
        deserialize_with = "lenient::text",
        skip_serializing_if = "String::is_empty"
    )]
    pub user_id: String,
}

/// The kinds of callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    /// The main account: sees and may do everything.
    Account,
    /// A RAM user: sees and may do what it was granted.
    RamUser,
    /// A role that was taken on for a while.
    AssumedRole,
    /// A kind of the future. Granted as little as a RAM user, to be safe.
    Unrecognised,
}

impl CallerIdentity {
    /// The kind of caller. The platform's documents spell a RAM user in two ways.
    pub fn kind(&self) -> IdentityKind {
        match self.identity_type.to_ascii_lowercase().as_str() {
            "account" => IdentityKind::Account,
            "ramuser" => IdentityKind::RamUser,
            "assumedroleuser" => IdentityKind::AssumedRole,
            _ => IdentityKind::Unrecognised,
        }
    }
}
