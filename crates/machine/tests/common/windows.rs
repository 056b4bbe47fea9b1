//! What is particular to Windows: the registry beside the files, and no modes. The same names as in `unix`.
//!
//! Each computer has registry keys of its own below `HKEY_CURRENT_USER\Software\StudioKeysTest`.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use machine::{DestinationId, RegistryKeys, Surroundings};
use windows_registry::CURRENT_USER;

use super::Entry;

/// Every place in which a variable can be set.
pub const ALL: [DestinationId; 1] = [DestinationId::WindowsUser];

/// The program that prints keys, which is never started here.
pub const PRINTER: &str = r"C:\Program Files\Studio Keys\studio-keys-key.exe";

const ENDED: i32 = 77;

/// Whether it may be written: rights are the folder's here.
pub fn mode(metadata: &Metadata) -> u32 {
    u32::from(metadata.permissions().readonly())
}

pub fn set_mode(_path: &Path, _mode: u32) {}

/// A link takes a right that users do not have, so the file stays where it is.
pub fn put_behind_a_link(_path: &Path, _elsewhere: &Path, _link: &str) {}

/// As the system hands it out: other forms of a path are not what people see.
pub fn root_of(folder: &Path) -> PathBuf {
    folder.to_owned()
}

/// The registry keys of a computer, which go with it.
#[derive(Default)]
pub struct BesideFiles(String);

impl Drop for BesideFiles {
    fn drop(&mut self) {
        let _ = CURRENT_USER.remove_tree(&self.0);
    }
}

/// Gives it registry keys of its own.
pub fn prepare(root: &Path, surroundings: &mut Surroundings) {
    let name = root.file_name().unwrap().to_str().unwrap();
    let below = format!(r"HKEY_CURRENT_USER\Software\StudioKeysTest\{name}");
    surroundings.registry = RegistryKeys {
        user: format!(r"{below}\Environment").into(),
        machine: format!(r"{below}\Machine").into(),
    };
}

/// With a variable of somebody's.
pub fn make_beside_files(surroundings: &Surroundings) -> BesideFiles {
    let key = CURRENT_USER.create(user_key(surroundings)).unwrap();
    key.set_expand_string("PATH", r"%USERPROFILE%\bin").unwrap();
    let above = Path::new(user_key(surroundings)).parent().unwrap();
    BesideFiles(above.to_str().unwrap().to_owned())
}

/// What it has beside its files, as if these were some.
pub fn beside_files(surroundings: &Surroundings) -> BTreeMap<PathBuf, Entry> {
    let key = CURRENT_USER.open(user_key(surroundings)).unwrap();
    let values = key.values().unwrap();
    values
        .map(|(name, value)| {
            let entry = Entry::File {
                bytes: value.to_vec(),
                mode: value.ty().into(),
            };
            (surroundings.registry.user.join(name), entry)
        })
        .collect()
}

fn user_key(surroundings: &Surroundings) -> &str {
    let (_, below) = surroundings
        .registry
        .user
        .to_str()
        .unwrap()
        .split_once('\\')
        .unwrap();
    below
}

/// Ends this process. Nothing that stands open is finished.
pub fn end_this_process() {
    std::process::exit(ENDED);
}

pub fn was_ended(status: ExitStatus) -> bool {
    status.code() == Some(ENDED)
}
