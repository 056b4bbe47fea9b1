//! One encrypted call: the header that brings the caller's AES key and nonce, and what is opened and sealed with them.
//!
//! The platform answers under the same key and nonce that the call came with, and seals each chunk of a stream with them
//! anew. That repeats a nonce by the platform's design; every call has a key of its own, which is what keeps calls apart.

use aws_lc_rs::aead::{
    AES_128_GCM, AES_192_GCM, AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey,
};
use data_encoding::BASE64;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::KeyPair;

/// Longer ones are no header of an encrypted call.
const HEADER_LIMIT: usize = 4_096;

/// The call cannot be decoded. It does not say why: the caller may be someone who tries other people's ciphertexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The input parameter can not be decoded.")]
pub(crate) struct NotDecodable;

#[derive(Deserialize)]
struct Header {
    public_key_id: String,
    encrypt_key: String,
    iv: String,
}

/// The key and the nonce of one call.
pub(crate) struct Envelope {
    key: LessSafeKey,
    nonce: [u8; NONCE_LEN],
}

impl Envelope {
    /// Reads the header. A wrong RSA message gives a random key, on which the input then fails like any other that was
    /// tampered with: neither the answer nor the steps that lead to it tell bad padding from a bad message.
    pub(crate) fn of(pair: &KeyPair, header: &str) -> Result<Envelope, NotDecodable> {
        if header.len() > HEADER_LIMIT {
            return Err(NotDecodable);
        }
        let header: Header = serde_json::from_str(header).map_err(|_| NotDecodable)?;
        let encrypted = BASE64
            .decode(header.encrypt_key.as_bytes())
            .map_err(|_| NotDecodable)?;
        let nonce = BASE64
            .decode(header.iv.as_bytes())
            .map_err(|_| NotDecodable)?;
        let nonce = <[u8; NONCE_LEN]>::try_from(nonce).map_err(|_| NotDecodable)?;
        if header.public_key_id != pair.id() {
            return Err(NotDecodable);
        }
        // Made in any case, and read like what was sent.
        let mut random = Zeroizing::new([0_u8; 32]);
        getrandom::fill(&mut *random).map_err(|_| NotDecodable)?;
        let instead = Zeroizing::new(BASE64.encode(&*random).into_bytes());
        let sent = pair.decrypt(&encrypted);
        let key = aes_key(sent.as_ref().unwrap_or(&instead))
            .or_else(|| aes_key(&instead))
            .ok_or(NotDecodable)?;
        Ok(Envelope {
            key: LessSafeKey::new(key),
            nonce,
        })
    }

    /// What was sent in the place of `input`.
    pub(crate) fn open(&self, text: &str) -> Result<Vec<u8>, NotDecodable> {
        let mut bytes = BASE64.decode(text.as_bytes()).map_err(|_| NotDecodable)?;
        let nonce = Nonce::assume_unique_for_key(self.nonce);
        let length = self
            .key
            .open_in_place(nonce, Aad::empty(), &mut bytes)
            .map_err(|_| NotDecodable)?
            .len();
        bytes.truncate(length);
        Ok(bytes)
    }

    /// What is sent in the place of `output`.
    pub(crate) fn seal(&self, mut bytes: Vec<u8>) -> Result<String, NotDecodable> {
        let nonce = Nonce::assume_unique_for_key(self.nonce);
        self.key
            .seal_in_place_append_tag(nonce, Aad::empty(), &mut bytes)
            .map_err(|_| NotDecodable)?;
        Ok(BASE64.encode(&bytes))
    }
}

/// The RSA message is the text of the key in base64, not the key.
fn aes_key(text: &[u8]) -> Option<UnboundKey> {
    let key = Zeroizing::new(BASE64.decode(text).ok()?);
    let algorithm = match key.len() {
        16 => &AES_128_GCM,
        24 => &AES_192_GCM,
        32 => &AES_256_GCM,
        _ => return None,
    };
    UnboundKey::new(algorithm, &key).ok()
}
