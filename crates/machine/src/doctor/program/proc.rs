//! Programs that run on Linux, as `/proc` shows them. Of an environment nothing is kept but one variable, hashed.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use secrecy::zeroize::{Zeroize, Zeroizing};

use super::{Process, Seen, kind, sudo, without_own};
use crate::Surroundings;
use crate::doctor::value::Held;

/// More than the kernel lets a program have.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// More programs than one user has.
const MOST_PROGRAMS: usize = 8192;
/// In which `/proc` counts, on every machine that Rust is built for.
const TICKS_PER_SECOND: f64 = 100.0;

/// The programs of this user, without this one and what it started.
pub(in crate::doctor) fn running(surroundings: &Surroundings, variable: &str) -> Vec<Process> {
    let folder = &surroundings.system.processes;
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    let booted = booted(folder, (surroundings.now)());
    let user = rustix::process::getuid().as_raw();
    // One room for all: it is wiped after each, and at the end.
    let mut room = Zeroizing::new(vec![0u8; MOST_BYTES]);
    let pids = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let mut found: Vec<Process> = Vec::new();
    for pid in pids.take(MOST_PROGRAMS) {
        let folder = folder.join(pid.to_string());
        let Some(stat) = Stat::read(&folder) else {
            continue;
        };
        let arguments = arguments(&folder, &mut room);
        let under_sudo = sudo::command(&stat.name, &arguments);
        let is_ours = folder.metadata().is_ok_and(|found| found.uid() == user);
        // `sudo` itself runs as another user. What this user started it with is seen all the same.
        if !is_ours && under_sudo.is_none() {
            continue;
        }
        found.push(Process {
            pid,
            parent: stat.parent,
            names: names(&stat.name, &arguments),
            has_terminal: stat.terminal != 0,
            started: booted.and_then(|booted| after(booted, stat.started / TICKS_PER_SECOND)),
            environment: if is_ours {
                environment(surroundings, &folder, variable, &mut room)
            } else {
                Seen::Hidden
            },
            under_sudo,
        });
    }
    without_own(found, surroundings.system.own_process)
}

/// What stands in `stat`: number, name in brackets (which may hold anything), state, parent, and so on.
struct Stat {
    name: String,
    parent: u32,
    terminal: i64,
    started: f64,
}

impl Stat {
    fn read(folder: &Path) -> Option<Self> {
        Self::parse(&std::fs::read_to_string(folder.join("stat")).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let (before, after) = text.rsplit_once(')')?;
        let fields: Vec<&str> = after.split_whitespace().collect();
        Some(Self {
            name: before.split_once('(')?.1.to_owned(),
            parent: fields.get(1)?.parse().ok()?,
            terminal: fields.get(4)?.parse().ok()?,
            started: fields.get(19)?.parse().ok()?,
        })
    }
}

/// When the computer was started, by how long it runs: `/proc/stat` says it in whole seconds only.
fn booted(folder: &Path, now: Timestamp) -> Option<Timestamp> {
    let text = std::fs::read_to_string(folder.join("uptime")).ok()?;
    let seconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    after(now, -seconds)
}

fn after(moment: Timestamp, seconds: f64) -> Option<Timestamp> {
    moment
        .checked_add(SignedDuration::try_from_secs_f64(seconds).ok()?)
        .ok()
}

/// What the program was started with. The room is wiped.
fn arguments(folder: &Path, room: &mut [u8]) -> Vec<Zeroizing<String>> {
    let length = fill(&folder.join("cmdline"), room);
    let all = room[..length]
        .split(|byte| *byte == 0)
        .take(16)
        .map(|part| Zeroizing::new(String::from_utf8_lossy(part).into_owned()))
        .collect();
    room[..length].zeroize();
    all
}

/// Its names by its arguments, or by what the system calls it where those are none.
fn names(name: &str, arguments: &[Zeroizing<String>]) -> Vec<String> {
    let own = arguments
        .first()
        .map(|own| own.as_str())
        // Some rewrite their arguments into a sentence.
        .filter(|own| !own.is_empty() && !own.contains(": "));
    let second = arguments.get(1).map(|second| second.as_str());
    match own {
        Some(own) => kind::names(own, second),
        None => kind::names(name, None),
    }
}

/// The variable in the program's environment. The room is wiped.
fn environment(
    surroundings: &Surroundings,
    folder: &Path,
    variable: &str,
    room: &mut [u8],
) -> Seen {
    let path = folder.join("environ");
    if File::open(&path).is_err() {
        return Seen::Hidden;
    }
    let length = fill(&path, room);
    let seen = room[..length]
        .split(|byte| *byte == 0)
        .find_map(|line| line.strip_prefix(variable.as_bytes())?.strip_prefix(b"="))
        // An empty value is none to every program that looks for a key.
        .filter(|value| !value.is_empty())
        .map_or(Seen::Nothing, |value| {
            let text = Zeroizing::new(String::from_utf8_lossy(value).into_owned());
            Seen::Value(Held::plain(surroundings, &text))
        });
    room[..length].zeroize();
    seen
}

/// Reads as much of a file as the room takes. A program that has just ended has nothing.
fn fill(path: &Path, room: &mut [u8]) -> usize {
    let Ok(mut file) = File::open(path) else {
        return 0;
    };
    let mut length = 0;
    while length < room.len() {
        match file.read(&mut room[length..]) {
            Ok(0) | Err(_) => break,
            Ok(read) => length += read,
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_hold_anything() {
        let stat = "12 (a) b (c)) S 7 1 1 34816 1 0 0 0 0 0 0 0 0 0 20 0 1 0 1650840 0 0";
        let stat = Stat::parse(stat).unwrap();
        assert_eq!(
            (stat.name.as_str(), stat.parent, stat.terminal),
            ("a) b (c)", 7, 34816)
        );
        assert!((stat.started - 1_650_840.0).abs() < 0.5);
        for broken in ["", "12 (a", "12 (a) S", "12 (a) S x y"] {
            assert!(Stat::parse(broken).is_none(), "{broken}");
        }
    }

    #[test]
    fn of_the_arguments_only_names_are_kept() {
        let of = |arguments: &[&str]| {
            let arguments: Vec<_> = arguments
                .iter()
                .map(|argument| Zeroizing::new((*argument).to_owned()))
                .collect();
            names("comm", &arguments)
        };
        assert_eq!(
            of(&["/usr/bin/python3", "/srv/app.py", "sk-x"]),
            ["python3", "app.py"]
        );
        assert_eq!(of(&["curl", "--header=sk-x"]), ["curl"]);
        assert_eq!(of(&["node", "sk-x.y"]), ["node"]);
        assert_eq!(of(&["sshd: me [priv]"]), ["comm"]);
        assert_eq!(of(&[]), ["comm"]);
    }
}
