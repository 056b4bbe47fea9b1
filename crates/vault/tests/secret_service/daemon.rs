//! GNOME Keyring, started and ended by a test inside a session.

use std::io::Write;
use std::process::{Child, Command, Stdio};

/// The running daemon. It ends with this value.
pub(crate) struct Daemon(Child);

/// The password of the login keyring.
pub(crate) const PASSWORD: &[u8] = b"password of the login keyring";

impl Daemon {
    /// Starts with the login keyring unlocked; creates it if there is none.
    pub(crate) fn unlocked() -> Daemon {
        let mut child = daemon(&["--foreground", "--unlock", "--components=secrets"]);
        child.stdin.take().unwrap().write_all(PASSWORD).unwrap();
        Daemon(child)
    }

    /// Starts without a password: what is there stays locked.
    pub(crate) fn locked() -> Daemon {
        let mut child = daemon(&["--foreground", "--components=secrets"]);
        drop(child.stdin.take());
        Daemon(child)
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn daemon(arguments: &[&str]) -> Child {
    Command::new("gnome-keyring-daemon")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}
