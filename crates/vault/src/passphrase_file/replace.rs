//! Writes a whole file so that a crash leaves the old one or the new one: beside it, synced, renamed over it. Only the
//! owner can read it, from its first byte on.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::{FileProblem, private_folder};

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), FileProblem> {
    let folder = private_folder::of(path);
    private_folder::create(folder).map_err(system)?;
    let written = beside(folder, bytes).map_err(system)?;
    written
        .persist_noclobber(path)
        .map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => FileProblem::Exists,
            kind => FileProblem::System(kind),
        })?;
    private_folder::sync(folder).map_err(system)
}

/// Keeps other processes from writing the file until the answer is dropped. It is the lock of a file beside it, because
/// the file itself is another one after each writing.
pub(super) fn lock(path: &Path) -> Result<File, FileProblem> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let lock = options.open(name).map_err(system)?;
    lock.lock().map_err(system)?;
    Ok(lock)
}

/// Writes a file over an earlier one. If the name is a link, the file that it leads to is written.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileProblem> {
    let target = if path.is_symlink() {
        path.canonicalize().map_err(system)?
    } else {
        path.to_owned()
    };
    let folder = private_folder::of(&target);
    let written = beside(folder, bytes).map_err(system)?;
    written
        .persist(&target)
        .map_err(|error| system(error.error))?;
    private_folder::sync(folder).map_err(system)
}

/// A temporary file is made with mode 0600, and removed again unless it is persisted.
fn beside(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(".secrets-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn system(error: io::Error) -> FileProblem {
    FileProblem::System(error.kind())
}
