//! Every program of a user of Windows, whether a terminal or the desktop starts it: the user's variables in the registry.
//!
//! Command Prompt, PowerShell and Windows Terminal have them from there; they have no start-up file that would be better.

use std::path::{Path, PathBuf};

use super::{Destination, DestinationId};
use crate::foreign::Grammar;
use crate::value_file::Dialect;
use crate::{ForeignLine, Surroundings, registry};

pub(super) struct WindowsUser {
    key: PathBuf,
}

impl WindowsUser {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        Self {
            key: surroundings.registry.user.clone(),
        }
    }
}

impl Destination for WindowsUser {
    fn id(&self) -> DestinationId {
        DestinationId::WindowsUser
    }

    fn program_name(&self) -> &'static str {
        "Windows"
    }

    fn is_available(&self) -> bool {
        true
    }

    fn is_recommended(&self) -> bool {
        true
    }

    fn value_file(&self) -> &Path {
        &self.key
    }

    fn dialect(&self) -> Dialect {
        Dialect::Registry
    }

    fn grammar(&self) -> Grammar {
        // It has no file; like that of a folder of plain settings, its text names a variable and then the value.
        Grammar::EnvironmentD
    }

    fn machine_wide(&self, surroundings: &Surroundings, variable: &str) -> Option<ForeignLine> {
        registry::machine_wide(surroundings, variable)
    }
}
