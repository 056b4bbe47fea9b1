//! What was changed, on disk before it is.
//!
//! One JSON file a change, written atomically. It holds paths, what was done, hashes and names of keys: never a value.

mod backup;
mod record;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub(crate) use backup::keep_copy;
pub(crate) use record::{Deed, Record, Stage};

use crate::file::{self, Privacy};
use crate::{MachineError, Steps, Surroundings, tool};

/// How long to wait for another change. A program that is just being started holds a copy of the lock for a moment.
const PATIENCE: Duration = Duration::from_secs(2);

/// How many shells a change asks, one after the other, while it holds the journal.
const SHELLS_ASKED: u32 = 3;

/// The journal, held by one change at a time.
pub(crate) struct Journal {
    folder: PathBuf,
    _lock: File,
}

impl Journal {
    /// Takes the journal. Whoever holds it is the only one to change this computer.
    pub(crate) fn open(surroundings: &Surroundings) -> Result<Self, MachineError> {
        Self::open_within(surroundings, PATIENCE)
    }

    /// The same for what needs nothing but to be written down: it waits for a change that asks shells meanwhile.
    pub(crate) fn open_for_notes(surroundings: &Surroundings) -> Result<Self, MachineError> {
        let shells = surroundings.shell_time_limit.saturating_mul(SHELLS_ASKED);
        Self::open_within(surroundings, PATIENCE.saturating_add(shells))
    }

    fn open_within(surroundings: &Surroundings, patience: Duration) -> Result<Self, MachineError> {
        let folder = surroundings.journal_folder();
        let path = folder.join("lock");
        file::make_folders(&path, Privacy::Ours)?;
        let failed = |source| MachineError::system(&path, source);
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        let deadline = Instant::now() + patience;
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => return Err(MachineError::Busy),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
            }
        }
        Ok(Self {
            folder,
            _lock: lock,
        })
    }

    /// Puts a record on disk. When this returns, it outlives a power cut.
    pub(crate) fn write(&self, record: &Record, steps: &dyn Steps) -> Result<(), MachineError> {
        let path = self.path(&record.id);
        file::sweep(&path);
        let text = serde_json::to_vec_pretty(record).map_err(|error| MachineError::System {
            path: path.clone(),
            source: error.into(),
        })?;
        let before = file::read(&path)?;
        file::replace(&path, &text, before.as_ref(), Privacy::Ours, steps)
    }

    /// Forgets a change that was rolled back: nothing of it is left.
    pub(crate) fn forget(&self, record: &Record) -> Result<(), MachineError> {
        let path = self.path(&record.id);
        match file::read(&path)? {
            Some(before) => file::remove(&path, &before),
            None => Ok(()),
        }
    }

    fn path(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.json"))
    }
}

/// Whether a standing change would put something back from this copy.
pub(crate) fn is_needed(records: &[Record], copy: &Path) -> bool {
    let standing = || records.iter().filter(|record| record.is_standing());
    standing().any(|record| record.puts_back_from(copy)) || tool::is_needed(records, copy)
}

/// Every record, oldest first. One that cannot be read is an error: nobody knows what it is about.
pub(crate) fn read_all(surroundings: &Surroundings) -> Result<Vec<Record>, MachineError> {
    let (records, unreadable) = read_readable(surroundings)?;
    match unreadable.into_iter().next() {
        None => Ok(records),
        Some(error) => Err(error),
    }
}

/// Every record that can be read, oldest first, and what is wrong with each of the others.
pub(crate) fn read_readable(
    surroundings: &Surroundings,
) -> Result<(Vec<Record>, Vec<MachineError>), MachineError> {
    let folder = surroundings.journal_folder();
    let (mut records, mut unreadable) = (Vec::new(), Vec::new());
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok((records, unreadable));
        }
        Err(source) => return Err(MachineError::system(&folder, source)),
    };
    for entry in entries {
        let path = entry
            .map_err(|source| MachineError::system(&folder, source))?
            .path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || !name.ends_with(".json") {
            continue;
        }
        let Some(snapshot) = file::read(&path)? else {
            continue;
        };
        match record::read(&path, &snapshot.bytes) {
            Ok(record) => records.push(record),
            Err(error) => unreadable.push(error),
        }
    }
    records.sort_by_key(Record::number);
    Ok((records, unreadable))
}
