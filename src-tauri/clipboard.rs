//! The system's clipboard for secrets, kept out of its history and of its copies in the cloud where the system can.
//! What is not secret goes through the plugin.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use actions::{Clipboard, ClipboardError};
use arboard::{Error, Set};
use secrecy::{ExposeSecret, SecretString};

/// The clipboard, opened at its first use: on Linux it is a connection, and what was copied is there as long as it is.
#[derive(Default)]
pub struct SystemClipboard {
    connection: Mutex<Option<arboard::Clipboard>>,
}

impl fmt::Debug for SystemClipboard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SystemClipboard")
            .finish_non_exhaustive()
    }
}

impl SystemClipboard {
    fn with<T>(
        &self,
        work: impl FnOnce(&mut arboard::Clipboard) -> Result<T, Error>,
    ) -> Result<T, ClipboardError> {
        let mut connection: MutexGuard<'_, _> = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let open = match connection.take() {
            Some(open) => Ok(open),
            None => arboard::Clipboard::new(),
        };
        let result = open.and_then(|open| work(connection.insert(open)));
        result.map_err(|error| ClipboardError {
            detail: error.to_string(),
        })
    }
}

impl Clipboard for SystemClipboard {
    fn put_secret(&self, text: &SecretString) -> Result<(), ClipboardError> {
        // EXPOSE: the user asked for it on the clipboard.
        self.with(|open| out_of_history(open.set()).text(text.expose_secret()))
    }

    fn read(&self) -> Result<Option<SecretString>, ClipboardError> {
        self.with(|open| match open.get_text() {
            Ok(text) => Ok(Some(SecretString::from(text))),
            Err(Error::ContentNotAvailable) => Ok(None),
            Err(other) => Err(other),
        })
    }

    fn clear(&self) -> Result<(), ClipboardError> {
        self.with(arboard::Clipboard::clear)
    }
}

#[cfg(target_os = "linux")]
fn out_of_history(set: Set<'_>) -> Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn out_of_history(set: Set<'_>) -> Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn out_of_history(set: Set<'_>) -> Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_cloud()
        .exclude_from_history()
        .exclude_from_monitoring()
}
