//! Why a verb stopped, in a sentence that says what to do next.

use std::fmt;
use std::path::PathBuf;

/// One variant a cause.
#[derive(Debug)]
pub(crate) enum Stop {
    UnknownVerb {
        verb: String,
    },
    UnknownPart {
        part: String,
        parts: String,
    },
    ProgramMissing {
        program: String,
    },
    ProgramFailed {
        command: String,
        code: Option<i32>,
    },
    PackagesMissing {
        command: String,
    },
    PackagesStillMissing {
        packages: Vec<String>,
    },
    NodeTooOld {
        found: String,
        needed: String,
    },
    NotOnThisSystem {
        what: &'static str,
    },
    FileMissing {
        path: PathBuf,
        made_by: &'static str,
    },
    File {
        path: PathBuf,
        reason: std::io::Error,
    },
    NotUnderstood {
        what: String,
    },
    PartFailed {
        part: &'static str,
        cause: Box<Stop>,
    },
}

impl fmt::Display for Stop {
    fn fmt(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::UnknownVerb { verb } => write!(
                words,
                "there is no `{verb}`; `cargo xtask help` lists what there is"
            ),
            Stop::UnknownPart { part, parts } => {
                write!(words, "there is no part `{part}`; the parts are: {parts}")
            }
            Stop::ProgramMissing { program } => {
                write!(words, "`{program}` is not installed, or is not on the PATH")
            }
            Stop::ProgramFailed {
                command,
                code: Some(code),
            } => write!(words, "`{command}` ended with {code}"),
            Stop::ProgramFailed {
                command,
                code: None,
            } => write!(words, "`{command}` was killed"),
            Stop::PackagesMissing { command } => write!(
                words,
                "system packages are missing, and this user may not install them. Run this, then start again:\n\n    {command}\n"
            ),
            Stop::PackagesStillMissing { packages } => {
                write!(
                    words,
                    "the installation ended well, and still these are missing: {}",
                    packages.join(" ")
                )
            }
            Stop::NodeTooOld { found, needed } => {
                write!(
                    words,
                    "Node {found} is too old: {needed} or newer is needed (https://nodejs.org)"
                )
            }
            Stop::NotOnThisSystem { what } => write!(words, "{what} needs Linux"),
            Stop::FileMissing { path, made_by } => {
                write!(
                    words,
                    "{} is not there; {made_by} should have made it",
                    path.display()
                )
            }
            Stop::File { path, reason } => write!(words, "{}: {reason}", path.display()),
            Stop::NotUnderstood { what } => write!(words, "not understood: {what}"),
            Stop::PartFailed { part, cause } => {
                write!(
                    words,
                    "FAILED in part {part}: {cause}\n       again: cargo xtask test {part}"
                )
            }
        }
    }
}

impl std::error::Error for Stop {}
