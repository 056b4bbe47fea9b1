//! A file, or key of the registry, as a plan found it.

use std::path::{Path, PathBuf};

use super::{Edit, EditKind, PlannedWrite, WriteAction};
use crate::diff::DiffLine;
use crate::file::{Snapshot, Witness};
use crate::store::Store;
use crate::{DestinationId, MachineError};

/// What the plan found.
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) store: Store,
    pub(super) before: Option<Snapshot>,
}

impl Source {
    pub(super) fn read(path: &Path) -> Result<Self, MachineError> {
        Self::read_of(path, [])
    }

    /// The same where only these variables of it count.
    pub(super) fn read_of<'a>(
        path: &Path,
        variables: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, MachineError> {
        let store = Store::find(path)?;
        let before = store.read(variables)?;
        Ok(Self {
            path: path.to_owned(),
            store,
            before,
        })
    }

    pub(super) fn bytes(&self) -> Option<&[u8]> {
        self.before
            .as_ref()
            .map(|snapshot| snapshot.bytes.as_slice())
    }

    pub(super) fn edit(&self, destination: DestinationId, kind: EditKind) -> Edit {
        Edit {
            destinations: vec![destination],
            path: self.path.clone(),
            target: self.store.target.clone(),
            kind,
            witness: Witness::of(self.before.as_ref()),
        }
    }

    pub(super) fn write(
        &self,
        destination: DestinationId,
        action: WriteAction,
        lines: Vec<DiffLine>,
    ) -> PlannedWrite {
        PlannedWrite {
            destination: Some(destination),
            path: self.path.clone(),
            link_target: self.store.is_link.then(|| self.store.target.clone()),
            action,
            plaintext: false,
            makes_private: false,
            lines,
        }
    }

    /// Refuses a place where the change could not be written.
    pub(super) fn check_writable(&self) -> Result<(), MachineError> {
        self.store.check_writable(self.before.as_ref())
    }
}
