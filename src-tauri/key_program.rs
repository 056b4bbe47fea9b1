//! The program that prints keys, which stands beside this one: where it is, and being started as `studio-keys key …`.
//!
//! It is a program of its own because a shell that starts cannot wait for a window's libraries. Its path is written into
//! start-up files and settings of tools, so that it is offered only where it stays. What an AppImage holds is somewhere else
//! at every start, and so is on macOS what is started from a disk image, or moved aside by the system because it was
//! downloaded. Packages of Debian and Windows, and a program in `/Applications`, stay.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Where an AppImage is unpacked for as long as it runs. What it starts has that too, so that it alone says nothing.
const APPDIR: &str = "APPDIR";

/// The program that prints keys, if it is there to stay.
pub(crate) fn beside(own: &Path, environment: &BTreeMap<String, String>) -> Option<PathBuf> {
    let path = next_to(own)?;
    (stays(own, environment) && path.is_file()).then_some(path)
}

/// Whether this program will be at the same place when it is started again.
fn stays(own: &Path, environment: &BTreeMap<String, String>) -> bool {
    let is_unpacked = environment
        .get(APPDIR)
        .is_some_and(|folder| !folder.is_empty() && own.starts_with(folder));
    let is_on_an_image = cfg!(target_os = "macos") && own.starts_with("/Volumes");
    let is_moved_aside = own
        .components()
        .any(|part| part.as_os_str() == "AppTranslocation");
    !is_unpacked && !is_on_an_image && !is_moved_aside
}

/// Whether this program was started as `studio-keys key …`; then that is all it does.
pub(crate) fn asked(arguments: &[OsString]) -> Option<&[OsString]> {
    match arguments {
        [_, first, rest @ ..] if first == "key" => Some(rest),
        _ => None,
    }
}

/// Becomes the program that prints keys; returns only where that cannot be.
pub(crate) fn become_it(arguments: &[OsString]) -> ExitCode {
    let own = std::env::current_exe().ok();
    let Some(path) = own.as_deref().and_then(next_to) else {
        return ExitCode::FAILURE;
    };
    let mut command = Command::new(path);
    command.args(arguments);
    let error = match run(command) {
        Ok(code) => return code,
        Err(error) => error,
    };
    use std::io::Write;
    // Nobody may listen, and then nobody needs the reason.
    let _ = writeln!(std::io::stderr(), "studio-keys: {error}");
    ExitCode::FAILURE
}

#[cfg(unix)]
fn run(mut command: Command) -> std::io::Result<ExitCode> {
    Err(std::os::unix::process::CommandExt::exec(&mut command))
}

#[cfg(not(unix))]
fn run(mut command: Command) -> std::io::Result<ExitCode> {
    let code = command.status()?.code().unwrap_or(1);
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

fn next_to(own: &Path) -> Option<PathBuf> {
    let name = format!("studio-keys-key{}", std::env::consts::EXE_SUFFIX);
    Some(own.parent()?.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_offered_where_it_stands_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("studio-keys");
        let nothing = BTreeMap::new();
        assert_eq!(beside(&own, &nothing), None);
        let path = next_to(&own).unwrap();
        std::fs::write(&path, "").unwrap();
        assert_eq!(beside(&own, &nothing), Some(path));
        let unpacked = |folder: &Path| {
            let folder = folder.to_string_lossy().into_owned();
            BTreeMap::from([(APPDIR.to_owned(), folder)])
        };
        assert_eq!(beside(&own, &unpacked(folder.path())), None);
        // An AppImage of somebody's has started this program, which is installed.
        let other = unpacked(Path::new("/tmp/.mount_editor"));
        assert_eq!(beside(&own, &other), next_to(&own));
    }

    #[test]
    fn what_the_system_moved_aside_does_not_stay() {
        let folder = tempfile::tempdir().unwrap();
        let aside = folder
            .path()
            .join("AppTranslocation/0A/d/Studio Keys.app/Contents/MacOS");
        std::fs::create_dir_all(&aside).unwrap();
        let own = aside.join("studio-keys");
        std::fs::write(next_to(&own).unwrap(), "").unwrap();
        assert_eq!(beside(&own, &BTreeMap::new()), None);
    }

    #[test]
    fn only_the_first_word_is_looked_at() {
        let words = |text: &str| -> Vec<OsString> { text.split(' ').map(OsString::from).collect() };
        let started = words("studio-keys key print this-computer/1");
        assert_eq!(asked(&started), Some(&words("print this-computer/1")[..]));
        assert_eq!(asked(&words("studio-keys --key key")), None);
        assert_eq!(asked(&words("studio-keys")), None);
    }
}
