//! The process is killed between every two steps, for good: then undo puts back every byte.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use common::{ALL, Entry, World, value, wish};
use machine::{ChangeState, Steps};

const ROOT: &str = "MACHINE_TEST_ROOT";
const ACT: &str = "MACHINE_TEST_ACT";
const AT: &str = "MACHINE_TEST_KILL_AT";

/// Ends the process at the step of this number, as a power cut would.
struct KillAt {
    number: usize,
    reached: AtomicUsize,
}

impl Steps for KillAt {
    fn reached(&self, _step: &'static str) {
        if self.reached.fetch_add(1, Ordering::SeqCst) == self.number {
            let own = rustix::process::getpid();
            rustix::process::kill_process(own, rustix::process::Signal::KILL).unwrap();
        }
    }
}

/// Not a test of its own: the process that is killed.
#[test]
#[ignore = "started by the other tests"]
fn killed() {
    let world = World::at(Path::new(&std::env::var(ROOT).unwrap()));
    let number = std::env::var(AT).unwrap().parse().unwrap();
    let steps = KillAt {
        number,
        reached: AtomicUsize::new(0),
    };
    match std::env::var(ACT).unwrap().as_str() {
        "apply" => {
            let plan = plan_second(&world);
            machine::apply(&world.surroundings, &plan, &value("b"), &steps).unwrap();
        }
        id => {
            machine::undo(
                &world.surroundings,
                id,
                &|key| machine::Earlier::Value(value(&key.api_key_id)),
                &steps,
            )
            .unwrap();
        }
    }
}

/// Runs it in a process of its own. Whether it was killed.
fn run_and_kill(world: &World, act: &str, number: usize) -> bool {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed", "--ignored"])
        .env(ROOT, &world.root)
        .env(ACT, act)
        .env(AT, number.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(
        status.success() || status.signal() == Some(9),
        "{act} at {number}: {status}"
    );
    !status.success()
}

/// The second key, with a line of somebody's commented out.
fn plan_second(world: &World) -> machine::Plan {
    let mut wish = wish("b", &ALL);
    let plan = machine::plan(&world.surroundings, &wish, &value("b")).unwrap();
    wish.comment_out = plan.foreign.iter().map(|line| line.id.clone()).collect();
    assert_eq!(wish.comment_out.len(), 1);
    machine::plan(&world.surroundings, &wish, &value("b")).unwrap()
}

type Files = BTreeMap<PathBuf, Entry>;

/// A computer with a first key set, and its files before and after that.
fn world() -> (World, String, Files, Files) {
    let world = World::new();
    world.write(
        ".bashrc",
        "export DASHSCOPE_API_KEY=sk-somebody-elses\nalias a=b",
    );
    world.write(".zshrc", "alias a=b\r\n");
    let before = world.snapshot();
    // Not zsh and the desktop: the second key makes files there.
    let first = world.set("a", &[ALL[0], ALL[2]]).unwrap();
    let with_first = world.snapshot();
    (world, first.id, before, with_first)
}

#[test]
fn apply() {
    let mut kills = 0;
    loop {
        let (world, first, before, with_first) = world();
        if !run_and_kill(&world, "apply", kills) {
            break;
        }
        let newest = machine::changes(&world.surroundings).unwrap().remove(0);
        if newest.id != first {
            assert!(
                matches!(newest.state, ChangeState::Unfinished | ChangeState::Active),
                "{kills}"
            );
            let undone = world.undo(&newest.id).unwrap();
            assert!(undone.left_alone.is_empty(), "{kills}");
        }
        world.assert_as(&with_first, &format!("killed at step {kills}"));
        world.undo(&first).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills > 20, "{kills}");
}

#[test]
fn undo() {
    let mut kills = 0;
    loop {
        let (world, first, before, with_first) = world();
        let plan = plan_second(&world);
        let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
        if !run_and_kill(&world, &second.id, kills) {
            break;
        }
        let state = machine::changes(&world.surroundings)
            .unwrap()
            .remove(0)
            .state;
        if state != ChangeState::Undone {
            let undone = world.undo(&second.id).unwrap();
            assert!(undone.left_alone.is_empty(), "{kills}");
        }
        world.assert_as(&with_first, &format!("killed at step {kills}"));
        world.undo(&first).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills > 15, "{kills}");
}

/// Undo of the older change, which hands its commented line to the newer one.
#[test]
fn undo_of_the_older() {
    let mut kills = 0;
    loop {
        let world = World::new();
        world.write(".bashrc", "export DASHSCOPE_API_KEY=sk-somebody-elses\n");
        let before = world.snapshot();
        let plan = plan_second(&world);
        let older = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
        let newer = world.set("c", &ALL).unwrap();
        let with_newer = world.snapshot();
        if !run_and_kill(&world, &older.id, kills) {
            break;
        }
        if machine::changes(&world.surroundings).unwrap()[1].state != ChangeState::Undone {
            world.undo(&older.id).unwrap();
        }
        world.assert_as(&with_newer, &format!("killed at step {kills}"));
        world.undo(&newer.id).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills >= 8, "{kills}");
}
