//! The RSA pair for encrypted calls: callers encrypt a key of their own for it, and with that key the `input` of a call.
//!
//! Decryption is aws-lc's, in constant time. An attacker who could tell bad padding from a bad message would learn the
//! message bit by bit, so nothing here says which it was: see `envelope`.

mod envelope;
mod kept;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeySize, Pkcs1PrivateDecryptingKey, PrivateDecryptingKey};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

pub(crate) use envelope::{Envelope, NotDecodable};
pub(crate) use kept::KeptPair;
pub use kept::{KeyPairError, rotate};

/// Characters of a pair's id.
const ID_LENGTH: usize = 16;

/// A pair, ready to decrypt.
pub(crate) struct KeyPair {
    private: Pkcs1PrivateDecryptingKey,
    public: Vec<u8>,
    id: String,
}

/// The library refused to make or to read a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the RSA pair could not be made or read")]
pub(crate) struct Refused;

impl KeyPair {
    /// The pair of a PKCS#8 document.
    fn of(pkcs8: &[u8]) -> Result<KeyPair, Refused> {
        let private = PrivateDecryptingKey::from_pkcs8(pkcs8).map_err(|_| Refused)?;
        let public = private.public_key().as_der().map_err(|_| Refused)?;
        let public = public.as_ref().to_vec();
        let mut id = HEXLOWER.encode(&Sha256::digest(&public));
        id.truncate(ID_LENGTH);
        Ok(KeyPair {
            private: Pkcs1PrivateDecryptingKey::new(private).map_err(|_| Refused)?,
            public,
            id,
        })
    }

    /// The public half: a SubjectPublicKeyInfo in DER.
    pub(crate) fn public(&self) -> &[u8] {
        &self.public
    }

    /// What callers name the pair by; it follows from the public half.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// What was encrypted with PKCS#1 v1.5 padding; None: it was not, or not for this pair.
    fn decrypt(&self, ciphertext: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let mut buffer = Zeroizing::new(vec![0; self.private.min_output_size()]);
        let length = self.private.decrypt(ciphertext, &mut buffer).ok()?.len();
        buffer.truncate(length);
        Some(buffer)
    }
}

/// A new pair of 2048 bits, as a PKCS#8 document. Takes a good part of a second.
fn generate() -> Result<Zeroizing<Vec<u8>>, Refused> {
    let private = PrivateDecryptingKey::generate(KeySize::Rsa2048).map_err(|_| Refused)?;
    let document: Pkcs8V1Der<'_> = private.as_der().map_err(|_| Refused)?;
    Ok(Zeroizing::new(document.as_ref().to_vec()))
}

#[cfg(test)]
mod tests;
