//! The parts of the computer beyond the home folder that are looked at, never written.

use std::path::PathBuf;

/// Where the system keeps what is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemPaths {
    /// Running programs, a folder for each, where the system shows them so.
    pub processes: PathBuf,
    /// Settings of the whole computer.
    pub settings: PathBuf,
    /// The number of this program itself. What it started is not looked at.
    pub own_process: Option<u32>,
}

impl SystemPaths {
    /// Those of the system that the program was built for.
    pub fn usual() -> Self {
        Self {
            processes: PathBuf::from("/proc"),
            settings: PathBuf::from("/etc"),
            own_process: Some(std::process::id()),
        }
    }
}
