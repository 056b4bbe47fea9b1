//! The AES key and IV of one call. Not to be used for a second one: with GCM, a repeated IV gives the plaintext away.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64_simd::STANDARD;
use data_encoding::BASE64;
use secrecy::zeroize::Zeroizing;

use super::EncryptionError;

/// Bytes of the AES key.
pub(super) const KEY_LENGTH: usize = 32;

/// The key of one call. The cipher's library wipes it when it is dropped.
pub(super) struct DataKey {
    cipher: LessSafeKey,
    iv: [u8; NONCE_LEN],
}

impl DataKey {
    /// A new one, and the bytes of its key, which are to be wrapped.
    pub(super) fn fresh() -> Result<(DataKey, Zeroizing<[u8; KEY_LENGTH]>), EncryptionError> {
        let mut key = Zeroizing::new([0; KEY_LENGTH]);
        let mut iv = [0; NONCE_LEN];
        getrandom::fill(key.as_mut_slice()).map_err(|_| EncryptionError::NotEncrypted)?;
        getrandom::fill(&mut iv).map_err(|_| EncryptionError::NotEncrypted)?;
        Ok((DataKey::of(&key, iv)?, key))
    }

    pub(super) fn of(
        key: &[u8; KEY_LENGTH],
        iv: [u8; NONCE_LEN],
    ) -> Result<DataKey, EncryptionError> {
        let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| EncryptionError::NotEncrypted)?;
        Ok(DataKey {
            cipher: LessSafeKey::new(key),
            iv,
        })
    }

    pub(super) fn iv_text(&self) -> String {
        BASE64.encode(&self.iv)
    }

    /// Appends the plaintext encrypted, its tag behind it, as base64 text.
    pub(super) fn seal_onto(
        &self,
        body: &mut String,
        mut plaintext: Vec<u8>,
    ) -> Result<(), EncryptionError> {
        let tag = self
            .cipher
            .seal_in_place_separate_tag(self.nonce(), Aad::empty(), &mut plaintext)
            .map_err(|_| EncryptionError::NotEncrypted)?;
        // In two parts, so that the tag needs no room behind the plaintext: base64 takes three bytes at a time.
        let (most, rest) = plaintext.split_at(plaintext.len() / 3 * 3);
        STANDARD.encode_append(most, body);
        STANDARD.encode_append([rest, tag.as_ref()].concat(), body);
        Ok(())
    }

    /// What was encrypted with this key. All that can be wrong with it is one error. It is opened where it stands: nothing is
    /// copied.
    pub(super) fn open(&self, sealed: String) -> Result<Vec<u8>, EncryptionError> {
        let mut bytes = sealed.into_bytes();
        let length = STANDARD
            .decode_inplace(&mut bytes)
            .map_err(|_| EncryptionError::NotAuthentic)?
            .len();
        let length = self
            .cipher
            .open_in_place(self.nonce(), Aad::empty(), &mut bytes[..length])
            .map_err(|_| EncryptionError::NotAuthentic)?
            .len();
        bytes.truncate(length);
        Ok(bytes)
    }

    fn nonce(&self) -> Nonce {
        Nonce::assume_unique_for_key(self.iv)
    }
}

/// How many characters of base64 stand for a plaintext and its tag.
pub(super) fn sealed_length(plaintext: usize) -> usize {
    STANDARD.encoded_length(plaintext + AES_256_GCM.tag_len())
}
