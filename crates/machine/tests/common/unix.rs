//! What is particular to Unix: modes, links, and a process that is killed.

use std::collections::BTreeMap;
use std::fs::{Metadata, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use machine::{DestinationId, Surroundings};

use super::Entry;

/// Every place in which a variable can be set.
pub const ALL: [DestinationId; 4] = [
    DestinationId::Bash,
    DestinationId::Zsh,
    DestinationId::Fish,
    DestinationId::Desktop,
];

/// The program that prints keys, which is never started here.
pub const PRINTER: &str = "/opt/studio-keys/studio-keys-key";

/// Who may do what with it.
pub fn mode(metadata: &Metadata) -> u32 {
    metadata.mode() & 0o7777
}

pub fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Puts a file elsewhere and a link to it in its place.
pub fn put_behind_a_link(path: &Path, elsewhere: &Path, link: &str) {
    std::fs::rename(path, elsewhere).unwrap();
    std::os::unix::fs::symlink(link, path).unwrap();
}

/// Where things are: free of links.
pub fn root_of(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap()
}

/// Whatever the computer has beside its files.
#[derive(Default)]
pub struct BesideFiles;

/// Sees to it that the shells are there which will be started.
pub fn prepare(_root: &Path, _surroundings: &mut Surroundings) {
    for shell in ["bash", "zsh", "fish"] {
        let found = Command::new(shell)
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        assert!(
            found.is_ok_and(|status| status.success()),
            "install the package {shell}: it is tested"
        );
    }
}

pub fn make_beside_files(_surroundings: &Surroundings) -> BesideFiles {
    BesideFiles
}

/// What it has beside its files, as if these were some.
pub fn beside_files(_surroundings: &Surroundings) -> BTreeMap<PathBuf, Entry> {
    BTreeMap::new()
}

/// Ends this process, as a power cut would.
pub fn end_this_process() {
    let own = rustix::process::getpid();
    rustix::process::kill_process(own, rustix::process::Signal::KILL).unwrap();
}

pub fn was_ended(status: ExitStatus) -> bool {
    status.signal() == Some(9)
}
