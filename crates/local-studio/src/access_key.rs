//! The AccessKey of This computer: made here, and kept in a file only where nobody else keeps it.
//!
//! The program keeps the pair in the keyring and hands it in. The headless binary has no keyring: there it rests in a
//! file of the data folder that only the user can read.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use model_studio::acs3::AccessKey;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::data_folder;
use crate::random::{self, BASE62, NoRandomness};

const ID_PREFIX: &str = "LTAI5t";
const ID_RANDOM: usize = 18;
const SECRET_LENGTH: usize = 30;

/// A new pair in the platform's shape: 24 characters that begin with `LTAI`, and a secret of 30.
pub fn generate_access_key() -> Result<AccessKey, NoRandomness> {
    Ok(AccessKey {
        id: format!("{ID_PREFIX}{}", random::text(BASE62, ID_RANDOM)?),
        secret: SecretString::from(random::text(BASE62, SECRET_LENGTH)?),
        security_token: None,
    })
}

/// Why the file of the pair cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AccessKeyFileError {
    /// Others can read it, so the secret is none.
    #[error(
        "{path} can be read by others. Make a new pair by removing it, or run: chmod 600 {path}"
    )]
    ReadableByOthers {
        /// The file.
        path: PathBuf,
    },
    /// Not what was written there.
    #[error("{path} does not hold an AccessKey. Remove it to make a new pair.")]
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
    /// No random source.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    access_key_id: String,
    access_key_secret: SecretString,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Keeping<'a> {
    access_key_id: &'a str,
    access_key_secret: &'a str,
}

/// The pair of the data folder; made on the first call, with the folder, and the same one ever after.
pub fn kept_access_key(folder: &Path) -> Result<AccessKey, AccessKeyFileError> {
    let path = folder.join("access-key.json");
    if let Some(access_key) = read(&path)? {
        return Ok(access_key);
    }
    let access_key = generate_access_key()?;
    match data_folder::make(folder).and_then(|()| keep(folder, &path, &access_key)) {
        Ok(()) => Ok(access_key),
        Err(source) => {
            // Another start may have been faster: then its pair is the pair.
            read(&path)?.ok_or(AccessKeyFileError::NotWritten { path, source })
        }
    }
}

fn read(path: &Path) -> Result<Option<AccessKey>, AccessKeyFileError> {
    match fs::read(path) {
        Ok(bytes) => understand(path.to_owned(), &bytes).map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(AccessKeyFileError::NotRead {
            path: path.to_owned(),
            source,
        }),
    }
}

fn understand(path: PathBuf, bytes: &[u8]) -> Result<AccessKey, AccessKeyFileError> {
    if data_folder::readable_by_others(&path).map_err(|source| AccessKeyFileError::NotRead {
        path: path.clone(),
        source,
    })? {
        return Err(AccessKeyFileError::ReadableByOthers { path });
    }
    let Ok(kept) = serde_json::from_slice::<Kept>(bytes) else {
        return Err(AccessKeyFileError::NotUnderstood { path });
    };
    Ok(AccessKey {
        id: kept.access_key_id,
        secret: kept.access_key_secret,
        security_token: None,
    })
}

/// Written beside the place and linked there: the file is whole or not there, and an earlier one is never replaced.
fn keep(folder: &Path, path: &Path, access_key: &AccessKey) -> io::Result<()> {
    // A temporary file is 0600 from its first moment.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let keeping = Keeping {
        access_key_id: &access_key.id,
        access_key_secret: access_key.secret.expose_secret(), // EXPOSE: it rests in this 0600 file.
    };
    serde_json::to_writer(&mut file, &keeping)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(access_key: &AccessKey) -> String {
        access_key.secret.expose_secret().to_owned() // EXPOSE: a test compares pairs.
    }

    #[test]
    fn a_new_pair_has_the_platforms_shape() {
        let pair = generate_access_key().unwrap();
        assert!(pair.id.starts_with("LTAI") && pair.id.len() == 24);
        assert_eq!(secret(&pair).len(), 30);
        assert_ne!(secret(&pair), secret(&generate_access_key().unwrap()));
    }

    #[test]
    fn the_pair_of_a_folder_stays() {
        let folder = tempfile::tempdir().unwrap();
        let first = kept_access_key(folder.path()).unwrap();
        let again = kept_access_key(folder.path()).unwrap();
        assert_eq!(
            (first.id.clone(), secret(&first)),
            (again.id.clone(), secret(&again))
        );
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_the_users_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        kept_access_key(folder.path()).unwrap();
        let path = folder.path().join("access-key.json");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let refused = kept_access_key(folder.path()).unwrap_err();
        assert!(matches!(
            refused,
            AccessKeyFileError::ReadableByOthers { .. }
        ));
    }

    #[test]
    fn a_damaged_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        kept_access_key(folder.path()).unwrap();
        let path = folder.path().join("access-key.json");
        fs::write(&path, "{\"accessKeyId\":").unwrap();
        let refused = kept_access_key(folder.path()).unwrap_err();
        assert!(matches!(refused, AccessKeyFileError::NotUnderstood { .. }));
        assert_eq!(fs::read_to_string(&path).unwrap(), "{\"accessKeyId\":");
    }
}
