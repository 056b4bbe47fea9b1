//! zsh: `.zshrc` in `ZDOTDIR`, which every interactive zsh reads, login or not.
//!
//! `ZDOTDIR` is often set in `.zshenv`, so a zsh that reads it is asked where that is. Scripts read only `.zshenv`,
//! which is looked at and never written.

use std::path::{Path, PathBuf};

use super::{AlsoRead, Destination, DestinationId};
use crate::Surroundings;
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;

pub(super) struct Zsh {
    folder: PathBuf,
    first_folder: PathBuf,
    start_up_file: PathBuf,
    value_file: PathBuf,
    shell: Option<Shell>,
    is_login_shell: bool,
}

impl Zsh {
    pub(super) fn new(surroundings: &Surroundings) -> Self {
        let shell = Shell::find(surroundings, ShellKind::Zsh);
        let given = surroundings
            .environment
            .get("ZDOTDIR")
            .filter(|given| !given.is_empty());
        let first_folder = given.map_or_else(|| surroundings.home.clone(), PathBuf::from);
        let mut folder = first_folder.clone();
        if let Some(shell) = shell
            .as_ref()
            .filter(|_| first_folder.join(".zshenv").exists())
        {
            match shell.settled_variable(surroundings, "ZDOTDIR") {
                Ok(told) => {
                    folder = told
                        .filter(|told| told.starts_with('/'))
                        .map_or(surroundings.home.clone(), PathBuf::from);
                }
                // Such a zsh opens no terminal either, and the other places must not wait for it.
                Err(error) => tracing::warn!(%error, "zsh did not say where its files are"),
            }
        }
        Self {
            start_up_file: folder.join(".zshrc"),
            folder,
            first_folder,
            value_file: surroundings.own_config.join("env.sh"),
            shell,
            is_login_shell: surroundings.login_shell_named("zsh").is_some(),
        }
    }
}

impl Destination for Zsh {
    fn id(&self) -> DestinationId {
        DestinationId::Zsh
    }

    fn program_name(&self) -> &'static str {
        "zsh"
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
        let earlier = |path| AlsoRead { path, later: false };
        vec![
            earlier(self.first_folder.join(".zshenv")),
            earlier(self.folder.join(".zprofile")),
            AlsoRead {
                path: self.folder.join(".zlogin"),
                later: true,
            },
        ]
    }

    fn grammar(&self) -> Grammar {
        Grammar::Sh
    }

    fn shell(&self) -> Option<&Shell> {
        self.shell.as_ref()
    }
}
