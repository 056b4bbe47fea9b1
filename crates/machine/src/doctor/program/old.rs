//! Which running programs hold something else than the key.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Process, ProgramKind, Seen};
use crate::doctor::Scope;

/// A program that holds something else than the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldProgram {
    /// What it is called.
    pub name: String,
    /// Its number.
    pub pid: u32,
    /// What it is.
    pub kind: ProgramKind,
    /// The value that it was started with, masked; none if it has none.
    pub holds_masked: Option<String>,
}

/// Since when new programs find the key, where this program wrote it.
#[derive(Debug, Clone, Default)]
pub(in crate::doctor) struct Since {
    pub(in crate::doctor) in_scopes: HashMap<Scope, Timestamp>,
}

impl Since {
    fn of(&self, process: &Process) -> Option<Timestamp> {
        let scope = match process.names.first()?.trim_start_matches('-') {
            "bash" => Scope::Bash,
            "zsh" => Scope::Zsh,
            "fish" => Scope::Fish,
            _ => return self.in_scopes.values().max().copied(),
        };
        self.in_scopes.get(&scope).copied()
    }
}

/// Those programs, each told once: what a told one started ends or is started anew with it.
pub(in crate::doctor) fn old_programs(
    all: &[Process],
    hash: &str,
    since: &Since,
) -> Vec<OldProgram> {
    let tree = Tree::of(all);
    let told: HashMap<u32, Option<String>> = all
        .iter()
        .filter_map(|process| Some((process.pid, tree.verdict(process, hash, since)?)))
        .collect();
    let mut found: Vec<OldProgram> = all
        .iter()
        .filter(|process| {
            !tree
                .above(process)
                .any(|above| told.contains_key(&above.pid))
        })
        .filter_map(|process| {
            Some(OldProgram {
                name: process.shown_name(),
                pid: process.pid,
                kind: process.kind(),
                holds_masked: told.get(&process.pid)?.clone(),
            })
        })
        .collect();
    found.sort_by_key(|program| (program.holds_masked.is_none(), program.pid));
    found
}

struct Tree<'a> {
    by_pid: HashMap<u32, &'a Process>,
    children: HashMap<u32, Vec<&'a Process>>,
}

impl<'a> Tree<'a> {
    fn of(all: &'a [Process]) -> Self {
        let mut children: HashMap<u32, Vec<&Process>> = HashMap::new();
        for process in all {
            children.entry(process.parent).or_default().push(process);
        }
        Self {
            by_pid: all.iter().map(|process| (process.pid, process)).collect(),
            children,
        }
    }

    /// Its parent, the parent of that, and so on.
    fn above(&self, process: &Process) -> impl Iterator<Item = &'a Process> {
        let first = self.by_pid.get(&process.parent).copied();
        // A list that is read while programs come and go may have a circle in it.
        std::iter::successors(first, |above| self.by_pid.get(&above.parent).copied()).take(64)
    }

    /// Everything that it started, and that those started.
    fn below(&self, process: &Process) -> Vec<&'a Process> {
        let mut found: Vec<&Process> = Vec::new();
        let mut waiting = vec![process.pid];
        while let Some(pid) = waiting.pop() {
            for child in self.children.get(&pid).into_iter().flatten() {
                if found.iter().all(|known| known.pid != child.pid) {
                    found.push(child);
                    waiting.push(child.pid);
                }
            }
        }
        found
    }

    /// What it holds instead of the key, if that is to be told: a masked value, or nothing.
    fn verdict(&self, process: &Process, hash: &str, since: &Since) -> Option<Option<String>> {
        if process.holds(hash) || process.under_sudo.is_some() {
            return None;
        }
        if let Seen::Value(held) = &process.environment {
            // A shell that got an old value from its terminal reads its start-up file after that.
            let is_settled =
                process.kind() == ProgramKind::Shell || process.kind() == ProgramKind::Terminal;
            let is_new = self.began_after(process, since);
            return (!is_settled || !is_new).then(|| held.masked().map(ToOwned::to_owned));
        }
        if process.environment == Seen::Hidden || self.began_after(process, since) {
            return None;
        }
        let below = || self.below(process);
        match process.kind() {
            // What a shell set for itself is not in its own environment, but in that of what it starts.
            ProgramKind::Shell if process.has_terminal => {
                let below = below();
                let hands_on = below.iter().any(|child| child.holds(hash));
                (!hands_on).then(|| below.iter().find_map(|child| masked(child)))
            }
            // An editor asks a shell when it starts, and gives what that said to what it starts itself.
            ProgramKind::Editor => (!below().iter().any(|child| child.holds(hash))).then_some(None),
            ProgramKind::Tool => Some(None),
            ProgramKind::Language if process.has_terminal => Some(None),
            _ => None,
        }
    }

    /// Whether it was started after the key was set, or that cannot be told.
    fn began_after(&self, process: &Process, since: &Since) -> bool {
        match (process.started, since.of(process)) {
            (Some(started), Some(since)) => started >= since,
            _ => true,
        }
    }
}

fn masked(process: &Process) -> Option<String> {
    match &process.environment {
        Seen::Value(held) => held.masked().map(ToOwned::to_owned),
        Seen::Hidden | Seen::Nothing => None,
    }
}
