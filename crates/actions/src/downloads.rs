//! Files that the user asked for, in the folder for downloads.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Writes `<name>.<extension>`, which only the user can read; never over a file that is there: then with a number in its name. Half
/// a file is removed again.
///
/// # Errors
/// [`Failure::DiskFull`] or [`Failure::FileNotWritten`].
pub(crate) fn write(
    folder: &Path,
    name: &str,
    extension: &str,
    bytes: &[u8],
) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| failure(folder, &error))?;
    let (path, mut file) = create(folder, name, extension)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(|error| {
        let _half_a_file = std::fs::remove_file(&path);
        failure(&path, &error)
    })?;
    Ok(path)
}

fn create(folder: &Path, name: &str, extension: &str) -> Result<(PathBuf, File), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    for number in 1_u32.. {
        let path = folder.join(match number {
            1 => format!("{name}.{extension}"),
            _ => format!("{name}-{number}.{extension}"),
        });
        match options.open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failure(&path, &error)),
        }
    }
    Err(Failure::FileNotWritten {
        path: folder.display().to_string(),
        reason: String::new(),
    })
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    let path = path.display().to_string();
    match error.kind() {
        ErrorKind::StorageFull => Failure::DiskFull { path },
        _ => Failure::FileNotWritten {
            path,
            reason: error.to_string(),
        },
    }
}
