//! What a key is called here: as its place was last seen, else as it was noted when it was kept.

use crate::keys::known_here::KnownHere;

/// The description of a key; none where nothing is known of the key.
pub(crate) fn key_description(known: &KnownHere, id: i64) -> Option<&str> {
    let seen = known.seen.iter().flat_map(|seen| &seen.keys);
    seen.filter(|key| key.api_key_id == id)
        .map(|key| key.description.as_str())
        .chain(known.record(id).map(|record| record.description.as_str()))
        .next()
}
