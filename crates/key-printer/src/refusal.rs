//! Why no key was printed, as a sentence for people and a code for programs.

use vault::{CatalogError, StoreError};

/// Why no key was printed. The codes are documented and do not change.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// Code 2: it was asked wrongly.
    #[error(
        "say which key: studio-keys key print <place>/<id>, such as this-computer/1042 or cn-beijing@a7f3c2/77"
    )]
    Usage,
    /// Code 3: no such key is known here.
    #[error("there is no key {key} on this computer")]
    Unknown {
        /// The key.
        key: String,
    },
    /// Code 4: nothing was set up to be given this key.
    #[error(
        "key {key} may not be printed: set it in Studio Keys, as a variable or into a tool, with the keyring as the place where it \
         is kept"
    )]
    NotAllowed {
        /// The key.
        key: String,
    },
    /// Code 5: it is disabled at the service.
    #[error("key {key} is disabled: enable it in Studio Keys, or set another one")]
    Disabled {
        /// The key.
        key: String,
    },
    /// Code 6: the keyring is locked, or does not answer.
    #[error("the keyring is locked: unlock it, as signing in on the desktop does")]
    Locked,
    /// Code 7: there is no keyring, as on a connection without a desktop session.
    #[error("there is no keyring in this session")]
    NoKeyring,
    /// Code 8: the keyring has no value of it.
    #[error("the keyring does not hold key {key}")]
    NotKept {
        /// The key.
        key: String,
    },
    /// Code 9: keys are in the encrypted file, which opens with a passphrase only.
    #[error("keys are kept in a file under a passphrase here, which cannot be asked for")]
    PassphraseFile,
    /// Code 10: a newer version of the program was here.
    #[error("a newer version of Studio Keys was used here: start that one")]
    CatalogNewer,
    /// Code 11: what is known about keys cannot be read.
    #[error(transparent)]
    Catalog(CatalogError),
    /// Code 12: the keyring refused for another reason.
    #[error(transparent)]
    Keyring(StoreError),
    /// Code 13: the system does not say where this user's data is.
    #[error("this computer does not say where your data folder is")]
    NoFolder,
    /// Code 14: the other end of the pipe is closed.
    #[error("nothing reads what is printed")]
    NobodyListens,
}

impl Refusal {
    /// The exit code. 1 is left to the system, which ends programs with it.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Unknown { .. } => 3,
            Self::NotAllowed { .. } => 4,
            Self::Disabled { .. } => 5,
            Self::Locked => 6,
            Self::NoKeyring => 7,
            Self::NotKept { .. } => 8,
            Self::PassphraseFile => 9,
            Self::CatalogNewer => 10,
            Self::Catalog(_) => 11,
            Self::Keyring(_) => 12,
            Self::NoFolder => 13,
            Self::NobodyListens => 14,
        }
    }
}
