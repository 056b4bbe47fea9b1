//! The pair in the data folder: made when it is first asked for, in a file that only the user can read, and replaced on
//! request. A running server notices a replacement by itself, and the old pair is of no use from then on.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{KeyPair, Refused, generate};
use crate::data_folder;

/// Why there is no pair.
#[derive(Debug, thiserror::Error)]
pub enum KeyPairError {
    /// Others can read it, so what is encrypted for it is open to them.
    #[error("{path} can be read by others. Make a new pair with: local-studio rotate-key")]
    ReadableByOthers {
        /// The file.
        path: PathBuf,
    },
    /// Not what was written there.
    #[error("{path} does not hold an RSA pair. Make a new one with: local-studio rotate-key")]
    NotUnderstood {
        /// The file.
        path: PathBuf,
    },
    /// The system refused to read.
    #[error("{path} cannot be read: {source}")]
    NotRead {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused to write.
    #[error("{path} cannot be written: {source}")]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No pair could be made.
    #[error("an RSA pair could not be made")]
    NotMade,
}

impl From<Refused> for KeyPairError {
    fn from(_: Refused) -> KeyPairError {
        KeyPairError::NotMade
    }
}

/// The pair of a data folder.
pub(crate) struct KeptPair {
    path: PathBuf,
    /// The last one read, with the digest of the file that it was read from.
    last: Mutex<Option<([u8; 32], Arc<KeyPair>)>>,
}

impl KeptPair {
    /// The pair of this folder. Reads and makes nothing yet.
    pub(crate) fn of(folder: &Path) -> KeptPair {
        KeptPair {
            path: file(folder),
            last: Mutex::default(),
        }
    }

    /// The pair as it is now; made if there is none. Blocks: the file is read each time, so that a rotation counts at once.
    pub(crate) fn current(&self) -> Result<Arc<KeyPair>, KeyPairError> {
        // Held while a pair is made: of two first callers the second waits.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let document = match read(&self.path)? {
            Some(document) => document,
            None => {
                keep_first(&self.path, &generate()?)?;
                // A rotation may have been faster: then its pair is the pair.
                read(&self.path)?.ok_or(KeyPairError::NotMade)?
            }
        };
        let digest: [u8; 32] = Sha256::digest(&*document).into();
        if let Some((known, pair)) = &*last
            && *known == digest
        {
            return Ok(Arc::clone(pair));
        }
        let pair = KeyPair::of(&document).map_err(|_| KeyPairError::NotUnderstood {
            path: self.path.clone(),
        })?;
        let pair = Arc::new(pair);
        *last = Some((digest, Arc::clone(&pair)));
        Ok(pair)
    }
}

/// Puts a new pair in place of the one in the folder, and gives its id. Works beside a running server and without one.
pub fn rotate(folder: &Path) -> Result<String, KeyPairError> {
    let path = file(folder);
    let document = generate()?;
    let id = KeyPair::of(&document)?.id().to_owned();
    data_folder::make(folder)
        .and_then(|()| written(folder, &document))
        .and_then(|file| Ok(file.persist(&path)?))
        .map_err(|source| KeyPairError::NotWritten { path, source })?;
    Ok(id)
}

fn file(folder: &Path) -> PathBuf {
    folder.join("encryption-key.p8")
}

fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, KeyPairError> {
    let not_read = |source| KeyPairError::NotRead {
        path: path.to_owned(),
        source,
    };
    match fs::read(path) {
        Ok(bytes) => {
            let bytes = Zeroizing::new(bytes);
            if data_folder::readable_by_others(path).map_err(not_read)? {
                let path = path.to_owned();
                return Err(KeyPairError::ReadableByOthers { path });
            }
            Ok(Some(bytes))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(not_read(source)),
    }
}

/// Keeps a pair where there is none; one that is there meanwhile stays.
fn keep_first(path: &Path, document: &[u8]) -> Result<(), KeyPairError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let kept = written(folder, document).and_then(|file| match file.persist_noclobber(path) {
        Err(error) if error.error.kind() != ErrorKind::AlreadyExists => Err(error.error),
        _ => Ok(()),
    });
    kept.map_err(|source| KeyPairError::NotWritten {
        path: path.to_owned(),
        source,
    })
}

/// A file beside the place, 0600 from its first moment and flushed to disk.
fn written(folder: &Path, document: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(document)?;
    file.as_file().sync_all()?;
    Ok(file)
}
