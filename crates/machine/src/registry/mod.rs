//! The registry of Windows, where the variables of a user and of the whole computer are.
//!
//! Only variables that are named are looked at, and only they are written or taken out: never `PATH`, and never the others
//! in the same key. Paths of keys are handed in, so tests have keys of their own.

pub(crate) mod entry;
mod machine_wide;
#[cfg(not(windows))]
#[path = "none.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;

use crate::{MachineError, Steps};
use entry::Entry;
pub(crate) use machine_wide::machine_wide;

/// The registry keys with variables, by their full names: `HKEY_CURRENT_USER\Environment`.
#[derive(Debug, Clone)]
pub struct RegistryKeys {
    /// The user's variables. They are written.
    pub user: PathBuf,
    /// Those of the whole computer. They are only looked at.
    pub machine: PathBuf,
}

impl RegistryKeys {
    /// Those that Windows reads.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            user: r"HKEY_CURRENT_USER\Environment".into(),
            machine:
                r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
                    .into(),
        }
    }
}

/// The part of the registry in which a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hive {
    User,
    Machine,
}

/// A key with variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegistryKey {
    path: PathBuf,
    hive: Hive,
    below: String,
}

impl RegistryKey {
    /// The key of this full name. None if it is no name of a key: then it is the path of a file.
    pub(crate) fn named(path: &Path) -> Option<Self> {
        let (hive, below) = path.to_str()?.split_once('\\')?;
        let hive = match hive {
            "HKEY_CURRENT_USER" => Hive::User,
            "HKEY_LOCAL_MACHINE" => Hive::Machine,
            _ => return None,
        };
        Some(Self {
            path: path.to_owned(),
            hive,
            below: below.to_owned(),
        })
    }

    /// Those of these variables that are there, as text, a line each. None if there are none.
    pub(crate) fn read<'a>(
        &self,
        variables: impl IntoIterator<Item = &'a str>,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, MachineError> {
        let mut entries = Vec::new();
        for variable in variables {
            let found = system::read(self.hive, &self.below, variable)
                .map_err(|failure| self.failed(variable, failure))?;
            entries.extend(found.map(|(kind, value)| Entry {
                variable: variable.to_owned(),
                kind,
                value,
            }));
        }
        Ok((!entries.is_empty()).then(|| entry::text(&entries)))
    }

    /// Makes of `before`, which must still be there, `after`. What is the same in both is not written.
    pub(crate) fn replace(
        &self,
        after: &[u8],
        before: &[u8],
        steps: &dyn Steps,
    ) -> Result<(), MachineError> {
        let (old, new) = (entry::entries(before), entry::entries(after));
        let names = entry::variables(&old, &new);
        let now = self.read(names.iter().copied())?.unwrap_or_default();
        if names
            .iter()
            .any(|name| entry::of(&entry::entries(&now), name) != entry::of(&old, name))
        {
            return Err(MachineError::FileChanged {
                path: self.path.clone(),
            });
        }
        self.write(&old, &new, steps)
    }

    /// Puts `before` back in each variable that has what is in `after`. What somebody put there meanwhile stays.
    pub(crate) fn put_back(&self, after: &[u8], before: &[u8]) -> Result<(), MachineError> {
        let (old, new) = (entry::entries(before), entry::entries(after));
        let names = entry::variables(&old, &new);
        let now = self.read(names.iter().copied())?.unwrap_or_default();
        let now = entry::entries(&now);
        let still = |entry: &&Entry| entry::of(&now, &entry.variable) == Some(*entry);
        let ours: Vec<Entry> = new.iter().filter(still).cloned().collect();
        let mut theirs = old;
        theirs.retain(|entry| entry::of(&ours, &entry.variable).is_some());
        self.write(&ours, &theirs, &())
    }

    fn write(&self, old: &[Entry], new: &[Entry], steps: &dyn Steps) -> Result<(), MachineError> {
        let mut is_changed = false;
        for variable in entry::variables(old, new) {
            let entry = entry::of(new, variable);
            if entry == entry::of(old, variable) {
                continue;
            }
            let done = match entry {
                Some(entry) => system::write(self.hive, &self.below, entry),
                None => system::remove(self.hive, &self.below, variable),
            };
            done.map_err(|source| MachineError::system(&self.path, source))?;
            is_changed = true;
            steps.reached("a value of the registry was written");
        }
        if is_changed {
            system::tell();
        }
        Ok(())
    }

    fn failed(&self, variable: &str, failure: NotRead) -> MachineError {
        match failure {
            NotRead::NoText => MachineError::RegistryValueUnsuitable {
                key: self.path.clone(),
                variable: variable.to_owned(),
            },
            NotRead::System(source) => MachineError::system(&self.path, source),
        }
    }
}

/// Why a variable could not be read.
#[derive(Debug)]
enum NotRead {
    /// It is there, and is no text that a program could be given.
    #[cfg_attr(not(windows), expect(dead_code, reason = "there is no registry"))]
    NoText,
    System(std::io::Error),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_from_a_file() {
        for key in [RegistryKeys::usual().user, RegistryKeys::usual().machine] {
            assert!(RegistryKey::named(&key).is_some(), "{}", key.display());
        }
        for file in [
            "/home/a/HKEY_CURRENT_USER\\x",
            r"C:\Users\a\.claude",
            "HKEY_USERS\\x",
            "a",
        ] {
            assert_eq!(RegistryKey::named(Path::new(file)), None, "{file}");
        }
    }
}
