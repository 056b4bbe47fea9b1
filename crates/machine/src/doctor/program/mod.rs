//! Programs that run: which of them hold something else than the key.
//!
//! A program keeps the environment that it was started with. One with another value is told in any case. One without any
//! is told only where somebody would miss it (a shell, an editor, a tool, a language in a terminal) and only if it was
//! started before the variable was set; else every daemon of a desktop would be told.

mod kind;
#[cfg(target_os = "linux")]
#[path = "proc.rs"]
mod list;
#[cfg(target_os = "macos")]
#[path = "ps_list.rs"]
mod list;
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
#[path = "none.rs"]
mod list;
mod old;
#[cfg(any(target_os = "macos", all(test, unix)))]
mod ps;
mod sudo;

pub use kind::ProgramKind;
pub(super) use kind::{is_language, is_tool};
pub(super) use list::running;
pub use old::OldProgram;
pub(super) use old::{Since, old_programs};
pub use sudo::SudoProgram;
pub(super) use sudo::under_sudo;

use super::value::Held;

/// A program that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Process {
    pub(super) pid: u32,
    pub(super) parent: u32,
    /// What it is called, and what it was told to run, without folders: `python3`, `app.py`.
    pub(super) names: Vec<String>,
    /// Somebody sits before it.
    pub(super) has_terminal: bool,
    pub(super) started: Option<jiff::Timestamp>,
    pub(super) environment: Seen,
    /// What `sudo` was told to start, if this is it and it was not told to hand the environment on.
    pub(super) under_sudo: Option<String>,
}

/// The variable in a program's environment.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(windows, expect(dead_code, reason = "no program is looked into"))]
pub(super) enum Seen {
    /// The system does not let this user look.
    Hidden,
    /// The variable is not there.
    Nothing,
    Value(Held),
}

impl Process {
    pub(super) fn kind(&self) -> ProgramKind {
        kind::of(&self.names)
    }

    pub(super) fn holds(&self, hash: &str) -> bool {
        matches!(&self.environment, Seen::Value(held) if held.has_hash(hash))
    }

    /// The name that tells most: of `node claude` it is `claude`.
    pub(super) fn shown_name(&self) -> String {
        kind::shown(&self.names)
    }
}

/// Leaves out a program and everything below it.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn without_own(mut all: Vec<Process>, own: Option<u32>) -> Vec<Process> {
    let Some(own) = own else { return all };
    let mut gone = vec![own];
    let mut at = 0;
    while let Some(parent) = gone.get(at).copied() {
        let below = all.iter().filter(|process| process.parent == parent);
        let below: Vec<u32> = below
            .map(|process| process.pid)
            .filter(|pid| !gone.contains(pid))
            .collect();
        gone.extend(below);
        at += 1;
    }
    all.retain(|process| !gone.contains(&process.pid));
    all
}
