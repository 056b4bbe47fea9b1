//! What was typed into a form, checked before anything is asked of the service.

use std::time::Instant;

use model_studio::region::{Capabilities, Region, Support};

use crate::failure::Failure;
use crate::places::place::Place;
use crate::wire::KeyRef;

mod permission;
pub(crate) use permission::{auth, group_entries, permission, shown};

/// Characters that the console allows in a description.
pub(crate) const DESCRIPTION_LIMIT: u32 = 200;

/// The region of a place, where the window and the program agree on it.
pub(crate) fn region(place: &str) -> Result<&'static Region, Failure> {
    Ok(place.parse::<Place>()?.region())
}

/// A description without surrounding white space and with no more characters than the console allows.
pub(crate) fn description(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > DESCRIPTION_LIMIT {
        return Err(Failure::DescriptionTooLong {
            length,
            limit: DESCRIPTION_LIMIT,
        });
    }
    Ok(text.to_owned())
}

/// A count for the window.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How long it took since then, in milliseconds.
pub(crate) fn millis(since: Instant) -> u32 {
    u32::try_from(since.elapsed().as_millis()).unwrap_or(u32::MAX)
}

/// The service's id of a key.
pub(crate) fn key_id(text: &str) -> Result<i64, Failure> {
    text.parse().map_err(|_not_a_number| Failure::KeyNotFound {
        api_key_id: text.to_owned(),
    })
}

/// The id of a key that is in the service's list: a pasted key that is not found there has an id of this program's own.
pub(crate) fn listed_id(key: &KeyRef) -> Result<i64, Failure> {
    match key_id(&key.api_key_id)? {
        id if id < 0 => Err(Failure::KeyNotListed),
        id => Ok(id),
    }
}

/// Whether public sources do not deny that the region of a place can do this. Where they contradict each other the service
/// is asked.
pub(crate) fn region_can(
    place: &str,
    which: impl Fn(&Capabilities) -> Support,
) -> Result<(), Failure> {
    match which(&region(place)?.capabilities) {
        Support::No => Err(Failure::RegionCannot {
            region: place.to_owned(),
        }),
        Support::Yes | Support::Disputed => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_counted_in_characters() {
        assert_eq!(
            description(&"钥".repeat(200)).as_deref(),
            Ok("钥".repeat(200).as_str())
        );
        assert_eq!(
            description(&"钥".repeat(201)),
            Err(Failure::DescriptionTooLong {
                length: 201,
                limit: 200
            })
        );
    }
}
