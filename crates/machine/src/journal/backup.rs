//! Copies of others' files from before each write.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::file::{self, Privacy};
use crate::{MachineError, Surroundings};

/// How many copies of one file are kept.
const KEPT: usize = 20;

/// Copies a file, readable by its owner alone, and lets the oldest copies of it go that nothing needs.
pub(crate) fn keep_copy(
    surroundings: &Surroundings,
    target: &Path,
    bytes: &[u8],
    id: &str,
    is_needed: &dyn Fn(&Path) -> bool,
) -> Result<PathBuf, MachineError> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let hash =
        data_encoding::HEXLOWER.encode(&Sha256::digest(target.as_os_str().as_encoded_bytes())[..4]);
    let folder = surroundings
        .backups_folder()
        .join(format!("{}-{hash}", name.trim_start_matches('.')));
    let mut copies = copies_in(&folder);
    let number = copies.last().map_or(0, |last| number_of(last)) + 1;
    let path = folder.join(format!("{number:06}-{id}"));
    file::make_folders(&path, Privacy::Ours)?;
    sweep(&folder);
    file::replace(&path, bytes, None, Privacy::Ours, &())?;
    copies.push(path.clone());
    for old in copies[..copies.len().saturating_sub(KEPT)]
        .iter()
        .filter(|old| !is_needed(old))
    {
        if let Err(error) = std::fs::remove_file(old) {
            tracing::warn!(%error, "an old copy could not be removed");
        }
    }
    Ok(path)
}

/// Removes what an interrupted copying left.
fn sweep(folder: &Path) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let is_half = entry
            .file_name()
            .to_string_lossy()
            .starts_with(".studio-keys.");
        if is_half && let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::warn!(%error, "a copy that an interrupted change left could not be removed");
        }
    }
}

/// The copies of a file, oldest first.
fn copies_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    let mut copies: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| number_of(path) > 0)
        .collect();
    copies.sort_by_key(|path| number_of(path));
    copies
}

fn number_of(path: &Path) -> u64 {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('-')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::collections::BTreeMap;
    use std::os::unix::fs::MetadataExt;

    use super::*;

    #[test]
    fn twenty_copies_are_kept_and_no_one_else_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_owned();
        let state = home.join("state");
        let surroundings = Surroundings::new(
            home.clone(),
            home.clone(),
            state,
            BTreeMap::new(),
            None,
            str::to_owned,
        );
        let target = home.join(".bashrc");
        let mut last = PathBuf::new();
        for number in 0..25 {
            std::fs::write(&target, number.to_string()).unwrap();
            let snapshot = file::read(&target).unwrap().unwrap();
            last = keep_copy(&surroundings, &target, &snapshot.bytes, "x", &|_| false).unwrap();
        }
        let copies = copies_in(last.parent().unwrap());
        assert_eq!(copies.len(), KEPT);
        assert_eq!(std::fs::read_to_string(&copies[0]).unwrap(), "5");
        assert_eq!(std::fs::read_to_string(&last).unwrap(), "24");
        assert_eq!(last.metadata().unwrap().mode() & 0o777, 0o600);
        // Whoever was killed while copying left this; there may be a secret in it.
        let half = last.with_file_name(".studio-keys.000003-y.AbCdEf");
        std::fs::write(&half, "half a copy").unwrap();
        keep_copy(&surroundings, &target, b"26", "x", &|_| false).unwrap();
        assert!(!half.exists());
    }
}
