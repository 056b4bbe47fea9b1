//! Writes a whole file so that a crash leaves the old one or the new one: beside it, synced, renamed over it. Only the
//! owner can read it, from its first byte on.

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

/// Writes a file over an earlier one.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileProblem> {
    let folder = private_folder::of(path);
    let written = beside(folder, bytes).map_err(system)?;
    written.persist(path).map_err(|error| system(error.error))?;
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
