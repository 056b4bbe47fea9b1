//! fish: `fish/config.fish`, which every fish reads, interactive or not.

use std::path::{Path, PathBuf};

use super::{AlsoRead, Destination, DestinationId};
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;
use crate::{OperatingSystem, Surroundings};

pub(super) struct Fish {
    folder: PathBuf,
    start_up_file: PathBuf,
    value_file: PathBuf,
    shell: Option<Shell>,
    is_login_shell: bool,
}

impl Fish {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        let folder = config_home(surroundings).join("fish");
        Self {
            start_up_file: folder.join("config.fish"),
            folder,
            value_file: surroundings.own_config.join("env.fish"),
            shell: Shell::find(surroundings, ShellKind::Fish),
            is_login_shell: surroundings.login_shell_named("fish").is_some(),
        }
    }
}

impl Destination for Fish {
    fn id(&self) -> DestinationId {
        DestinationId::Fish
    }

    fn program_name(&self) -> &'static str {
        "fish"
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
        Dialect::Fish
    }

    fn start_up_file(&self) -> Option<&Path> {
        Some(&self.start_up_file)
    }

    fn also_read(&self) -> Vec<AlsoRead> {
        // config.fish is read after them.
        files_in(&self.folder.join("conf.d"), "fish")
            .into_iter()
            .map(|path| AlsoRead { path, later: false })
            .collect()
    }

    fn grammar(&self) -> Grammar {
        Grammar::Fish
    }

    fn shell(&self) -> Option<&Shell> {
        self.shell.as_ref()
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
