//! Temporary keys: made, and nothing else. They end by themselves, or with their parent. They survive a restart, so that a
//! program which holds one does not notice.

use secrecy::SecretString;

use super::Platform;
use crate::key_value;
use crate::platform_error::Refusal;
use crate::store::{keys, tokens as rows};
use crate::token;

/// Seconds that a temporary key lasts when the caller does not say.
pub(crate) const DEFAULT_SECONDS: i64 = 60;

/// Seconds that a temporary key lasts at most; at least it is one.
pub(crate) const MOST_SECONDS: i64 = 1_800;

/// A temporary key, at the only moment at which its value is known.
#[derive(Debug)]
pub(crate) struct NewToken {
    /// Its value.
    pub(crate) value: SecretString,
    /// Seconds since 1970; from then on it is refused.
    pub(crate) expires_at: i64,
}

impl Platform {
    /// Makes a temporary key of a key that was just admitted with a value of this digest. If that one was disabled, reset or
    /// removed meanwhile, none is made.
    pub(crate) fn create_token(
        &self,
        api_key_id: i64,
        parent_sha256: &[u8; 32],
        seconds: i64,
    ) -> Result<NewToken, Refusal> {
        let value = token::generate()?;
        let now = self.clock().now().as_second();
        let expires_at = now + seconds;
        self.change(|transaction| {
            let parent = keys::get(transaction, api_key_id)?;
            if parent.is_none_or(|parent| parent.disabled || parent.value_sha256 != *parent_sha256)
            {
                return Err(Refusal::KeyNotFound { api_key_id });
            }
            rows::delete_ended(transaction, now)?;
            rows::insert(
                transaction,
                &key_value::digest_of(&value),
                api_key_id,
                expires_at,
            )?;
            Ok(())
        })?;
        Ok(NewToken { value, expires_at })
    }
}
