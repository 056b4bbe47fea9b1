//! Showing a temporary key in full.

use std::sync::Arc;

use secrecy::ExposeSecret;

use crate::failure::Failure;
use crate::keys::reveal::HIDES_IN_SECONDS;
use crate::wire::RevealedView;
use crate::world::World;

/// The value of a temporary key, to be hidden at its end at the latest.
///
/// # Errors
/// [`Failure::TemporaryKeyEnded`].
pub fn reveal_temporary_key(world: &Arc<World>, id: &str) -> Result<RevealedView, Failure> {
    let now = world.now();
    let key = world.temporary_keys.get(id, now)?;
    Ok(RevealedView {
        // EXPOSE: the user asked to see it.
        value: key.value.secret().expose_secret().to_owned(),
        hides_in_seconds: HIDES_IN_SECONDS.min(key.seconds_left(now)),
    })
}
