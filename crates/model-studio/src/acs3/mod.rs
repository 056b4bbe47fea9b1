//! ACS3-HMAC-SHA256, the signature of the platform's control plane, from both sides: signing a request and checking one.
//! It is not an HTTP client, and it does not judge a request's age or whether its nonce was seen: who checks a signature
//! holds the clock and the memory for that.

mod canonical;
mod presented;
mod sign;
mod verify;

use secrecy::SecretString;

pub use presented::{Presented, presented};
pub use sign::{date_text, sign};
pub use verify::{VerifyError, verify};

/// The name of the scheme, in the string that is signed and in the `Authorization` header.
pub const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// A text as one segment of a path, in the encoding that is signed.
pub(crate) fn encode_segment(text: &str) -> String {
    canonical::encode(text.as_bytes())
}

/// The names of the headers that carry a signature, as they are on the wire.
pub mod header {
    /// Which operation.
    pub const ACTION: &str = "x-acs-action";
    /// Of which version of the API.
    pub const VERSION: &str = "x-acs-version";
    /// When it was signed.
    pub const DATE: &str = "x-acs-date";
    /// Never the same twice.
    pub const NONCE: &str = "x-acs-signature-nonce";
    /// The SHA-256 of the body.
    pub const CONTENT_SHA256: &str = "x-acs-content-sha256";
    /// The token of temporary credentials.
    pub const SECURITY_TOKEN: &str = "x-acs-security-token";
    /// The AccessKey id of temporary credentials, once more.
    pub const ACCESS_KEY_ID: &str = "x-acs-accesskey-id";
    /// The signature itself.
    pub const AUTHORIZATION: &str = "authorization";
}

/// An AccessKey of the cloud account (or of This computer): it signs requests of the control plane.
#[derive(Debug, Clone)]
pub struct AccessKey {
    /// `LTAI…`, or `STS.…` for temporary credentials; not a secret.
    pub id: String,
    /// What signs.
    pub secret: SecretString,
    /// The token of temporary credentials.
    pub security_token: Option<SecretString>,
}

/// A request as it is on the wire.
#[derive(Debug, Clone, Copy)]
pub struct SignedParts<'a> {
    /// `GET`, `POST`, …
    pub method: &'a str,
    /// The path, still encoded.
    pub path: &'a str,
    /// The query without its `?`, still encoded the way forms are: `+` is a space.
    pub query: &'a str,
    /// The headers, their names in lower case.
    pub headers: &'a [(String, String)],
    /// The body.
    pub body: &'a [u8],
}
