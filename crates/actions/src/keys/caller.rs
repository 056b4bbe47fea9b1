//! A key together with the host that it is used with: who asks the data plane, and why it was refused.

use std::sync::Arc;

use model_studio::data::DataError;
use model_studio::key::KeySecret;

use crate::failure::{Failure, about_use};
use crate::keys::refusal_cause;
use crate::wire::KeyRef;
use crate::world::{Door, World};

/// Who asks.
pub(crate) struct Caller {
    pub(crate) key: KeyRef,
    pub(crate) value: KeySecret,
    pub(crate) door: Door,
}

impl Caller {
    /// A key that is on this computer, at the host that it is used with.
    ///
    /// # Errors
    /// [`Failure::HostUnknown`], [`Failure::SecretMissing`], and what is wrong with the catalog.
    pub(crate) async fn of(world: &Arc<World>, key: KeyRef) -> Result<Caller, Failure> {
        let door = world.door(&key).await?;
        Caller::through(world, key, door).await
    }

    /// The same at another of the key's hosts.
    ///
    /// # Errors
    /// As [`Caller::of`]; [`Failure::HostUnknown`] for an origin that is none of the key's.
    pub(crate) async fn at(
        world: &Arc<World>,
        key: KeyRef,
        origin: &str,
    ) -> Result<Caller, Failure> {
        let door = world.door_at(&key, origin).await?;
        Caller::through(world, key, door).await
    }

    /// Why the service did not answer; where it refused the key, as far as the cause can be known.
    pub(crate) async fn refused(&self, world: &Arc<World>, error: DataError) -> Failure {
        let origin = &self.door.origin;
        let cause = refusal_cause::of(world, &self.key, &self.value, origin, &error).await;
        about_use(error, cause)
    }

    async fn through(world: &Arc<World>, key: KeyRef, door: Door) -> Result<Caller, Failure> {
        let value = KeySecret::from_service(world.value(&key).await?);
        Ok(Caller { key, value, door })
    }
}
