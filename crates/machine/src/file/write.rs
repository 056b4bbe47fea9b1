//! Replaces a file whole, or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::read::{Snapshot, Witness, read};
use super::system::{Attributes, make_folder, may_write, set_mode, sync_folder};
use crate::{MachineError, Steps};

/// Who may read what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// A file of ours that holds keys: 0600 whatever it was.
    Ours,
    /// A file of somebody: as it was; 0600 if it is new.
    Theirs,
    /// The same with these permission bits, where the system has some.
    Mode(u32),
}

impl Privacy {
    /// With these permission bits; as it was without any.
    pub(crate) fn of_mode(mode: Option<u32>) -> Self {
        mode.map_or(Self::Theirs, Self::Mode)
    }

    /// What a new file gets of the one that it replaces; none if it is to be its owner's alone.
    fn attributes(self, before: Option<&Snapshot>) -> Option<Attributes> {
        let attributes = before.and_then(|before| before.attributes);
        match self {
            Self::Ours => None,
            Self::Theirs => attributes,
            Self::Mode(mode) => attributes.map(|attributes| attributes.with_mode(mode)),
        }
    }
}

/// Puts `bytes` in place of `before`, which is what the file at `target` must still be.
///
/// The new file is written beside it, synced, given the old one's owner and mode where the system has them, and renamed over it.
/// Whenever this stops, the file is either the old one or the new one.
pub(crate) fn replace(
    target: &Path,
    bytes: &[u8],
    before: Option<&Snapshot>,
    privacy: Privacy,
    steps: &dyn Steps,
) -> Result<(), MachineError> {
    let failed = |source| MachineError::system(target, source);
    let folder = target.parent().unwrap_or(Path::new("/"));
    let mut beside = tempfile::Builder::new()
        .prefix(&prefix(target))
        .tempfile_in(folder)
        .map_err(failed)?;
    steps.reached("a file beside was made");
    beside.write_all(bytes).map_err(failed)?;
    match privacy.attributes(before) {
        Some(attributes) => attributes.give_to(beside.as_file(), target),
        None => set_mode(beside.as_file(), 0o600),
    }
    .map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    steps.reached("a file beside was written");
    if Witness::of(read(target)?.as_ref()) != Witness::of(before) {
        return Err(MachineError::FileChanged {
            path: target.to_owned(),
        });
    }
    steps.reached("a file was found as it was");
    put_in_place(beside, target, before.is_some())?;
    steps.reached("a file was renamed into place");
    sync_folder(folder).map_err(failed)
}

/// Renames a new file over the one that it `replaces`, or to where none is: one that somebody makes there in the last moment is
/// not replaced.
fn put_in_place(beside: NamedTempFile, target: &Path, replaces: bool) -> Result<(), MachineError> {
    let failed = |source| MachineError::system(target, source);
    let beside = match replaces {
        true => beside,
        false => match beside.persist_noclobber(target) {
            Ok(_) => return Ok(()),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(MachineError::FileChanged {
                    path: target.to_owned(),
                });
            }
            // Not every file system can do that.
            Err(refused) => refused.file,
        },
    };
    match beside.persist(target) {
        Ok(_) => Ok(()),
        Err(refused) => Err(failed(refused.error)),
    }
}

/// Takes a file away, if it is still what it was.
pub(crate) fn remove(target: &Path, before: &Snapshot) -> Result<(), MachineError> {
    let failed = |source| MachineError::system(target, source);
    if Witness::of(read(target)?.as_ref()) != Witness::of(Some(before)) {
        return Err(MachineError::FileChanged {
            path: target.to_owned(),
        });
    }
    std::fs::remove_file(target).map_err(failed)?;
    sync_folder(target.parent().unwrap_or(Path::new("/"))).map_err(failed)
}

/// The folders above `target` that do not exist, the outermost first.
pub(crate) fn missing_folders(target: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> = target
        .ancestors()
        .skip(1)
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    missing
}

