//! bash: `~/.bashrc`, which every new terminal reads.
//!
//! A *login* bash (over ssh, or on a text console) reads `.bash_profile`, `.bash_login` or `.profile` instead. Those
//! usually read `.bashrc` themselves; where they do not, a login bash does not see the variable. They are looked at for
//! lines that set the same variable, and never written. Scripts read none of these files and see what they inherit.

use std::path::{Path, PathBuf};

use super::{AlsoRead, Destination, DestinationId};
use crate::Surroundings;
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;

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
            start_up_file: surroundings.home.join(".bashrc"),
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
        // A terminal inherits what these set at login; .bashrc is read after.
        [".profile", ".bash_profile", ".bash_login"]
            .map(|name| AlsoRead {
                path: self.home.join(name),
                later: false,
            })
            .to_vec()
    }

    fn grammar(&self) -> Grammar {
        Grammar::Sh
    }

    fn shell(&self) -> Option<&Shell> {
        self.shell.as_ref()
    }
}
