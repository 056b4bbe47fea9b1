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
            CatalogError::GroupNameTaken { name } => Self::GroupNameTaken { name },
            CatalogError::TooNew { path } => Self::CatalogTooNew {
                path: path.display().to_string(),
            },
        }
    }
}
