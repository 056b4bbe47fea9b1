//! Who asks: the main account, or a RAM user that is not granted everything.

use std::collections::BTreeSet;

use crate::http::is_action;

/// The main account's number, in the platform's length.
pub(crate) const ACCOUNT_ID: &str = "1020304050607080";

/// The RAM user's number.
const USER_ID: &str = "201020304050607080";

/// The RAM user's name.
pub(crate) const USER_NAME: &str = "studio-keys";

/// Who an AccessKey belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Identity {
    /// The account itself: may everything, sees every key.
    #[default]
    MainAccount,
    /// A RAM user: sees its own keys, and may all but some actions.
    RamUser {
        /// Operations that no policy grants it.
        denied: BTreeSet<String>,
    },
}

/// No operation is called that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no operation {action:?}")]
pub struct NoSuchAction {
    /// What was given.
    pub action: String,
}

impl Identity {
    /// A RAM user that may all but these operations.
    pub fn ram_user(denied: impl IntoIterator<Item = String>) -> Result<Identity, NoSuchAction> {
        let denied: BTreeSet<String> = denied.into_iter().collect();
        match denied.iter().find(|action| !is_action(action)) {
            Some(action) => Err(NoSuchAction {
                action: action.clone(),
            }),
            None => Ok(Identity::RamUser { denied }),
        }
    }

    /// Its number.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Identity::MainAccount => ACCOUNT_ID,
            Identity::RamUser { .. } => USER_ID,
        }
    }

    /// Whether no policy grants it this operation.
    pub(crate) fn is_denied(&self, action: &str) -> bool {
        match self {
            Identity::MainAccount => false,
            Identity::RamUser { denied } => denied.contains(action),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_denied_is_denied() {
        let user = Identity::ram_user(["CreateApiKey".to_owned()]).unwrap();
        assert!(user.is_denied("CreateApiKey") && !user.is_denied("ListApiKeys"));
        assert!(!Identity::MainAccount.is_denied("CreateApiKey"));
    }

    #[test]
    fn a_mistyped_action_is_named() {
        let refused = Identity::ram_user(["CreateAPIKey".to_owned()]).unwrap_err();
        assert_eq!(refused.action, "CreateAPIKey");
    }
}
