//! The program that prints keys, which stands beside this one: where it is, and being started as `studio-keys key …`.
//!
//! It is a program of its own because a shell that starts cannot wait for a window's libraries. Its path is written into
//! start-up files, so that it is offered only where it stays: what an AppImage holds is somewhere else at every start.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Set where the program was started from an AppImage.
const APPIMAGE: &str = "APPIMAGE";

/// The program that prints keys, if it is there to stay.
pub(crate) fn beside(own: &Path, environment: &BTreeMap<String, String>) -> Option<PathBuf> {
    if environment.contains_key(APPIMAGE) {
        return None;
    }
    let path = next_to(own)?;
    path.is_file().then_some(path)
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
        let image = BTreeMap::from([(APPIMAGE.to_owned(), "/a.AppImage".to_owned())]);
        assert_eq!(beside(&own, &image), None);
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
