//! A real user manager of systemd, for a test alone: in a mount namespace of its own that looks as if systemd had started the
//! system, with no units but an empty target, its runtime folder below the test's.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where Debian and others keep it.
const SYSTEMD: &str = "/lib/systemd/systemd";

const START: &str = "mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system && exec \"$0\" --user --unit=basic.target";

/// It ends with this.
pub struct UserManager {
    child: Child,
    pub runtime: PathBuf,
}

impl UserManager {
    /// Whether a namespace can be made here, which some containers forbid. Says so where it cannot.
    #[allow(
        clippy::print_stderr,
        reason = "whoever reads the tests is told what was not tried"
    )]
    pub fn is_possible() -> bool {
        let mut asked = Command::new("unshare");
        asked.args([
            "--mount",
            "--map-root-user",
            "mount",
            "-t",
            "tmpfs",
            "tmpfs",
            "/run",
        ]);
        let is_possible = asked.output().unwrap().status.success();
        if !is_possible {
            eprintln!(
                "no namespaces here: the real user manager is not tried, only what it would be told"
            );
        }
        is_possible
    }

    /// Starts one and waits until it answers.
    pub fn start(root: &Path) -> Self {
        Self::start_at(root, root)
    }

    /// The same of the user whose home folder this is.
    pub fn start_at(root: &Path, home: &Path) -> Self {
        assert!(
            Path::new(SYSTEMD).exists(),
            "install the package systemd: its user manager is told what is set"
        );
        let (runtime, units) = (root.join("run"), root.join("units"));
        for folder in [&runtime, &units] {
            std::fs::create_dir_all(folder).unwrap();
        }
        std::fs::write(units.join("basic.target"), "[Unit]\n").unwrap();
        let child = Command::new("unshare")
            .args([
                "--mount",
                "--map-root-user",
                "/bin/sh",
                "-c",
                START,
                SYSTEMD,
            ])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("SYSTEMD_UNIT_PATH", &units)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let manager = Self { child, runtime };
        let patience = Instant::now();
        while manager.environment().is_none() {
            assert!(
                patience.elapsed() < Duration::from_secs(20),
                "the user manager does not answer"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        manager
    }

    /// What it gives to the programs that it starts, a variable a line; none if it does not answer.
    pub fn environment(&self) -> Option<BTreeSet<String>> {
        let asked = Command::new("systemctl")
            .args(["--user", "show-environment"])
            .env("XDG_RUNTIME_DIR", &self.runtime)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&asked.stdout);
        let lines = said.lines().map(str::to_owned).collect();
        asked.status.success().then_some(lines)
    }
}

impl Drop for UserManager {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
