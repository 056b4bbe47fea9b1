//! bash: `~/.bashrc`, which every new terminal reads.
//!
//! A *login* bash (over ssh, or on a text console) reads `.bash_profile`, `.bash_login` or `.profile` instead. Those
//! usually read `.bashrc` themselves; where they do not, a login bash does not see the variable. They are looked at for
//! lines that set the same variable, and never written. Scripts read none of these files and see what they inherit.

use std::path::{Path, PathBuf};

use super::{AlsoRead, Destination, DestinationId};
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;
use crate::{OperatingSystem, Surroundings};

pub(super) struct Bash {
    home: PathBuf,
    start_up_file: PathBuf,
    value_file: PathBuf,
    shell: Option<Shell>,
    is_login_shell: bool,
}

impl Bash {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        Self {
            home: surroundings.home.clone(),
            start_up_file: start_up_file(surroundings),
            value_file: surroundings.own_config.join("env.sh"),
            shell: Shell::find(surroundings, ShellKind::Bash),
            is_login_shell: surroundings.login_shell_named("bash").is_some(),
        }
    }
}

impl Destination for Bash {
    fn id(&self) -> DestinationId {
        DestinationId::Bash
    }

    fn program_name(&self) -> &'static str {
        "bash"
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
        Dialect::Sh
    }

    fn start_up_file(&self) -> Option<&Path> {
        Some(&self.start_up_file)
    }

    fn also_read(&self) -> Vec<AlsoRead> {
        // A terminal inherits what these set at login; .bashrc is read after, or from one of them.
        LOGIN_FILES
            .iter()
            .map(|name| self.home.join(name))
            .filter(|path| *path != self.start_up_file)
            .map(|path| AlsoRead { path, later: false })
            .collect()
    }

    fn grammar(&self) -> Grammar {
        Grammar::Sh
    }

    fn shell(&self) -> Option<&Shell> {
        self.shell.as_ref()
    }
}

/// A login bash reads the first of these that is there, and no other.
const LOGIN_FILES: [&str; 3] = [".bash_profile", ".bash_login", ".profile"];

/// `.bashrc`, which a terminal's bash reads. On macOS that is a login shell, which reads `.bashrc` only where its own file
/// does: then that is the one to write, else its own file, which is made if there is none.
fn start_up_file(surroundings: &Surroundings) -> PathBuf {
    let file = |name: &str| surroundings.home.join(name);
    let bashrc = file(".bashrc");
    if surroundings.operating_system != OperatingSystem::Macos {
        return bashrc;
    }
    let login = LOGIN_FILES.map(file).into_iter().find(|path| path.exists());
    match login {
        Some(login) if reads_bashrc(&login) => bashrc,
        Some(login) => login,
        None => file(LOGIN_FILES[0]),
    }
}

/// Whether a line of the file that is no comment reads `.bashrc`.
fn reads_bashrc(login: &Path) -> bool {
    let Ok(bytes) = std::fs::read(login) else {
        return false;
    };
    String::from_utf8_lossy(&bytes).lines().any(|line| {
        let line = line.trim_start();
        let reads = |word: &str| matches!(word.trim_start_matches("&&"), "." | "source");
        !line.starts_with('#')
            && line.contains(".bashrc")
            && line.split([' ', '\t', ';', '&']).any(reads)
    })
}
