//! zsh: `.zshrc` in `ZDOTDIR`, which every interactive zsh reads, login or not.
//!
//! `ZDOTDIR` is often set in `.zshenv`, so a zsh that reads it is asked where that is. Scripts read only `.zshenv`,
//! which is looked at and never written.

use std::path::{Path, PathBuf};

use super::shell::ShellDestination;
use super::{AlsoRead, DestinationId};
use crate::Surroundings;
use crate::foreign::Grammar;
use crate::shell::{Shell, ShellKind};
use crate::value_file::Dialect;

pub(super) fn zsh(surroundings: &Surroundings) -> ShellDestination {
    let shell = Shell::find(surroundings, ShellKind::Zsh);
    let given = surroundings
        .environment
        .get("ZDOTDIR")
        .filter(|given| !given.is_empty());
    let first_folder = given.map_or_else(|| surroundings.home.clone(), PathBuf::from);
    let folder = settled_folder(surroundings, shell.as_ref(), &first_folder);
    ShellDestination {
        id: DestinationId::Zsh,
        program_name: "zsh",
        shell,
        is_login_shell: surroundings.login_shell_named("zsh").is_some(),
        start_up_file: folder.join(".zshrc"),
        also_read: vec![
            AlsoRead::earlier(first_folder.join(".zshenv")),
            AlsoRead::earlier(folder.join(".zprofile")),
            AlsoRead {
                path: folder.join(".zlogin"),
                later: true,
            },
        ],
        value_file: surroundings.own_config.join("env.sh"),
        dialect: Dialect::Sh,
        grammar: Grammar::Sh,
    }
}

/// Where it looks for all files but the first, which may have set another folder.
fn settled_folder(
    surroundings: &Surroundings,
    shell: Option<&Shell>,
    first_folder: &Path,
) -> PathBuf {
    let Some(shell) = shell.filter(|_| first_folder.join(".zshenv").exists()) else {
        return first_folder.to_owned();
    };
    match shell.settled_variable(surroundings, "ZDOTDIR") {
        Ok(told) => told
            .filter(|told| told.starts_with('/'))
            .map_or_else(|| surroundings.home.clone(), PathBuf::from),
        // Such a zsh opens no terminal either, and the other places must not wait for it.
        Err(error) => {
            tracing::warn!(%error, "zsh did not say where its files are");
            first_folder.to_owned()
        }
    }
}
