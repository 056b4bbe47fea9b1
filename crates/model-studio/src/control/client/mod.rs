//! The clients of the control plane and of the Security Token Service: sign, send, wait, and read the answer. One file a
//! noun holds its operations.

mod api_keys;
mod batch;
mod billing;
mod connection;
mod identity;
mod limits;
mod models;
mod nonces;
mod page;
mod permissions;
mod send;
mod workspaces;

use std::sync::Arc;

use url::Url;

use crate::acs3::AccessKey;
use crate::clock::Clock;

use super::API_VERSION;
use connection::Connection;

pub use api_keys::{CreateApiKey, ListApiKeys, NewApiKey, Order, OrderBy, UpdateApiKey};
pub use batch::{Batch, BatchOutcome, LARGEST_BATCH};
pub use billing::{BillingLocale, GetBillingOverview, GetBillingTrend, Granularity};
pub use identity::{IdentityClient, STS_ENDPOINT};
pub use limits::{ListModelLimits, UpdateModelLimits};
pub use models::ListModels;
pub use nonces::{Nonces, RandomNonces};
pub use page::Page;
pub use permissions::{ListModelPermissions, UpdateModelPermissions};
pub use workspaces::{CreateWorkspace, ListWorkspaces};

/// Speaks to one control plane with one AccessKey. Clones speak over the same connections, and calls may run side by side.
#[derive(Debug, Clone)]
pub struct ControlClient {
    connection: Connection,
}

impl ControlClient {
    /// A client for the control plane at `endpoint`, of which the scheme, the host and the port count.
    pub fn new(http: reqwest::Client, endpoint: Url, access_key: AccessKey) -> ControlClient {
        ControlClient {
            connection: Connection::new(http, endpoint, access_key, API_VERSION),
        }
    }

    /// Takes the time from another clock.
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> ControlClient {
        self.connection.clock = clock;
        self
    }

    /// Takes nonces from another source.
    pub fn with_nonces(mut self, nonces: Arc<dyn Nonces>) -> ControlClient {
        self.connection.nonces = nonces;
        self
    }
}
