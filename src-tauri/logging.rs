//! The log: what this program did, in a file of the data folder, and warnings on stderr. Not what passed through it: no
//! bodies, no headers, no values. A panic is logged with its place and without its message, which may quote a value.

use std::{io, panic, path::Path, path::PathBuf};

use tracing::Level;
use tracing_subscriber::{
    Layer,
    filter::{LevelFilter, Targets},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

use crate::log_file::LogFile;

/// Our own rooms, which say what they do.
const OURS: [&str; 6] = [
    "actions",
    "local_studio",
    "machine",
    "model_studio",
    "studio_keys_shell",
    "vault",
];

const FILE_LIMIT: u64 = 1024 * 1024;
const FILES_KEPT: u32 = 3;

/// Starts logging into `folder`. Without one, or where it cannot be written, stderr alone is used: no log is no reason
/// not to start.
pub(crate) fn start(folder: Option<&Path>) -> Option<PathBuf> {
    let opened = folder.map(|folder| LogFile::open(folder, FILE_LIMIT, FILES_KEPT));
    let (file, refusal) = match opened.transpose() {
        Ok(file) => (file, None),
        Err(error) => (None, Some(error)),
    };
    let path = file.as_ref().map(LogFile::path);
    let to_file = file.map(|file| {
        tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .with_writer(file)
    });
    let to_stderr = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(io::stderr)
        .with_filter(LevelFilter::WARN);
    // Already started: only in a process that starts the program twice, where the first one's log goes on.
    let _ = tracing_subscriber::registry()
        .with(told())
        .with(to_file)
        .with(to_stderr)
        .try_init();
    if let Some(error) = refusal {
        tracing::warn!(folder = ?folder, %error, "no log file");
    }
    panic::set_hook(Box::new(log_panic));
    path
}

/// Libraries say only what went wrong, because their details may hold requests.
fn told() -> Targets {
    Targets::new()
        .with_default(Level::WARN)
        .with_targets(OURS.map(|room| (room, Level::INFO)))
}

fn log_panic(panic: &panic::PanicHookInfo<'_>) {
    let thread = std::thread::current();
    match panic.location() {
        Some(place) => tracing::error!(
            file = place.file(),
            line = place.line(),
            thread = thread.name(),
            "panicked"
        ),
        None => tracing::error!(thread = thread.name(), "panicked"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0
                .lock()
                .expect("not poisoned")
                .extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn libraries_say_only_what_went_wrong() {
        let told = told();
        for (target, level, is_told) in [
            ("vault::catalog", Level::INFO, true),
            ("vault::catalog", Level::DEBUG, false),
            ("hyper_util::client", Level::INFO, false),
            ("hyper_util::client", Level::WARN, true),
        ] {
            assert_eq!(told.would_enable(target, &level), is_told, "{target}");
        }
    }

    #[test]
    fn a_panic_is_logged_with_its_place_and_without_its_message() {
        let written = Written::default();
        let writer = written.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(log_panic));
        let ended = tracing::subscriber::with_default(subscriber, || {
            panic::catch_unwind(|| panic!("the value was {}", "sk-ws-secret"))
        });
        panic::set_hook(usual);
        assert!(ended.is_err());
        let log = String::from_utf8(written.0.lock().expect("not poisoned").clone()).expect("text");
        assert!(
            log.contains("panicked") && log.contains("logging.rs"),
            "{log}"
        );
        assert!(
            !log.contains("sk-ws-secret") && !log.contains("the value was"),
            "{log}"
        );
    }
}
