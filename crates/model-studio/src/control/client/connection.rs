//! One endpoint, and what is needed to be heard there. What is sent and read is in `send`.

use std::sync::Arc;

use url::Url;

use crate::acs3::AccessKey;
use crate::clock::{Clock, SystemClock};

use super::{Nonces, RandomNonces};

/// Speaks to one endpoint, one version of one API, with one AccessKey.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) http: reqwest::Client,
    pub(super) endpoint: Url,
    pub(super) access_key: AccessKey,
    pub(super) version: &'static str,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) nonces: Arc<dyn Nonces>,
}

impl Connection {
    pub(super) fn new(
        http: reqwest::Client,
        endpoint: Url,
        access_key: AccessKey,
        version: &'static str,
    ) -> Connection {
        Connection {
            http,
            endpoint,
            access_key,
            version,
            clock: Arc::new(SystemClock),
            nonces: Arc::new(RandomNonces),
        }
    }
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Connection")
            .field("endpoint", &self.endpoint.as_str())
            .field("version", &self.version)
            .field("access_key", &self.access_key)
            .finish_non_exhaustive()
    }
}
