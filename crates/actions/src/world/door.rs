//! Where a call with a key goes. The account's secret is not needed for it, so it is not read.

use std::sync::Arc;

use super::World;
use crate::failure::Failure;
use crate::keys::known_here::known_of_hosts;
use crate::typed;
use crate::wire::{HostView, KeyRef};

/// The data plane as one key reaches it.
pub(crate) struct Door {
    /// The client: past any proxy where the origin is this computer's, with the account's authorities elsewhere.
    pub(crate) http: reqwest::Client,
    /// The origin, such as `https://dashscope.aliyuncs.com`.
    pub(crate) origin: String,
}

impl World {
    /// The host in use of a key, with a client that reaches it.
    ///
    /// # Errors
    /// [`Failure::HostUnknown`], [`Failure::LocalStudioStopped`], [`Failure::CaFileUnusable`], and what is wrong with the
    /// catalog.
    pub(crate) async fn door(self: &Arc<Self>, key: &KeyRef) -> Result<Door, Failure> {
        let host = self.hosts_of(key).await?.into_iter().next();
        let origin = host.ok_or(Failure::HostUnknown)?.origin;
        self.door_to(key, origin).await
    }

    /// One of the hosts of a key, chosen for this call.
    ///
    /// # Errors
    /// As [`World::door`]; [`Failure::HostUnknown`] for an origin that is none of the key's.
    pub(crate) async fn door_at(
        self: &Arc<Self>,
        key: &KeyRef,
        origin: &str,
    ) -> Result<Door, Failure> {
        let hosts = self.hosts_of(key).await?;
        let host = hosts.into_iter().find(|host| host.origin == origin);
        let origin = host.ok_or(Failure::HostUnknown)?.origin;
        self.door_to(key, origin).await
    }

    /// Where a key can be used, the host in use first. Asks nobody.
    ///
    /// # Errors
    /// As [`World::door`].
    pub(crate) async fn hosts_of(self: &Arc<Self>, key: &KeyRef) -> Result<Vec<HostView>, Failure> {
        let id = typed::key_id(&key.api_key_id)?;
        let known = known_of_hosts(self, &key.region).await?;
        if let Some(failure) = known.stopped() {
            return Err(failure);
        }
        Ok(known.hosts_of(id))
    }

    async fn door_to(self: &Arc<Self>, key: &KeyRef, origin: String) -> Result<Door, Failure> {
        let account = self.account_of(&key.region).await?;
        let ca_file = account.and_then(|account| account.ca_file);
        Ok(Door {
            http: self.http(&origin, ca_file.as_deref()).await?,
            origin,
        })
    }
}
