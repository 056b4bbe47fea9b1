//! The process ends between every two steps, for good: then undo puts the registry back as it was.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use machine::{ChangeState, Steps};

use crate::world::{VARIABLE, World, value};

const ROOT: &str = "MACHINE_TEST_ROOT";
const BELOW: &str = "MACHINE_TEST_BELOW";
const ACT: &str = "MACHINE_TEST_ACT";
const AT: &str = "MACHINE_TEST_KILL_AT";
const KILLED: i32 = 77;

/// Ends the process at the step of this number. Nothing that stands open is finished.
struct KillAt {
    number: usize,
    reached: AtomicUsize,
}

impl Steps for KillAt {
    fn reached(&self, _step: &'static str) {
        if self.reached.fetch_add(1, Ordering::SeqCst) == self.number {
            std::process::exit(KILLED);
        }
    }
}

/// Not a test of its own: the process that ends.
#[test]
#[ignore = "started by the other tests"]
fn killed() {
    let told = |name| std::env::var(name).unwrap();
    let world = World::at(Path::new(&told(ROOT)), &told(BELOW));
    let steps = KillAt {
        number: told(AT).parse().unwrap(),
        reached: AtomicUsize::new(0),
    };
    match told(ACT).as_str() {
        "apply" => {
            let plan = world.plan("b").unwrap();
            machine::apply(&world.surroundings, &plan, &value("b"), &steps).unwrap();
        }
        change => {
            world.undo_with(change, &steps);
        }
    }
}

/// Runs it in a process of its own. Whether it ended at that step.
fn run_and_kill(world: &World, act: &str, number: usize) -> bool {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "interrupted::killed", "--ignored"])
        .env(ROOT, &world.root)
        .env(BELOW, &world.below)
        .env(ACT, act)
        .env(AT, number.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(
        status.success() || status.code() == Some(KILLED),
        "{act} at {number}: {status}"
    );
    !status.success()
}

/// With a value of somebody's, and a first key over it.
fn world() -> (World, String) {
    let world = World::new();
    world
        .key()
        .set_expand_string(VARIABLE, "sk-theirs")
        .unwrap();
    let first = world.set("a").id;
    (world, first)
}

#[test]
fn a_change_that_was_interrupted_is_put_back() {
    let mut number = 0;
    loop {
        let (world, first) = world();
        let before = world.values();
        let ended = run_and_kill(&world, "apply", number);
        for change in machine::changes(&world.surroundings).unwrap() {
            if change.id != first {
                let expected = if ended {
                    change.state
                } else {
                    ChangeState::Active
                };
                assert_eq!(change.state, expected);
                world.undo(&change.id);
            }
        }
        assert_eq!(world.values(), before, "ended at {number}");
        if !ended {
            break;
        }
        number += 1;
    }
    assert!(number >= 5, "{number} steps");
}

#[test]
fn an_undo_that_was_interrupted_is_finished() {
    let mut number = 0;
    loop {
        let (world, first) = world();
        let ended = run_and_kill(&world, &first, number);
        if ended && machine::changes(&world.surroundings).unwrap()[0].state != ChangeState::Undone {
            world.undo(&first);
        }
        let now = world.now().unwrap();
        assert_eq!(
            now,
            (windows_registry::Type::ExpandString, "sk-theirs".to_owned())
        );
        if !ended {
            break;
        }
        number += 1;
    }
    assert!(number >= 5, "{number} steps");
}

/// Whichever of the two is taken back first.
#[test]
fn a_value_of_somebodys_outlives_a_change_that_was_made_over_an_interrupted_one() {
    for newest_first in [true, false] {
        let mut number = 0;
        loop {
            let world = World::new();
            let key = world.key();
            key.set_expand_string(VARIABLE, "sk-theirs").unwrap();
            let before = world.values();
            let ended = run_and_kill(&world, "apply", number);
            world.set("c");
            let mut changes = machine::changes(&world.surroundings).unwrap();
            if !newest_first {
                changes.reverse();
            }
            for change in &changes {
                world.undo(&change.id);
            }
            assert_eq!(world.values(), before, "ended at {number}, {newest_first}");
            if !ended {
                break;
            }
            number += 1;
        }
        assert!(number >= 5, "{number} steps");
    }
}
