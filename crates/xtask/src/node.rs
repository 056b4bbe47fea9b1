//! Node: its version, and the packages that a lock file names.

use std::path::Path;

use crate::program::Program;
use crate::stop::Stop;

/// What the tools of the pages run on.
const OLDEST: (u32, u32) = (20, 19);

/// npm in this folder.
pub(crate) fn npm(folder: &Path) -> Program {
    // On Windows it is a batch file, which is not found by its bare name.
    Program::new(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

/// Installs exactly what the lock file names, unless that was done already.
pub(crate) fn install(folder: &Path) -> Result<(), Stop> {
    check_version(folder)?;
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).map_err(|reason| Stop::File { path: lock, reason })?;
    // A copy of the lock, written after the installation ended well. `npm ci` empties the folder first, so that a copy
    // never outlives what it stands for.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    npm(folder).words(["ci", "--no-audit", "--no-fund"]).run()?;
    std::fs::write(&stamp, wanted).map_err(|reason| Stop::File {
        path: stamp,
        reason,
    })
}

fn check_version(folder: &Path) -> Result<(), Stop> {
    let needed = || format!("{}.{}", OLDEST.0, OLDEST.1);
    let Some(answer) = Program::new("node", folder).words(["--version"]).ask() else {
        return Err(Stop::ProgramMissing {
            program: format!("node (version {} or newer)", needed()),
        });
    };
    let found = version(&answer).ok_or_else(|| Stop::NotUnderstood {
        what: format!("node --version: {answer}"),
    })?;
    if found < OLDEST {
        return Err(Stop::NodeTooOld {
            found: answer.trim().to_owned(),
            needed: needed(),
        });
    }
    Ok(())
}

/// The first two numbers of `v20.19.4`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text
        .trim()
        .strip_prefix('v')?
        .split('.')
        .map(str::parse::<u32>);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.19.4\n"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(OLDEST));
        assert!(version("v24.0.1") > Some(OLDEST));
        assert_eq!(version("20"), None);
    }
}
