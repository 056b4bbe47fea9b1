//! Asking the Security Token Service who an AccessKey belongs to. It needs no right, so it also tells a wrong key from one
//! that may do nothing.

use std::sync::Arc;

use url::Url;

use crate::acs3::AccessKey;
use crate::clock::Clock;
use crate::control::ControlError;
use crate::control::operation::{Method, Operation};
use crate::control::wire::CallerIdentity;

use super::Nonces;
use super::connection::Connection;

/// Where the Security Token Service is, for every region of both sites.
pub const STS_ENDPOINT: &str = "https://sts.aliyuncs.com";

const STS_VERSION: &str = "2015-04-01";

/// Speaks to the Security Token Service with one AccessKey.
#[derive(Debug, Clone)]
pub struct IdentityClient {
    connection: Connection,
}

impl IdentityClient {
    /// A client for the service at `endpoint`, of which the scheme, the host and the port count.
    pub fn new(http: reqwest::Client, endpoint: Url, access_key: AccessKey) -> IdentityClient {
        IdentityClient {
            connection: Connection::new(http, endpoint, access_key, STS_VERSION),
        }
    }

    /// Takes the time from another clock.
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> IdentityClient {
        self.connection.clock = clock;
        self
    }

    /// Takes nonces from another source.
    pub fn with_nonces(mut self, nonces: Arc<dyn Nonces>) -> IdentityClient {
        self.connection.nonces = nonces;
        self
    }

    /// Who the AccessKey belongs to.
    pub async fn get_caller_identity(&self) -> Result<CallerIdentity, ControlError> {
        let operation = Operation::new("GetCallerIdentity", Method::Post, &[]).that_reads();
        self.connection.identity(&operation).await
    }
}
