//! The client of the control plane: signs, sends, waits, and reads the answer. One file a noun holds its operations.

mod api_keys;
mod models;
mod nonces;
mod page;
mod send;
mod workspaces;

use std::sync::Arc;

use url::Url;

use crate::acs3::AccessKey;
use crate::clock::{Clock, SystemClock};

pub use api_keys::{CreateApiKey, ListApiKeys, NewApiKey, Order, OrderBy, UpdateApiKey};
pub use models::ListModels;
pub use nonces::{Nonces, RandomNonces};
pub use page::Page;
pub use workspaces::{CreateWorkspace, ListWorkspaces};

/// Speaks to one control plane with one AccessKey.
#[derive(Clone)]
pub struct ControlClient {
    http: reqwest::Client,
    endpoint: Url,
    access_key: AccessKey,
    clock: Arc<dyn Clock>,
    nonces: Arc<dyn Nonces>,
}

impl ControlClient {
    /// A client for the control plane at `endpoint`, of which the scheme, the host and the port count.
    pub fn new(http: reqwest::Client, endpoint: Url, access_key: AccessKey) -> ControlClient {
        ControlClient {
            http,
            endpoint,
            access_key,
            clock: Arc::new(SystemClock),
            nonces: Arc::new(RandomNonces),
        }
    }

    /// Takes the time from another clock.
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> ControlClient {
        ControlClient { clock, ..self }
    }

    /// Takes nonces from another source.
    pub fn with_nonces(self, nonces: Arc<dyn Nonces>) -> ControlClient {
        ControlClient { nonces, ..self }
    }
}

impl std::fmt::Debug for ControlClient {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ControlClient")
            .field("endpoint", &self.endpoint.as_str())
            .field("access_key", &self.access_key)
            .finish_non_exhaustive()
    }
}
