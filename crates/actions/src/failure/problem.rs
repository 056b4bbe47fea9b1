//! What is wrong with a thing that was typed, pasted or answered, one variant a cause that has words of its own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is wrong with a typed AccessKey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CredentialProblemView {
    /// The id is empty.
    IdEmpty,
    /// The secret is empty.
    SecretEmpty,
    /// The id and the secret are in each other's place.
    Swapped,
    /// The id has not the shape of one.
    IdShape,
    /// The secret or the token has a length or characters that none has.
    SecretShape,
    /// Stars or an ellipsis: a masked form was pasted.
    Masked,
    /// White space or line ends inside.
    WhiteSpace,
    /// The id is one of temporary credentials, and the token is missing.
    TokenMissing,
    /// There is a token, and the id is not one of temporary credentials.
    TokenNotNeeded,
    /// An API key was pasted where an AccessKey belongs.
    ApiKey,
}

/// What is wrong with a pasted key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PastedProblemView {
    /// Nothing was pasted.
    Empty,
    /// Stars or an ellipsis: a masked form was pasted.
    Masked,
    /// White space or line ends inside.
    WhiteSpace,
    /// The placeholder of another program.
    Placeholder,
    /// An AccessKey: it manages keys, and is added as an account.
    AccessKey,
    /// A temporary key: it ends within half an hour, and is never kept.
    Temporary,
    /// Nothing that this program knows.
    Shape,
    /// Cut off, or longer than a key.
    Length,
}

/// What is wrong with a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PublicKeyProblemView {
    /// The service gave none.
    Withheld,
    /// It is not base64.
    NotBase64,
    /// It is no public key for RSA: cut off, or something else.
    NotRsa,
    /// It is too short to be safe.
    TooSmall,
}

/// Why a key was refused, as far as it can be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RefusalCauseView {
    /// The service's list says that it is disabled.
    Disabled,
    /// The service's list has it no more.
    Deleted,
    /// It was reset elsewhere: the list's masked form is another one.
    Replaced,
    /// It was asked on a host of another region.
    WrongRegion {
        /// The bare id of the region that it belongs to.
        region: String,
    },
    /// It belongs to a plan, and was asked on a host of another.
    WrongPlan,
    /// It was asked on the host of another workspace, or its owner is no member of the workspace.
    WrongWorkspace {
        /// The name of the workspace that it belongs to; empty where that is not known.
        workspace: String,
    },
    /// Its list says that all is well: it may be new and not yet known everywhere.
    NotYetKnown,
    /// Nothing is known of it but the refusal.
    Unknown,
}
