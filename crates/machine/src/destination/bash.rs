//! bash: `~/.bashrc`, which every new terminal reads.
//!
//! A *login* bash (over ssh, or on a text console) reads `.bash_profile`, `.bash_login` or `.profile` instead. Those
//! usually read `.bashrc` themselves; where they do not, a login bash does not see the variable. They are looked at for
//! lines that set the same variable, and never written. Scripts read none of these files and see what they inherit.

use std::path::{Path, PathBuf};

use super::shell::ShellDestination;
use super::{AlsoRead, DestinationId};
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;
use crate::{OperatingSystem, Surroundings};

pub(super) fn bash(surroundings: &Surroundings) -> ShellDestination {
    let start_up_file = start_up_file(surroundings);
    ShellDestination {
        id: DestinationId::Bash,
        program_name: "bash",
        shell: Shell::find(surroundings, ShellKind::Bash),
        is_login_shell: surroundings.login_shell_named("bash").is_some(),
        // A terminal inherits what these set at login; .bashrc is read after, or from one of them.
        also_read: LOGIN_FILES
            .iter()
            .map(|name| surroundings.home.join(name))
            .filter(|path| *path != start_up_file)
            .map(AlsoRead::earlier)
            .collect(),
        start_up_file,
        value_file: surroundings.own_config.join("env.sh"),
        dialect: Dialect::Sh,
        grammar: Grammar::Sh,
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
