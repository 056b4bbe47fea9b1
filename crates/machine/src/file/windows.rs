//! What is particular to Windows about files. The same names as in `unix`: there a file has a mode and an owner, here it
//! is read-only or not, and who may read it is inherited from its folder.

use std::fs::{DirBuilder, File, FileType, Metadata};
use std::io;
use std::path::Path;

use crate::FileKind;

/// Whether it was read-only when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attributes {
    read_only: bool,
    /// How many names the file has. The system tells it only of an open file, so it counts as one.
    pub(crate) names: u64,
}

impl Attributes {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        Self {
            read_only: metadata.permissions().readonly(),
            names: 1,
        }
    }

    /// Whether its owner may write it.
    pub(crate) fn owner_may_write(self) -> bool {
        !self.read_only
    }

    /// A new file gets its rights from its folder, as the one that it replaces did.
    pub(crate) fn give_to(self, _file: &File, _original: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Rights are the folder's here.
pub(super) fn set_mode(_file: &File, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// Makes a folder; it is in the user's profile, which is the user's own.
pub(super) fn make_folder(folder: &Path, _mode: u32) -> io::Result<()> {
    DirBuilder::new().create(folder)
}

/// Opens a file.
pub(super) fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// What stands there, if it is neither a file nor a link.
pub(super) fn other_kind(kind: FileType) -> Option<FileKind> {
    if kind.is_file() || kind.is_symlink() {
        None
    } else if kind.is_dir() {
        Some(FileKind::Folder)
    } else {
        Some(FileKind::Device)
    }
}

/// The system tells only when it is written.
pub(super) fn may_write(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether it is a file that can be started.
pub(crate) fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// ERROR_CANT_RESOLVE_FILENAME.
pub(super) fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(1921)
}

/// A folder cannot be flushed here; the file system journals its entries.
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
