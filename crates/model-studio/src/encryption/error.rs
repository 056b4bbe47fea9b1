//! Why a call was not encrypted, or its answer not read. Nothing leaves this computer unencrypted in any of these cases.

use crate::data::DataError;
use crate::data::probe::RefusalKind;

/// Why there is no public key to encrypt for: nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PublicKeyError {
    /// It could not be fetched.
    #[error("the public key could not be fetched: {0}")]
    NotFetched(#[source] DataError),
    /// The service answered and gave none.
    #[error("the service gave no public key")]
    Withheld,
    /// It is not base64.
    #[error("the public key is not base64")]
    NotBase64,
    /// It ends before it is complete.
    #[error("the public key is cut off")]
    Truncated,
    /// It is not the public key of RSA in the one form that is taken (SubjectPublicKeyInfo in DER).
    #[error("this is not an RSA public key that can be used")]
    NotRsa,
    /// It is too short to be safe.
    #[error("the public key has {bits} bits, fewer than 2048")]
    TooSmall {
        /// Bits of its modulus.
        bits: usize,
    },
    /// Its id cannot be sent in a header.
    #[error("the id of the public key has characters that it cannot have")]
    IdMalformed,
}

/// Why an encrypted call came to nothing. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncryptionError {
    /// There is no public key that can be used: nothing was sent.
    #[error(transparent)]
    PublicKey(#[from] PublicKeyError),
    /// The call itself failed.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The answer was not encrypted with this call's key, or was changed on the way. Which of it, and where, is not told: that
    /// would help somebody who tries.
    #[error("the answer is not authentic")]
    NotAuthentic,
    /// The system gave no random bytes, or the cipher failed: nothing was sent.
    #[error("the call could not be encrypted")]
    NotEncrypted,
}

impl EncryptionError {
    /// Whether the service could not decode the input: the public key may be one that it no longer has.
    pub fn wants_new_public_key(&self) -> bool {
        match self {
            EncryptionError::Data(error) => {
                RefusalKind::of(error) == Some(RefusalKind::InputUndecodable)
            }
            _ => false,
        }
    }
}
