//! The places that give the variable a value, each by a file and a line.

mod dot_env;
mod fish_universal;
mod machine_wide;
mod place;
mod project;
mod reading;
mod registry;
mod tool;

use std::path::{Path, PathBuf};

use super::Scope;
use super::value::Held;

pub(super) use dot_env::settings as dot_env_settings;
pub(super) use machine_wide::machine_wide;
pub(super) use place::{Settled, of_place};
pub(super) use project::of_folders;
pub(super) use reading::Reading;
pub(super) use tool::of_tools;

/// A place that gives the variable a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// For whom it counts.
    pub scope: Scope,
    /// The file; for a value that no file explains, the shell that found it.
    pub place: PathBuf,
    /// The line in it, from 1.
    pub line: Option<u32>,
    /// Its value, masked. None if it is worked out when it is read.
    pub masked: Option<String>,
    /// This program wrote it.
    pub ours: bool,
    /// It is the one that counts in its scope.
    pub wins: bool,
    /// It is the key that was asked for.
    pub is_key: bool,
    /// Names its line to a [`crate::Wish`], if it can be commented out.
    pub line_id: Option<String>,
    pub(super) held: Held,
}

impl Source {
    pub(super) fn new(scope: Scope, place: &Path, line: Option<u32>, held: Held) -> Self {
        Self {
            scope,
            place: place.to_owned(),
            line,
            masked: held.masked().map(ToOwned::to_owned),
            ours: false,
            wins: scope.is_many(),
            is_key: false,
            line_id: None,
            held,
        }
    }
}
