//! A shell, whose start-up file gets a block that reads our file with the value. What differs between shells is data: each
//! has a module that finds it out.

use std::path::{Path, PathBuf};

use super::{AlsoRead, Destination, DestinationId};
use crate::foreign::Grammar;
use crate::shell::Shell;
use crate::value_file::Dialect;

pub(super) struct ShellDestination {
    pub(super) id: DestinationId,
    pub(super) program_name: &'static str,
    /// None if it is not on this computer.
    pub(super) shell: Option<Shell>,
    pub(super) is_login_shell: bool,
    pub(super) start_up_file: PathBuf,
    pub(super) also_read: Vec<AlsoRead>,
    pub(super) value_file: PathBuf,
    pub(super) dialect: Dialect,
    pub(super) grammar: Grammar,
}

impl Destination for ShellDestination {
    fn id(&self) -> DestinationId {
        self.id
    }

    fn program_name(&self) -> &'static str {
        self.program_name
    }

    fn is_available(&self) -> bool {
        self.shell.is_some()
    }

    fn is_recommended(&self) -> bool {
        self.is_available() && (self.is_login_shell || self.start_up_file.exists())
    }

    fn is_login_shell(&self) -> bool {
        self.is_login_shell
    }

    fn value_file(&self) -> &Path {
        &self.value_file
    }

    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn start_up_file(&self) -> Option<&Path> {
        Some(&self.start_up_file)
    }

    fn also_read(&self) -> Vec<AlsoRead> {
        self.also_read.clone()
    }

    fn grammar(&self) -> Grammar {
        self.grammar
    }

    fn shell(&self) -> Option<&Shell> {
        self.shell.as_ref()
    }
}