/// Refuses a place where no file could be made.
pub(crate) fn check_can_make(target: &Path) -> Result<(), MachineError> {
    let folder = target
        .ancestors()
        .skip(1)
        .find(|folder| folder.exists())
        .unwrap_or(Path::new("/"));
    may_write(folder).map_err(|source| MachineError::system(folder, source))
}

/// Makes the folders above `target`.
pub(crate) fn make_folders(target: &Path, privacy: Privacy) -> Result<(), MachineError> {
    let mode = if privacy == Privacy::Ours {
        0o700
    } else {
        0o755
    };
    for folder in missing_folders(target) {
        match make_folder(&folder, mode) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(MachineError::system(&folder, error));
            }
            _ => {}
        }
        sync_folder(folder.parent().unwrap_or(Path::new("/")))
            .map_err(|source| MachineError::system(&folder, source))?;
    }
    Ok(())
}

/// Removes what an interrupted [`replace`] left beside `target`. Call it only while holding the journal's lock.
pub(crate) fn sweep(target: &Path) {
    let (Some(folder), prefix) = (target.parent(), prefix(target)) else {
        return;
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix)
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "a file that an interrupted change left could not be removed");
        }
    }
}

fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    format!(".studio-keys.{name}.")
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    use super::*;

    fn entries(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_mode_is_kept_and_nothing_stays_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o741)).unwrap();
        let before = read(&path).unwrap();
        replace(&path, b"new", before.as_ref(), Privacy::Theirs, &()).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(path.metadata().unwrap().mode() & 0o7777, 0o741);
        assert_eq!(entries(folder.path()), ["rc"]);
        let before = read(&path).unwrap();
        replace(&path, b"ours", before.as_ref(), Privacy::Ours, &()).unwrap();
        assert_eq!(path.metadata().unwrap().mode() & 0o7777, 0o600);
    }

    #[test]
    fn extended_attributes_come_along_where_there_are_any() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        std::fs::write(&path, "old").unwrap();
        let flags = rustix::fs::XattrFlags::empty();
        if rustix::fs::setxattr(&path, "user.colour", b"green", flags).is_err() {
            return; // this file system has none
        }
        let before = read(&path).unwrap();
        replace(&path, b"new", before.as_ref(), Privacy::Theirs, &()).unwrap();
        let mut found = [0u8; 16];
        let length = rustix::fs::getxattr(&path, "user.colour", &mut found[..]).unwrap();
        assert_eq!(&found[..length], b"green");
    }

    #[test]
    fn somebody_elses_change_in_between_wins() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        std::fs::write(&path, "old").unwrap();
        let before = read(&path).unwrap();
        std::fs::write(&path, "theirs").unwrap();
        let error = replace(&path, b"new", before.as_ref(), Privacy::Theirs, &()).unwrap_err();
        assert!(matches!(error, MachineError::FileChanged { .. }));
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
        assert_eq!(entries(folder.path()), ["rc"]);
    }

    /// Somebody who makes the file after it was looked for.
    struct InBetween<'a>(&'a Path);

    impl Steps for InBetween<'_> {
        fn reached(&self, step: &'static str) {
            if step == "a file was found as it was" {
                std::fs::write(self.0, "theirs").unwrap();
            }
        }
    }

    #[test]
    fn a_file_that_is_made_in_the_last_moment_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rc");
        let refused = replace(&path, b"new", None, Privacy::Theirs, &InBetween(&path));
        assert!(matches!(refused, Err(MachineError::FileChanged { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
        assert_eq!(entries(folder.path()), ["rc"]);
    }

    #[test]
    fn a_sweep_takes_only_what_was_left_for_this_file() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".studio-keys.rc.abc", ".studio-keys.other.abc", "rc"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        sweep(&folder.path().join("rc"));
        assert_eq!(entries(folder.path()), [".studio-keys.other.abc", "rc"]);
    }
}
