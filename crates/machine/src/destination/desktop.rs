//! Programs started from the desktop: a file in `environment.d`, which systemd's user manager reads at login.
//!
//! It is recommended where there is a desktop session, or where somebody uses that folder already. What it sets is seen
//! by programs after the next login, so no fresh program can be asked now.

use std::path::{Path, PathBuf};

use super::fish::files_in;
use super::{AlsoRead, Destination, DestinationId};
use crate::Surroundings;
use crate::foreign::Grammar;
use crate::value_file::Dialect;

pub(super) struct Desktop {
    folder: PathBuf,
    value_file: PathBuf,
    has_session: bool,
}

impl Desktop {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        let folder = surroundings.config_home.join("environment.d");
        let is_set = |name: &str| {
            surroundings
                .environment
                .get(name)
                .is_some_and(|value| !value.is_empty())
        };
        Self {
            value_file: folder.join("60-studio-keys.conf"),
            folder,
            has_session: [
                "XDG_CURRENT_DESKTOP",
                "DESKTOP_SESSION",
                "XDG_SESSION_DESKTOP",
            ]
            .into_iter()
            .any(is_set),
        }
    }
}

impl Destination for Desktop {
    fn id(&self) -> DestinationId {
        DestinationId::Desktop
    }

    fn program_name(&self) -> &'static str {
        "systemd"
    }

    fn is_available(&self) -> bool {
        true
    }

    fn is_recommended(&self) -> bool {
        self.has_session || self.folder.is_dir()
    }

    fn value_file(&self) -> &Path {
        &self.value_file
    }

    fn dialect(&self) -> Dialect {
        Dialect::EnvironmentD
    }

    fn also_read(&self) -> Vec<AlsoRead> {
        files_in(&self.folder, "conf")
            .into_iter()
            .filter(|path| *path != self.value_file)
            .map(|path| AlsoRead {
                later: path.as_path() > self.value_file.as_path(),
                path,
            })
            .collect()
    }

    fn grammar(&self) -> Grammar {
        Grammar::EnvironmentD
    }
}
