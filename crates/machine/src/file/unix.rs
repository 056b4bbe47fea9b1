//! What is particular to Unix about files: modes, owners, extended attributes, pipes and devices.
//!
//! Another system's file beside this one, with the same names in it, is all that the rest of `file` needs.

use std::fs::{DirBuilder, File, FileType, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{
    DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown,
};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, OFlags, XattrFlags};
use secrecy::zeroize::Zeroizing;

use crate::FileKind;

/// Mode and owner, as they were when the file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// The permission bits.
    pub(crate) mode: u32,
    owner: u32,
    group: u32,
    /// How many names the file has.
    pub(crate) names: u64,
}

impl Attributes {
    /// Those of an open file.
    pub(crate) fn of(_file: &File, metadata: &Metadata) -> io::Result<Self> {
        Ok(Self {
            mode: metadata.mode() & 0o7777,
            owner: metadata.uid(),
            group: metadata.gid(),
            names: metadata.nlink(),
        })
    }

    /// Whether its owner may write it.
    pub(crate) fn owner_may_write(self) -> bool {
        self.mode & 0o200 != 0
    }

    /// The permission bits, where the system has some.
    pub(crate) fn mode(self) -> Option<u32> {
        Some(self.mode)
    }

    /// The same with other permission bits.
    pub(crate) fn with_mode(self, mode: u32) -> Self {
        Self { mode, ..self }
    }

    /// Gives a new file the owner, mode and extended attributes of the one that it will replace.
    ///
    /// An owner that cannot be kept is an error: the file would change hands. An attribute that cannot be kept is not,
    /// since some are the kernel's own.
    pub(crate) fn give_to(self, file: &File, original: &Path) -> io::Result<()> {
        let metadata = file.metadata()?;
        if (metadata.uid(), metadata.gid()) != (self.owner, self.group) {
            fchown(file, Some(self.owner), Some(self.group))?;
        }
        // The mode comes last: an access list brings bits of its own.
        copy_extended(file, original);
        set_mode(file, self.mode)
    }
}

/// Sets the permission bits.
pub(super) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(mode))
}

/// Makes a folder with these permission bits.
pub(super) fn make_folder(folder: &Path, mode: u32) -> io::Result<()> {
    DirBuilder::new().mode(mode).create(folder)
}

/// Opens a file that is no link. A pipe does not keep this waiting for a writer.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

/// What stands there, if it is neither a file nor a link.
pub(super) fn other_kind(kind: FileType) -> Option<FileKind> {
    if kind.is_file() || kind.is_symlink() {
        None
    } else if kind.is_dir() {
        Some(FileKind::Folder)
    } else if kind.is_fifo() || kind.is_socket() {
        Some(FileKind::Pipe)
    } else {
        Some(FileKind::Device)
    }
}

/// Whether this user may write here, as far as the system can tell without writing.
pub(super) fn may_write(path: &Path) -> io::Result<()> {
    rustix::fs::access(path, Access::WRITE_OK).map_err(io::Error::from)
}

/// The program at a path.
pub(crate) fn program(path: &Path) -> Option<PathBuf> {
    is_program(path).then(|| path.to_owned())
}

/// Whether it is a file that can be started.
pub(crate) fn is_program(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.mode() & 0o111 != 0)
}

/// The path without links.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// Whether the system gave up following links.
pub(super) fn is_link_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// Makes the entries of a folder last: a name that was given or taken is on disk when this returns.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// On Linux access lists are extended attributes too, so they come along. On macOS they are none, nor are a file's flags: a file
/// that had some of either is without them when it was replaced.
fn copy_extended(file: &File, original: &Path) {
    let mut names = vec![0u8; 64 * 1024];
    let Ok(length) = rustix::fs::listxattr(original, &mut names[..]) else {
        return;
    };
    let mut content = Zeroizing::new(vec![0u8; 64 * 1024]);
    for name in names[..length]
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
    {
        let Ok(size) = rustix::fs::getxattr(original, name, &mut content[..]) else {
            continue;
        };
        if let Err(error) = rustix::fs::fsetxattr(file, name, &content[..size], XattrFlags::empty())
        {
            tracing::debug!(%error, "an extended attribute was not kept");
        }
    }
}
