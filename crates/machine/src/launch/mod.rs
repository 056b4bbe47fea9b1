//! Starts a terminal or another program with variables that only it and what it starts will see: nothing is written, and no
//! value is in an argument. It is a start and no change, so there is nothing to undo.
//!
//! In such a terminal the files of this program are not read ([`ONLY`]): they would put the permanent value over this one.

mod known;
#[cfg(unix)]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

use std::path::{Path, PathBuf};
use std::process::Command;

use secrecy::{ExposeSecret, SecretString};

use crate::{MachineError, Surroundings, wish};

/// Set in a terminal that has its own values; our block in a start-up file then does nothing.
pub(crate) const ONLY: &str = "STUDIO_KEYS_ONLY";

/// What a program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaunchKind {
    /// A terminal.
    Terminal,
    /// An editor or another program that reads variables.
    Editor,
}

/// A program on this computer that can be started with variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launchable {
    /// Names it to [`launch`].
    pub id: &'static str,
    /// Its name, the same in every language.
    pub name: &'static str,
    /// What it is for.
    pub kind: LaunchKind,
    /// What is started.
    pub program: PathBuf,
    /// It hands a start over to a process that may run already and then does not see the variables.
    pub hands_over: bool,
    arguments: &'static [&'static str],
}

/// The programs that are here, terminals first; the one that the system prefers is the first of all.
pub fn launchables(surroundings: &Surroundings) -> Vec<Launchable> {
    let mut found: Vec<Launchable> = Vec::new();
    for known in known::ALL {
        let Some(program) = known
            .programs
            .iter()
            .find_map(|name| locate(surroundings, name))
        else {
            continue;
        };
        // A system's preference is a link to one of the others.
        let same = |other: &Launchable| is_same(&other.program, &program);
        if !found.iter().any(same) {
            found.push(Launchable {
                id: known.id,
                name: known.name,
                kind: known.kind,
                program,
                hands_over: known.hands_over,
                arguments: known.arguments,
            });
        }
    }
    found.sort_by_key(|one| one.kind);
    found
}

/// Starts a program with these variables in the environment of it and of what it starts.
pub fn launch(
    surroundings: &Surroundings,
    id: &str,
    variables: &[(String, SecretString)],
) -> Result<Launchable, MachineError> {
    for (name, value) in variables {
        wish::check_variable(name)?;
        wish::check_value(value)?;
    }
    let found = launchables(surroundings)
        .into_iter()
        .find(|one| one.id == id);
    let found = found.ok_or_else(|| MachineError::ProgramMissing { id: id.to_owned() })?;
    let mut command = Command::new(&found.program);
    command
        .args(found.arguments)
        .env_clear()
        .envs(&surroundings.environment)
        .env(ONLY, "1")
        .current_dir(&surroundings.home);
    for (name, value) in variables {
        // EXPOSE: the user wants it in the environment of this program.
        command.env(name, value.expose_secret());
    }
    system::stand_alone(&mut command, found.kind);
    let mut child = command
        .spawn()
        .map_err(|source| MachineError::system(&found.program, source))?;
    // So that it does not stay behind as a process that ended and nobody asked about.
    std::thread::spawn(move || child.wait());
    Ok(found)
}

/// A program by its name in the `PATH`, or by its path.
fn locate(surroundings: &Surroundings, name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.is_absolute() {
        return crate::file::is_program(path).then(|| path.to_owned());
    }
    surroundings.program(name)
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
