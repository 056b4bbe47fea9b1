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
    /// removed meanwhile, none is made: None.
    pub(crate) fn create_token(
        &self,
        api_key_id: i64,
        parent_sha256: &[u8; 32],
        seconds: i64,
    ) -> Result<Option<NewToken>, Refusal> {
        let value = token::generate()?;
        let now = self.clock().now().as_second();
        let expires_at = now + seconds;
        let made = self.change(|transaction| {
            let parent = keys::get(transaction, api_key_id)?;
            let lives = parent
                .is_some_and(|parent| !parent.disabled && parent.value_sha256 == *parent_sha256);
            if lives {
                rows::delete_ended(transaction, now)?;
                let digest = key_value::digest_of(&value);
                rows::insert(transaction, &digest, api_key_id, expires_at)?;
            }
            Ok(lives)
        })?;
        Ok(made.then_some(NewToken { value, expires_at }))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use model_studio::clock::SystemClock;

    use super::super::NewKey;
    use super::*;
    use crate::permission::Permission;
    use crate::store::Store;

    #[test]
    fn none_is_made_of_a_key_that_changed_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let platform = Platform::open(&Store::file(folder.path()), Arc::new(SystemClock)).unwrap();
        let new = NewKey {
            workspace_id: None,
            description: String::new(),
            permission: Permission::All,
        };
        let row = platform.create_key(new).unwrap().row;
        let (id, admitted) = (row.api_key_id, row.value_sha256);
        let make = || platform.create_token(id, &admitted, 60).unwrap().is_some();
        assert!(make());
        platform.set_key_disabled(id, true).unwrap();
        assert!(!make());
        platform.set_key_disabled(id, false).unwrap();
        assert!(make());
        platform.reset_key(id).unwrap();
        assert!(!make());
        platform.delete_key(id).unwrap();
        assert!(!make());
    }
}
