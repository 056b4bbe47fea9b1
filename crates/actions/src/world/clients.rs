//! HTTP clients, made once for each authority that is trusted and each reach: their connections are kept open.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use model_studio::{HttpClientError, Reach, http_client, http_client_trusting};

use super::{World, blocking};
use crate::failure::Failure;
use crate::places::origin;

/// The largest file of certificates that is read: all that a system trusts is far smaller.
const LARGEST_CA_FILE: u64 = 4 * 1024 * 1024;

/// The clients that were made since the start.
#[derive(Default)]
pub(crate) struct Clients {
    made: Mutex<HashMap<(Reach, Option<String>), reqwest::Client>>,
}

impl World {
    /// The client that reaches an origin, and trusts besides the system's the authorities of a file, if one is named.
    ///
    /// # Errors
    /// [`Failure::CaFileUnusable`], [`Failure::Interrupted`].
    pub(crate) async fn http(
        &self,
        origin: &str,
        ca_file: Option<&str>,
    ) -> Result<reqwest::Client, Failure> {
        let name = (origin::reach(origin), ca_file.map(str::to_owned));
        let made = &self.clients.made;
        if let Some(client) = lock(made).get(&name) {
            return Ok(client.clone());
        }
        let (reach, file) = name.clone();
        let client = blocking(move || build(reach, file.as_deref())).await??;
        lock(made).insert(name, client.clone());
        Ok(client)
    }

    /// Forgets the clients that trust a file: it may hold other certificates now.
    pub(crate) fn forget_clients(&self, ca_file: &str) {
        lock(&self.clients.made).retain(|(_, file), _| file.as_deref() != Some(ca_file));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn build(reach: Reach, ca_file: Option<&str>) -> Result<reqwest::Client, Failure> {
    let Some(path) = ca_file else {
        return http_client(reach).map_err(|error| {
            tracing::error!(%error, "no HTTP client");
            Failure::Interrupted
        });
    };
    let unusable = |reason: String| Failure::CaFileUnusable {
        path: path.to_owned(),
        reason,
    };
    let authorities = read(Path::new(path)).map_err(|error| unusable(error.to_string()))?;
    http_client_trusting(reach, &authorities).map_err(|error| match error {
        HttpClientError::CertificatesUnreadable => unusable(error.to_string()),
        HttpClientError::SetUp(_) => {
            tracing::error!(%error, "no HTTP client");
            Failure::Interrupted
        }
    })
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    // A pipe or a device would never end.
    let known = std::fs::metadata(path)?;
    if !known.is_file() || known.len() > LARGEST_CA_FILE {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::read(path)
}
