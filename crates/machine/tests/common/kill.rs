//! A process that ends itself between two steps. Each test file that uses it has an ignored test named `killed`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use machine::Steps;

use super::{World, system};

const ROOT: &str = "MACHINE_TEST_ROOT";
const ACT: &str = "MACHINE_TEST_ACT";
const AT: &str = "MACHINE_TEST_KILL_AT";

/// Ends the process at the step of this number, as a power cut would.
pub struct KillAt {
    number: usize,
    reached: AtomicUsize,
}

impl Steps for KillAt {
    fn reached(&self, _step: &'static str) {
        if self.reached.fetch_add(1, Ordering::SeqCst) == self.number {
            system::end_this_process();
        }
    }
}

/// In the process that is killed: the computer, what to do, and the steps.
pub fn told() -> (World, String, KillAt) {
    let world = World::at(Path::new(&std::env::var(ROOT).unwrap()));
    let steps = KillAt {
        number: std::env::var(AT).unwrap().parse().unwrap(),
        reached: AtomicUsize::new(0),
    };
    (world, std::env::var(ACT).unwrap(), steps)
}

/// Runs it in a process of its own. Whether it was killed.
pub fn run_and_kill(world: &World, act: &str, number: usize) -> bool {
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
        status.success() || system::was_ended(status),
        "{act} at {number}: {status}"
    );
    !status.success()
}
