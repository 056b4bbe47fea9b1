//! Making a temporary key.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use model_studio::data::{self, LONGEST_LIFE, TimeToLive};

use super::clocks::Ahead;
use super::held::TemporaryKey;
use super::snippet;
use crate::failure::Failure;
use crate::keys::caller::Caller;
use crate::keys::description::key_description;
use crate::keys::known_here::known_of_hosts;
use crate::typed;
use crate::wire::{CreateTemporaryKeyRequest, TemporaryKeyView};
use crate::world::{World, fresh_name};

/// Makes one from a key that is on this computer, and holds it until it ends.
///
/// # Errors
/// [`Failure::LifetimeInvalid`], [`Failure::RegionCannot`], [`Failure::HostUnknown`] for a host that is none of the key's,
/// [`Failure::SecretMissing`], and what the service says.
pub async fn create_temporary_key(
    world: &Arc<World>,
    request: CreateTemporaryKeyRequest,
) -> Result<TemporaryKeyView, Failure> {
    let CreateTemporaryKeyRequest {
        key,
        seconds,
        origin,
    } = request;
    let time_to_live = lifetime(seconds)?;
    typed::region_can(&key.region, |capabilities| capabilities.temporary_keys)?;
    let id = typed::key_id(&key.api_key_id)?;
    let known = known_of_hosts(world, &key.region).await?;
    let mut hosts = known.hosts_of(id).into_iter();
    let host = hosts.find(|host| host.origin == origin);
    let host = host.ok_or(Failure::HostUnknown)?;
    let caller = Caller::at(world, key, &origin).await?;
    let Caller { value, door, .. } = &caller;

    let asked_at = world.clock.now();
    let made = data::create_temporary_key(&door.http, &door.origin, value, time_to_live).await;
    let answered_at = world.clock.now();
    let made = match made {
        Ok(made) => made,
        Err(error) => return Err(caller.refused(world, error).await),
    };

    let life = SignedDuration::from_secs(seconds.into());
    // Where no date stands on the answer, the end of the key says what the service's clock is.
    let date = made.server_date.unwrap_or(made.expires_at - life);
    let ahead = Ahead::of(asked_at, date, answered_at);
    let made_at = answered_at.as_millisecond();
    let held = TemporaryKey {
        id: fresh_name(),
        description: key_description(&known, id).unwrap_or_default().to_owned(),
        model: snippet::model(&known, id),
        parent: caller.key,
        value: made.value,
        expires_at: made.expires_at.as_millisecond(),
        made_at,
        // Whatever the service says: none is held for longer than was asked for.
        ends_at: ahead
            .here(made.expires_at)
            .min(answered_at + life)
            .as_millisecond(),
        clock_ahead_seconds: ahead.seconds(),
        host,
    };
    let view = held.view(made_at);
    wipe_at_its_end(world, &held);
    world.temporary_keys.hold(held);
    Ok(view)
}

fn lifetime(seconds: u32) -> Result<TimeToLive, Failure> {
    TimeToLive::seconds(seconds).map_err(|refused| Failure::LifetimeInvalid {
        seconds: refused.seconds,
        limit: u32::try_from(LONGEST_LIFE.as_secs()).unwrap_or(u32::MAX),
    })
}

fn wipe_at_its_end(world: &Arc<World>, held: &TemporaryKey) {
    let left = Duration::from_millis(held.left(held.made_at).unsigned_abs());
    let (keys, id) = (Arc::clone(&world.temporary_keys), held.id.clone());
    tokio::spawn(async move {
        tokio::time::sleep(left).await;
        keys.forget(&id);
    });
}
