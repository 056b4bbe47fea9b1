use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A cloud account that this program works with. Its secret is in the keyring and never crosses.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Its id on this computer.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// The side of the platform that it belongs to.
    pub site: SiteView,
    /// What it signs with.
    pub kind: CredentialKindView,
    /// The AccessKey id; not a secret.
    pub access_key_id: String,
    /// Who it is, as the service said when it was last asked; none if it never answered.
    pub identity: Option<IdentityView>,
    /// When the service was last asked, in milliseconds since 1970.
    pub checked_at: Option<f64>,
    /// When temporary credentials end, where that is known.
    pub expires_at: Option<f64>,
    /// Another address of the service that says who it is (STS).
    pub sts_endpoint: Option<String>,
    /// A file with a certificate authority that is trusted besides the system's.
    pub ca_file: Option<String>,
    /// Own addresses, for the regions that have any.
    pub endpoints: Vec<EndpointView>,
}

/// The side of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SiteView {
    /// aliyun.com.
    China,
    /// alibabacloud.com.
    International,
}

/// What an account signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CredentialKindView {
    /// An AccessKey: id and secret.
    AccessKey,
    /// Temporary credentials: id, secret and token.
    Sts,
}

/// Who an AccessKey belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IdentityView {
    /// The number of the cloud account.
    pub account_uid: String,
    /// The number of the user; that of the account for the main account.
    pub user_id: String,
    /// Its resource name.
    pub arn: String,
    /// What it is, which decides what it sees.
    pub kind: IdentityKindView,
}

/// What an identity is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum IdentityKindView {
    /// The main account: sees every key.
    MainAccount,
    /// A RAM user: sees what it was granted.
    RamUser {
        /// Its name.
        name: String,
    },
    /// A role, by temporary credentials.
    AssumedRole {
        /// The role and the session.
        name: String,
    },
    /// What this program does not know.
    Other {
        /// The service's word for it.
        name: String,
    },
}

/// Own addresses of one region, for private networks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndpointView {
    /// The region's bare id.
    pub region: String,
    /// Where keys are managed; none for `https://modelstudio.{region}.aliyuncs.com`.
    pub control: Option<String>,
    /// Where models are called; none for the region's own hosts.
    pub data: Option<String>,
}

/// An account to add.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddAccountRequest {
    /// What the user calls it; empty for a name made from the identity.
    pub name: String,
    /// The side of the platform.
    pub site: SiteView,
    /// What it signs with.
    pub credentials: CredentialsRequest,
    /// Another address of STS.
    pub sts_endpoint: Option<String>,
    /// A certificate authority of its own.
    pub ca_file: Option<String>,
    /// Own addresses of regions.
    pub endpoints: Vec<EndpointView>,
}

/// What an account is to sign with.
#[derive(Debug, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CredentialsRequest {
    /// Typed or pasted.
    Typed {
        /// The AccessKey id.
        access_key_id: String,
        /// Its secret.
        #[ts(type = "string")]
        access_key_secret: SecretString,
        /// The token of temporary credentials.
        #[ts(type = "string | null")]
        security_token: Option<SecretString>,
    },
    /// Found on this computer, and taken because the user says so.
    Found {
        /// Which, as `find_credentials` named it.
        id: String,
    },
}

/// What the user changes of an account.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditAccountRequest {
    /// Which account.
    pub id: String,
    /// Its name.
    pub name: String,
    /// New credentials; none to keep those it has.
    pub credentials: Option<CredentialsRequest>,
    /// Another address of STS.
    pub sts_endpoint: Option<String>,
    /// A certificate authority of its own.
    pub ca_file: Option<String>,
    /// Own addresses of regions: all of them.
    pub endpoints: Vec<EndpointView>,
}

/// Credentials that are on this computer already. Only looked at when the user asks; the secret stays where it is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundCredentialsView {
    /// Names them for `add_account`.
    pub id: String,
    /// Where they were found.
    pub source: CredentialSourceView,
    /// The AccessKey id; empty where there is none.
    pub access_key_id: String,
    /// What they are.
    pub kind: CredentialKindView,
    /// Why they cannot be used; none if they can.
    pub unusable: Option<CredentialUnusableView>,
    /// An account with this AccessKey id is there already.
    pub added: bool,
}

/// Where credentials were found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CredentialSourceView {
    /// A profile of the platform's command line.
    AliyunCli {
        /// The profile.
        profile: String,
        /// The file.
        path: String,
    },
    /// Variables of the environment that this program was started with.
    Environment,
}

/// Why credentials that were found cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CredentialUnusableView {
    /// A way of signing in that this program does not do.
    Mode {
        /// The command line's word for it.
        mode: String,
    },
    /// The id or the secret is missing.
    Incomplete,
    /// They ended.
    Expired,
}

/// The service's answer to "who am I".
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountCheckView {
    /// The account, with its identity as it is now.
    pub account: AccountView,
    /// How long the answer took.
    pub millis: u32,
}

/// The smallest permission that a RAM user needs.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RamPolicyView {
    /// To manage keys: the policy's JSON.
    pub manage: String,
    /// To look only: the policy's JSON.
    pub look: String,
}
