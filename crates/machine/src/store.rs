//! Where our values rest: a file of ours, or a key of the registry. Both are read as text and replaced as a whole, so that
//! whoever sets, follows or takes back a value need not know which of the two it is.

use std::path::{Path, PathBuf};

use crate::file::{self, Privacy, Resolved, Snapshot};
use crate::registry::RegistryKey;
use crate::{MachineError, Steps};

/// One of them, found.
pub(crate) struct Store {
    /// The file itself, free of links; or the name of the key.
    pub(crate) target: PathBuf,
    /// The path that led to it is a link.
    pub(crate) is_link: bool,
    key: Option<RegistryKey>,
}

impl Store {
    /// The one at a path.
    pub(crate) fn find(path: &Path) -> Result<Self, MachineError> {
        match RegistryKey::named(path) {
            Some(key) => Ok(Self::of_key(path, key)),
            None => file::resolve(path).map(Self::of_file),
        }
    }

    /// What is at a path now, if anything can be.
    pub(crate) fn find_now(path: &Path) -> Result<Option<Self>, MachineError> {
        match RegistryKey::named(path) {
            Some(key) => Ok(Some(Self::of_key(path, key))),
            None => Ok(file::resolve_now(path)?.map(Self::of_file)),
        }
    }

    fn of_key(path: &Path, key: RegistryKey) -> Self {
        Self {
            target: path.to_owned(),
            is_link: false,
            key: Some(key),
        }
    }

    fn of_file(Resolved { target, is_link }: Resolved) -> Self {
        Self {
            target,
            is_link,
            key: None,
        }
    }

    /// What it holds; of a key of the registry these variables alone.
    pub(crate) fn read<'a>(
        &self,
        variables: impl IntoIterator<Item = &'a str>,
    ) -> Result<Option<Snapshot>, MachineError> {
        match &self.key {
            Some(key) => Ok(key.read(variables)?.map(Snapshot::of_text)),
            None => file::read(&self.target),
        }
    }

    /// Refuses what could not be written.
    pub(crate) fn check_writable(&self, before: Option<&Snapshot>) -> Result<(), MachineError> {
        match (&self.key, before) {
            // The system says so when it is written, and then nothing is.
            (Some(_), _) => Ok(()),
            (None, Some(before)) => before.check_replaceable(&self.target),
            (None, None) => file::check_can_make(&self.target),
        }
    }

    /// The folders that writing it would make.
    pub(crate) fn missing_folders(&self) -> Vec<PathBuf> {
        match self.key {
            Some(_) => Vec::new(),
            None => file::missing_folders(&self.target),
        }
    }

    /// Removes what an interrupted writing left.
    pub(crate) fn sweep(&self) {
        if self.key.is_none() {
            file::sweep(&self.target);
        }
    }

    /// Makes the folders that it needs.
    pub(crate) fn make_folders(&self, privacy: Privacy) -> Result<(), MachineError> {
        match self.key {
            Some(_) => Ok(()),
            None => file::make_folders(&self.target, privacy),
        }
    }

    /// Puts `after` in place of `before`, which must still be there.
    pub(crate) fn replace(
        &self,
        after: &[u8],
        before: Option<&Snapshot>,
        privacy: Privacy,
        steps: &dyn Steps,
    ) -> Result<(), MachineError> {
        match &self.key {
            Some(key) => key.replace(after, bytes(before), steps),
            None => file::replace(&self.target, after, before, privacy, steps),
        }
    }

    /// Takes it away as a whole, if it is still what it was.
    pub(crate) fn remove(&self, before: &Snapshot) -> Result<(), MachineError> {
        match &self.key {
            Some(key) => key.replace(&[], &before.bytes, &()),
            None => file::remove(&self.target, before),
        }
    }

    /// Puts `before` back where `after` was written. What somebody put there meanwhile stays.
    pub(crate) fn put_back(
        &self,
        after: &[u8],
        before: Option<&Snapshot>,
        privacy: Privacy,
    ) -> Result<(), MachineError> {
        if let Some(key) = &self.key {
            return key.put_back(after, bytes(before));
        }
        let now = match file::read(&self.target) {
            Ok(Some(now)) if *now.bytes == *after => now,
            // It was not written yet, or somebody put something else there.
            Ok(_) | Err(MachineError::NotAFile { .. }) => return Ok(()),
            Err(error) => return Err(error),
        };
        match before {
            Some(before) => file::replace(&self.target, &before.bytes, Some(&now), privacy, &()),
            None => file::remove(&self.target, &now),
        }
    }
}

fn bytes(snapshot: Option<&Snapshot>) -> &[u8] {
    snapshot.map_or(&[][..], |snapshot| &snapshot.bytes)
}
