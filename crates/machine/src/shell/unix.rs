//! A program in a session of its own, and the end of that session. Particular to Unix.
//!
//! Without one, an interactive shell would reach for the terminal from which this program was started, and stop.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// What starts `program` in a session of its own. Without `setsid` it gets at least a group of its own.
pub(super) fn command(program: &Path, setsid: Option<&Path>) -> Command {
    match setsid {
        Some(setsid) => {
            let mut command = Command::new(setsid);
            command.arg(program);
            command
        }
        None => {
            let mut command = Command::new(program);
            command.process_group(0);
            command
        }
    }
}

/// Ends it and everything in its session.
pub(super) fn end(child: &mut Child) {
    let leader = Pid::from_child(child);
    for member in session_of(leader) {
        let _ = kill_process(member, Signal::KILL);
    }
    let _ = kill_process_group(leader, Signal::KILL);
    let _ = child.kill();
    let _ = child.wait();
}

/// The processes of a session. An interactive shell gives its jobs groups of their own, so the group is not enough.
fn session_of(leader: Pid) -> Vec<Pid> {
    let Ok(entries) = Path::new("/proc").read_dir() else {
        return Vec::new();
    };
    let wanted = leader.as_raw_nonzero().get().to_string();
    let is_member = |entry: &std::fs::DirEntry| {
        // After the name, which may hold anything, come state, parent, group, session.
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        stat.rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(3))
            .is_some_and(|id| id == wanted)
    };
    let entries = entries
        .flatten()
        .filter(|entry| entry.file_name().as_encoded_bytes()[0].is_ascii_digit());
    entries
        .filter(is_member)
        .filter_map(|entry| Pid::from_raw(entry.file_name().to_str()?.parse().ok()?))
        .collect()
}
