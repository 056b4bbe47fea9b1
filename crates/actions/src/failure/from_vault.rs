use vault::{CatalogError, StoreError};

use super::Failure;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Locked => Self::SecretStoreLocked,
            StoreError::Absent => Self::SecretStoreAbsent,
            StoreError::NotFound => Self::SecretMissing {
                api_key_id: String::new(),
            },
            StoreError::Refused { detail } => Self::SecretStoreRefused { detail },
            StoreError::WrongPassphrase => Self::PassphraseWrong,
            StoreError::PassphraseTooShort { minimum } => Self::PassphraseTooShort { minimum },
            StoreError::File { path, reason } => Self::SecretFileUnusable {
                path: path.display().to_string(),
                reason: reason.to_string(),
            },
        }
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        match error {
            CatalogError::Unusable { path, reason } => Self::CatalogUnusable {
                path: path.display().to_string(),
                reason: reason.to_string(),
            },
            // Closed already, by another look at the same intent: nothing is lost.
            CatalogError::IntentUnknown { .. } => Self::Interrupted,
            // Went further already, by another run of the same rotation.
            CatalogError::RotationPassed { .. } => Self::Interrupted,
            // The ids are this program's own: a new one is made with the next try.
            CatalogError::AccountIdInvalid { .. } | CatalogError::AccountIdTaken { .. } => {
                Self::Interrupted
            }
            CatalogError::AccountNameTaken { name } => Self::AccountNameTaken { name },
            CatalogError::AccountUnknown { .. } => Self::AccountUnknown,
            CatalogError::UnmatchedKeyUnknown { api_key_id, .. } => Self::KeyNotFound {
                api_key_id: api_key_id.to_string(),
            },
            CatalogError::RotationOpen { id } => Self::RotationUnderWay { id },
            CatalogError::RotationUnknown { .. } => Self::RotationUnknown,
            CatalogError::GroupNameTaken { name } => Self::GroupNameTaken { name },
            CatalogError::TooNew { path } => Self::CatalogTooNew {
                path: path.display().to_string(),
            },
        }
    }
}
