//! fish: `fish/config.fish`, which every fish reads, interactive or not.

use std::path::{Path, PathBuf};

use super::shell::ShellDestination;
use super::{AlsoRead, DestinationId};
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;
use crate::{OperatingSystem, Surroundings};

pub(super) fn fish(surroundings: &Surroundings) -> ShellDestination {
    let folder = config_home(surroundings).join("fish");
    ShellDestination {
        id: DestinationId::Fish,
        program_name: "fish",
        shell: Shell::find(surroundings, ShellKind::Fish),
        is_login_shell: surroundings.login_shell_named("fish").is_some(),
        start_up_file: folder.join("config.fish"),
        // config.fish is read after them.
        also_read: files_in(&folder.join("conf.d"), "fish")
            .into_iter()
            .map(AlsoRead::earlier)
            .collect(),
        value_file: surroundings.own_config.join("env.fish"),
        dialect: Dialect::Fish,
        grammar: Grammar::Fish,
    }
}

/// fish keeps to `~/.config` on macOS too, where other programs do not.
fn config_home(surroundings: &Surroundings) -> PathBuf {
    if surroundings.operating_system != OperatingSystem::Macos {
        return surroundings.config_home.clone();
    }
    match surroundings.environment.get("XDG_CONFIG_HOME") {
        Some(folder) if folder.starts_with('/') => PathBuf::from(folder),
        _ => surroundings.home.join(".config"),
    }
}

/// The files of a folder with this extension, in the order in which they are read.
pub(super) fn files_in(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}
