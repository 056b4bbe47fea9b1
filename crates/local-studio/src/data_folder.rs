//! The data folder: made if it is missing, and held by one server at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Why the folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// Another server has it.
    #[error("{path} is in use by another running server")]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// It cannot be made, or nothing can be written in it.
    #[error("{path} cannot be used to keep data: {source}")]
    NotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The folder, held until this is dropped or the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct DataFolder {
    _lock: File,
}

impl DataFolder {
    /// Takes hold of the folder.
    pub(crate) fn hold(path: &Path) -> Result<DataFolder, DataFolderError> {
        let refused = |source| DataFolderError::NotWritable {
            path: path.to_owned(),
            source,
        };
        make(path).map_err(refused)?;
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join("in-use.lock"))
            .map_err(refused)?;
        match lock.try_lock() {
            Ok(()) => Ok(DataFolder { _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DataFolderError::InUse {
                path: path.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(refused(source)),
        }
    }
}

/// Makes the folder, and those above it, for the user alone.
#[cfg(unix)]
pub(crate) fn make(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
}

/// Makes the folder, and those above it.
#[cfg(not(unix))]
pub(crate) fn make(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Whether other users of this computer could read a file that holds a secret.
#[cfg(unix)]
pub(crate) fn readable_by_others(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

/// Whether other users of this computer could read a file that holds a secret.
#[cfg(not(unix))]
pub(crate) fn readable_by_others(path: &Path) -> io::Result<bool> {
    // The user's own folders are private on this system; there are no mode bits to look at.
    fs::metadata(path).map(|_| false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_made_and_held_once() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("a").join("b");
        let held = DataFolder::hold(&path).unwrap();
        assert!(matches!(
            DataFolder::hold(&path),
            Err(DataFolderError::InUse { .. })
        ));
        drop(held);
        DataFolder::hold(&path).unwrap();
    }

    #[test]
    fn a_file_in_the_way_is_said_so() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("file");
        fs::write(&path, "").unwrap();
        let refused = DataFolder::hold(&path).unwrap_err();
        assert!(
            refused.to_string().contains(&path.display().to_string()),
            "{refused}"
        );
    }
}
