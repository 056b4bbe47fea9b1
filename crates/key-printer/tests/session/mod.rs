//! A session of its own for a test or a measurement: a bus, GNOME Keyring with an unlocked keyring, a home in a temporary folder.
//! The process starts itself once more inside it, so that neither the keyring nor the environment of whoever runs this is
//! touched.

#![allow(dead_code, unreachable_pub, reason = "each program uses its own part")]

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use vault::{Catalog, ItemName, KeyOrigin, KeyRecord, Keyring, PrintReason, SecretStore};

/// Set in a session to its folder.
const MARK: &str = "KEY_PRINTER_SESSION";

pub const PLACE: &str = "this-computer";
pub const VALUE: &str = "sk-ws-printed-0123456789abcdef";

/// The program that is tested.
pub const PRINTER: &str = env!("CARGO_BIN_EXE_studio-keys-key");

/// Makes `work` in a session; outside of one, starts one in which this program does the same with `arguments`.
pub fn in_session(arguments: &[&str], work: impl FnOnce(&Session)) {
    if let Some(folder) = std::env::var_os(MARK) {
        let session = Session::begin(PathBuf::from(folder));
        work(&session);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let run = folder.path().join("run");
    std::fs::create_dir(&run).unwrap();
    std::fs::set_permissions(&run, std::fs::Permissions::from_mode(0o700)).unwrap();
    let output = Command::new("dbus-run-session")
        .arg("--")
        .arg(std::env::current_exe().unwrap())
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", folder.path())
        .env("XDG_RUNTIME_DIR", &run)
        .env("XDG_DATA_HOME", folder.path().join("data"))
        .env(MARK, folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    print(&said);
}

/// What a measurement said in its session.
fn print(said: &str) {
    let _ = std::io::stdout().write_all(said.as_bytes());
}

pub struct Session {
    folder: PathBuf,
    daemon: Child,
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Whether a keyring serves this bus. If none does yet, to ask one for anything would have the bus start a second, and that one is
/// locked.
fn is_served() -> bool {
    let asked = Command::new("dbus-send")
        .args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets",
        ])
        .output();
    asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("boolean true"))
}

impl Session {
    fn begin(folder: PathBuf) -> Self {
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("install the package gnome-keyring: it is tested");
        daemon.stdin.take().unwrap().write_all(b"password").unwrap();
        let session = Self { folder, daemon };
        let patience = Instant::now();
        while !is_served() || session.put("0", "probe").is_err() {
            assert!(patience.elapsed() < Duration::from_secs(20), "no keyring");
            std::thread::sleep(Duration::from_millis(20));
        }
        session
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("data").join(vault::OWN_FOLDER)
    }

    pub fn catalog(&self) -> Catalog {
        Catalog::open(&self.data().join(vault::CATALOG_FILE)).unwrap()
    }

    pub fn put(&self, id: &str, value: &str) -> Result<(), vault::StoreError> {
        let name = ItemName::key(PLACE, id);
        Keyring::new(Keyring::SERVICE).put(&name, &SecretString::from(value))
    }

    /// A key that is kept, and printed if it is `allowed`.
    pub fn key(&self, id: i64, allowed: bool) {
        self.put(&id.to_string(), VALUE).unwrap();
        let catalog = self.catalog();
        catalog
            .remember_key(&KeyRecord {
                region: PLACE.to_owned(),
                api_key_id: id,
                description: String::new(),
                masked: String::new(),
                workspace_id: String::new(),
                workspace_name: String::new(),
                created_by: String::new(),
                gmt_create: 1,
                kept_at: Some(1),
                host: None,
                plan: None,
                origin: KeyOrigin::Created,
            })
            .unwrap();
        if allowed {
            catalog
                .allow_printing(PLACE, id, PrintReason::Variable)
                .unwrap();
        }
    }

    pub fn lock(&self) {
        let locked = Command::new("dbus-send")
            .args([
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login",
            ])
            .output()
            .unwrap();
        assert!(locked.status.success(), "{locked:?}");
    }

    /// Asks for a key as a shell does.
    pub fn print(&self, key: &str) -> Output {
        ask(&["print", key])
    }
}

pub fn ask(arguments: &[&str]) -> Output {
    Command::new(PRINTER)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Whether a file below `folder` has these bytes.
pub fn is_in_a_file(folder: &Path, text: &str) -> bool {
    folder.read_dir().unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_in_a_file(&path, text);
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    })
}
