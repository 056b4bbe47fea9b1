//! A value that was found somewhere: what it looks like, and by what it is known again. The text itself is not kept.

use secrecy::SecretString;

use crate::{Surroundings, value_file};

/// What stands where a value is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// A text.
    Text {
        /// By which it is compared.
        hash: String,
        /// As it may be seen.
        masked: String,
    },
    /// It is worked out when it is read: a command, another variable.
    WorkedOut,
}

impl Held {
    /// What stands in a file of others, where a shell or a service manager may put something in place of it.
    pub(super) fn written(surroundings: &Surroundings, text: &str) -> Self {
        // No key has these letters, and every shell reads them as "something else goes here".
        if text.contains(['$', '`']) || text.contains("%(") {
            Self::WorkedOut
        } else {
            Self::plain(surroundings, text)
        }
    }

    /// A value as a program has it.
    pub(super) fn plain(surroundings: &Surroundings, text: &str) -> Self {
        let value = SecretString::from(text);
        Self::Text {
            hash: value_file::hash(&value),
            masked: surroundings.masked(&value),
        }
    }

    pub(super) fn masked(&self) -> Option<&str> {
        match self {
            Self::Text { masked, .. } => Some(masked),
            Self::WorkedOut => None,
        }
    }

    pub(super) fn has_hash(&self, wanted: &str) -> bool {
        matches!(self, Self::Text { hash, .. } if hash == wanted)
    }
}
