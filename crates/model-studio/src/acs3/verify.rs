//! The checking side: whether a request is the one that the holder of the secret signed, and why not.

use data_encoding::HEXLOWER;
use secrecy::SecretString;
use subtle::ConstantTimeEq;

use super::{Presented, SignedParts, canonical, sign};

/// Why a signature does not hold. Names fields, never their values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// A header, or a part of `authorization`, is not there.
    #[error("{field} is missing")]
    Missing {
        /// Its name.
        field: String,
    },
    /// A header cannot be read or comes twice.
    #[error("{field} is malformed")]
    Malformed {
        /// Its name.
        field: String,
    },
    /// A header that the scheme wants signed is not.
    #[error("{field} is not signed")]
    NotSigned {
        /// Its name.
        field: String,
    },
    /// The body is not the one whose hash was signed.
    #[error("the body has another hash")]
    BodyHash,
    /// Something else was signed, or with another secret.
    #[error("the signature does not match")]
    Signature,
}

/// Checks a request against the secret of the AccessKey that it names. Compares in constant time.
pub fn verify(
    parts: &SignedParts<'_>,
    presented: &Presented,
    secret: &SecretString,
) -> Result<(), VerifyError> {
    let body_hash = canonical::sha256_hex(parts.body);
    let same_body = body_hash
        .as_bytes()
        .ct_eq(presented.content_sha256.as_bytes());
    if !bool::from(same_body) {
        return Err(VerifyError::BodyHash);
    }
    let canonical_request = canonical::request(parts, &presented.signed_headers, &body_hash);
    let expected = HEXLOWER.encode(&sign::hmac(
        secret,
        &canonical::string_to_sign(&canonical_request),
    ));
    let same_signature = expected.as_bytes().ct_eq(presented.signature.as_bytes());
    if bool::from(same_signature) {
        Ok(())
    } else {
        Err(VerifyError::Signature)
    }
}
