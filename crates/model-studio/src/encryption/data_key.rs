//! The AES key and IV of one call. Not to be used for a second one: with GCM, a repeated IV gives the plaintext away.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
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

    /// The plaintext encrypted, its tag behind it, as base64 text.
    pub(super) fn seal(&self, mut plaintext: Vec<u8>) -> Result<String, EncryptionError> {
        self.cipher
            .seal_in_place_append_tag(self.nonce(), Aad::empty(), &mut plaintext)
            .map_err(|_| EncryptionError::NotEncrypted)?;
        Ok(BASE64.encode(&plaintext))
    }

    /// What was encrypted with this key. All that can be wrong with it is one error.
    pub(super) fn open(&self, sealed: &str) -> Result<Zeroizing<Vec<u8>>, EncryptionError> {
        let bytes = BASE64
            .decode(sealed.as_bytes())
            .map_err(|_| EncryptionError::NotAuthentic)?;
        let mut bytes = Zeroizing::new(bytes);
        let length = self
            .cipher
            .open_in_place(self.nonce(), Aad::empty(), &mut bytes)
            .map_err(|_| EncryptionError::NotAuthentic)?
            .len();
        bytes.truncate(length);
        Ok(bytes)
    }

    fn nonce(&self) -> Nonce {
        Nonce::assume_unique_for_key(self.iv)
    }
}
