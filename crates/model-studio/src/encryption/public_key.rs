//! The service's public key, checked before anything is encrypted for it.

use data_encoding::BASE64;
use rsa::pkcs8::DecodePublicKey;
use rsa::rand_core::{self, CryptoRng, RngCore};
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Encrypt, RsaPublicKey};

use super::{EncryptionError, PublicKeyError};

/// Fewest bits of a key that is taken. The platform's own has as many.
pub const LEAST_BITS: usize = 2048;

/// Longest id that is taken.
const LONGEST_ID: usize = 256;

/// A public key of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    id: String,
    key: RsaPublicKey,
}

impl PublicKey {
    /// Reads a key: base64 of a SubjectPublicKeyInfo in DER, RSA, of at least [`LEAST_BITS`].
    pub fn parse(id: &str, base64: &str) -> Result<PublicKey, PublicKeyError> {
        if id.is_empty() || base64.is_empty() {
            return Err(PublicKeyError::Withheld);
        }
        if id.len() > LONGEST_ID || !id.chars().all(|character| character.is_ascii_graphic()) {
            return Err(PublicKeyError::IdMalformed);
        }
        let der = BASE64
            .decode(base64.as_bytes())
            .map_err(|_| PublicKeyError::NotBase64)?;
        let key = RsaPublicKey::from_public_key_der(&der).map_err(|_| {
            if is_cut_off(&der) {
                PublicKeyError::Truncated
            } else {
                PublicKeyError::NotRsa
            }
        })?;
        let bits = key.n().bits();
        if bits < LEAST_BITS {
            return Err(PublicKeyError::TooSmall { bits });
        }
        Ok(PublicKey {
            id: id.to_owned(),
            key,
        })
    }

    /// The id by which the service knows it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How many bits it has.
    pub fn bits(&self) -> usize {
        self.key.n().bits()
    }

    /// A message that only the service can read, as base64 text: RSA with PKCS#1 v1.5, which the platform asks for.
    pub(super) fn wrap(&self, message: &[u8]) -> Result<String, EncryptionError> {
        let mut random = SystemRandom::default();
        let wrapped = self
            .key
            .encrypt(&mut random, Pkcs1v15Encrypt, message)
            .map_err(|_| EncryptionError::NotEncrypted)?;
        if random.failed {
            return Err(EncryptionError::NotEncrypted);
        }
        Ok(BASE64.encode(&wrapped))
    }
}

/// Whether DER promises more bytes than there are.
fn is_cut_off(der: &[u8]) -> bool {
    let Some((&[_, first], rest)) = der.split_first_chunk() else {
        return true;
    };
    let (promised, content) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let Some((length, content)) = rest.split_at_checked(usize::from(first & 0x7f)) else {
                return true;
            };
            let promised = length
                .iter()
                .fold(0usize, |sum, byte| (sum << 8) | usize::from(*byte));
            (promised, content)
        }
        _ => return false,
    };
    promised > content.len()
}

/// The system's random source, for a library that cannot be told that there is none: a failure is remembered, and what was
/// made with it thrown away.
#[derive(Default)]
struct SystemRandom {
    failed: bool,
}

impl RngCore for SystemRandom {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            self.failed = true;
            // Padding is drawn until no byte of it is zero.
            bytes.fill(1);
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for SystemRandom {}
