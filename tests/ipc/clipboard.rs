//! A clipboard of the test's own, so that no test touches the user's.

use std::sync::{Arc, Mutex};

use actions::{Clipboard, ClipboardError};
use secrecy::{ExposeSecret, SecretString};

/// Clones share their content.
#[derive(Clone, Default)]
pub(crate) struct OwnClipboard {
    text: Arc<Mutex<Option<String>>>,
}

impl OwnClipboard {
    pub(crate) fn text(&self) -> Option<String> {
        self.text.lock().expect("not poisoned").clone()
    }

    pub(crate) fn copy(&self, text: &str) {
        *self.text.lock().expect("not poisoned") = Some(text.to_owned());
    }
}

impl Clipboard for OwnClipboard {
    fn put_secret(&self, text: &SecretString) -> Result<(), ClipboardError> {
        // EXPOSE: the clipboard is where it is to be.
        self.copy(text.expose_secret());
        Ok(())
    }

    fn read(&self) -> Result<Option<SecretString>, ClipboardError> {
        Ok(self.text().map(SecretString::from))
    }

    fn clear(&self) -> Result<(), ClipboardError> {
        *self.text.lock().expect("not poisoned") = None;
        Ok(())
    }
}
