//! Programs that run on macOS, as `ps` shows them.

use std::process::{Command, Stdio};

use secrecy::zeroize::Zeroizing;

use super::{Process, ps};
use crate::Surroundings;

/// The programs of this user, without this one and what it started.
pub(in crate::doctor) fn running(surroundings: &Surroundings, variable: &str) -> Vec<Process> {
    let printed = Command::new("/bin/ps")
        .args(ps::ARGUMENTS)
        .env_clear()
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    let Ok(printed) = printed else {
        return Vec::new();
    };
    let printed = Zeroizing::new(printed.stdout);
    let printed = Zeroizing::new(String::from_utf8_lossy(&printed).into_owned());
    let all = ps::programs(surroundings, &printed, variable, (surroundings.now)());
    super::without_own(all, surroundings.system.own_process)
}
