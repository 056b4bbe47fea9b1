//! The shells of this computer, as programs that can be asked.

mod fresh;
mod report;
#[cfg(unix)]
#[path = "unix.rs"]
mod session;
#[cfg(windows)]
#[path = "windows.rs"]
mod session;
mod syntax;

use std::path::PathBuf;

pub(crate) use fresh::{Ended, Start, run};
pub(crate) use report::Report;
pub(crate) use syntax::{Complaint, Script};

use crate::{Surroundings, file};

/// Which shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShellKind {
    Bash,
    Zsh,
    Fish,
}

/// A shell that is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shell {
    pub(crate) kind: ShellKind,
    pub(crate) program: PathBuf,
}

impl Shell {
    /// The login shell if it is of this kind, else the one in the `PATH`.
    pub(crate) fn find(surroundings: &Surroundings, kind: ShellKind) -> Option<Self> {
        let name = match kind {
            ShellKind::Bash => "bash",
            ShellKind::Zsh => "zsh",
            ShellKind::Fish => "fish",
        };
        let login = surroundings
            .login_shell_named(name)
            .filter(|path| file::is_program(path));
        let program = login
            .map(ToOwned::to_owned)
            .or_else(|| surroundings.program(name))?;
        Some(Self { kind, program })
    }
}
