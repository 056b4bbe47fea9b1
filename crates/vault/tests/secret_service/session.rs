//! A session in a temporary folder: home, runtime folder and, if wanted, a bus on which nothing starts by itself. It
//! ends with the test, and so does everything that was started in it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;
use vault::Keyring;

/// Set in a session to its folder: how a test knows that it is inside, and how its processes are found.
const MARK: &str = "VAULT_TEST_SESSION";

/// Longer than any test inside takes; a hang becomes a failure.
const LIMIT: Duration = Duration::from_secs(120);

/// The buses that a session can have.
#[derive(PartialEq, Eq)]
pub(crate) enum Bus {
    Own,
    None,
}

/// Makes the assertions of a test with the keyring of a session of its own. Outside a session this starts one, in
/// which the same test runs again and comes to the assertions.
pub(crate) fn in_session<F: FnOnce(Keyring)>(bus: Bus, assertions: F) {
    if std::env::var_os(MARK).is_some() {
        assertions(Keyring::new("studio-keys"));
    } else {
        Session::new(bus).run(test_of(&assertions));
    }
}

/// The folder of the session that this process runs in.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os(MARK).unwrap())
}

/// The name under which the test that a closure stands in can be run.
fn test_of<F>(closure: &F) -> &'static str {
    let path = std::any::type_name_of_val(closure);
    let path = path.strip_suffix("::{{closure}}").unwrap();
    path.split_once("::").unwrap().1
}

struct Session {
    folder: TempDir,
    bus: Bus,
}

impl Session {
    fn new(bus: Bus) -> Session {
        for (program, package) in [
            ("dbus-run-session", "dbus-daemon"),
            ("gnome-keyring-daemon", "gnome-keyring"),
        ] {
            assert!(
                is_installed(program),
                "{program} is missing: install the package {package}"
            );
        }
        let folder = tempfile::Builder::new().prefix("vault-").tempdir().unwrap();
        for name in ["home", "run"] {
            let path = folder.path().join(name);
            fs::create_dir(&path).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        }
        Session { folder, bus }
    }

    /// Runs a test of this binary in the session, and makes sure that it ran, that nothing of it is left
    /// running, and that the keyrings of whoever runs the tests are as before.
    fn run(&self, test: &str) {
        let keyrings = own_keyrings();
        let child = self.command(test).spawn().unwrap();
        let output = finish(child);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("1 passed"),
            "{test} did not pass in its session ({})\n{said}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        self.assert_nothing_runs();
        assert_eq!(keyrings, own_keyrings(), "a keyring outside was touched");
    }

    fn command(&self, test: &str) -> Command {
        let binary = std::env::current_exe().unwrap();
        let mut command = match self.bus {
            Bus::Own => {
                let mut command = Command::new("dbus-run-session");
                command
                    .arg("--config-file")
                    .arg(self.bus_config())
                    .arg("--")
                    .arg(binary);
                command
            }
            Bus::None => Command::new(binary),
        };
        let home = self.folder.path().join("home");
        command
            .args(["--exact", test])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", &home)
            .env("XDG_RUNTIME_DIR", self.folder.path().join("run"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("LANG", "C.UTF-8")
            .env(MARK, self.folder.path())
            .current_dir(&home)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0);
        command
    }

    /// A bus with its socket in the session's folder, and without the folders of services that would start by
    /// themselves.
    fn bus_config(&self) -> PathBuf {
        let path = self.folder.path().join("bus.conf");
        let socket_folder = self.folder.path().join("run");
        fs::write(
            &path,
            format!(
                r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
                socket_folder.display()
            ),
        )
        .unwrap();
        path
    }

    /// Everything started in the session carries its mark. What was told to end gets a moment for it.
    fn assert_nothing_runs(&self) {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let left = processes_marked(self.folder.path());
            if left.is_empty() {
                return;
            }
            assert!(Instant::now() < deadline, "still running: {left:?}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Waits for the child; one that hangs is ended with everything in its process group.
fn finish(child: Child) -> Output {
    let group = format!("-{}", child.id());
    let waiting = thread::spawn(move || child.wait_with_output().unwrap());
    let deadline = Instant::now() + LIMIT;
    while !waiting.is_finished() {
        if Instant::now() > deadline {
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    waiting.join().unwrap()
}

fn is_installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The keyring files of whoever runs the tests, with their times; empty where there are none.
fn own_keyrings() -> BTreeMap<PathBuf, SystemTime> {
    let Some(home) = std::env::var_os("HOME") else {
        return BTreeMap::new();
    };
    let Ok(entries) = fs::read_dir(Path::new(&home).join(".local/share/keyrings")) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.path(), entry.metadata().unwrap().modified().unwrap()))
        .collect()
}

/// The processes that were started in the session of this folder.
fn processes_marked(folder: &Path) -> Vec<PathBuf> {
    let mark = format!("{MARK}={}\0", folder.display()).into_bytes();
    fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| {
            let process = entry.ok()?.path();
            let environment = fs::read(process.join("environ")).ok()?;
            environment
                .windows(mark.len())
                .any(|window| window == mark)
                .then_some(process)
        })
        .collect()
}
