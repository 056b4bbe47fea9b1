//! Reads a whole file, and remembers enough to notice that it changed.

use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};

use super::system::{self, Attributes, may_write};
use crate::MachineError;

/// No start-up file is larger.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// A file as it was. Its bytes may hold keys of others, so they are wiped.
pub(crate) struct Snapshot {
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// None for a text that is in no file.
    pub(super) attributes: Option<Attributes>,
    modified: Option<SystemTime>,
}

/// What a plan remembers of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Witness {
    Missing,
    File {
        hash: [u8; 32],
        modified: Option<SystemTime>,
    },
}

impl Witness {
    pub(crate) fn of(snapshot: Option<&Snapshot>) -> Self {
        match snapshot {
            None => Self::Missing,
            Some(snapshot) => Self::File {
                hash: Sha256::digest(&*snapshot.bytes).into(),
                modified: snapshot.modified,
            },
        }
    }
}

impl Snapshot {
    /// A text that is kept elsewhere than in a file.
    pub(crate) fn of_text(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self {
            bytes,
            attributes: None,
            modified: None,
        }
    }

    /// The permission bits; none where the system has none, and of a text that is in no file.
    pub(crate) fn mode(&self) -> Option<u32> {
        self.attributes.and_then(Attributes::mode)
    }

    /// Refuses a file that must not or cannot be replaced.
    pub(crate) fn check_replaceable(&self, target: &Path) -> Result<(), MachineError> {
        if self
            .attributes
            .as_ref()
            .is_some_and(|found| found.names > 1)
        {
            return Err(MachineError::HardLinked {
                path: target.to_owned(),
            });
        }
        if self
            .attributes
            .is_some_and(|found| !found.owner_may_write())
        {
            return Err(MachineError::ReadOnly {
                path: target.to_owned(),
            });
        }
        may_write(target).map_err(|source| MachineError::system(target, source))?;
        let folder = target.parent().unwrap_or(Path::new("/"));
        may_write(folder).map_err(|source| MachineError::system(folder, source))
    }
}

/// Reads the file at `target`, which is free of links. None if there is none.
pub(crate) fn read(target: &Path) -> Result<Option<Snapshot>, MachineError> {
    let failed = |source| MachineError::system(target, source);
    match target.symlink_metadata() {
        Ok(metadata) => check_kind(target, &metadata)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    }
    let mut file = system::open(target).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    check_kind(target, &metadata)?;
    if metadata.len() > MOST_BYTES {
        return Err(MachineError::TooLarge {
            path: target.to_owned(),
            bytes: metadata.len(),
        });
    }
    // The room is made at once: growing would leave copies behind.
    let room = usize::try_from(metadata.len()).unwrap_or(0) + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    file.by_ref()
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    let attributes = Attributes::of(&file, &metadata).map_err(failed)?;
    Ok(Some(Snapshot {
        bytes,
        attributes: Some(attributes),
        modified: metadata.modified().ok(),
    }))
}

fn check_kind(target: &Path, metadata: &std::fs::Metadata) -> Result<(), MachineError> {
    let kind = metadata.file_type();
    match system::other_kind(kind) {
        Some(kind) => Err(MachineError::NotAFile {
            path: target.to_owned(),
            kind,
        }),
        // The links were followed already, so somebody has just put it there.
        None if kind.is_symlink() => Err(MachineError::FileChanged {
            path: target.to_owned(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::FileKind;

    #[test]
    fn what_is_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let kind = |path: &Path| match read(path) {
            Err(MachineError::NotAFile { kind, .. }) => kind,
            other => panic!("{:?}", other.map(|found| found.is_some())),
        };
        assert_eq!(kind(folder.path()), FileKind::Folder);
        assert_eq!(kind(Path::new("/dev/null")), FileKind::Device);
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert_eq!(kind(&pipe), FileKind::Pipe);
        assert!(read(&folder.path().join("missing")).unwrap().is_none());
    }

    #[test]
    fn read_only_hard_linked_and_huge_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        std::fs::write(&path, "a").unwrap();
        read(&path)
            .unwrap()
            .unwrap()
            .check_replaceable(&path)
            .unwrap();
        std::fs::hard_link(&path, folder.path().join("second")).unwrap();
        let refused = read(&path).unwrap().unwrap().check_replaceable(&path);
        assert!(matches!(refused, Err(MachineError::HardLinked { .. })));
        std::fs::remove_file(folder.path().join("second")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
        let refused = read(&path).unwrap().unwrap().check_replaceable(&path);
        assert!(matches!(refused, Err(MachineError::ReadOnly { .. })));
        let huge = folder.path().join("huge");
        std::fs::File::create(&huge)
            .unwrap()
            .set_len(MOST_BYTES + 1)
            .unwrap();
        assert!(matches!(read(&huge), Err(MachineError::TooLarge { .. })));
    }

    #[test]
    fn a_witness_notices_other_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        assert_eq!(Witness::of(read(&path).unwrap().as_ref()), Witness::Missing);
        std::fs::write(&path, "a").unwrap();
        let before = Witness::of(read(&path).unwrap().as_ref());
        assert_eq!(before, Witness::of(read(&path).unwrap().as_ref()));
        std::fs::write(&path, "b").unwrap();
        assert_ne!(before, Witness::of(read(&path).unwrap().as_ref()));
    }
}
