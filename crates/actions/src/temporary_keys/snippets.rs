//! Lines that use a temporary key, to be read: with its masked form in them.

use std::sync::Arc;

use super::snippet::{self, LANGUAGES};
use crate::failure::Failure;
use crate::wire::SnippetView;
use crate::world::World;

/// The lines in each language.
///
/// # Errors
/// [`Failure::TemporaryKeyEnded`], [`Failure::HostUnknown`] for a host that does not speak OpenAI's protocol.
pub fn snippets(world: &Arc<World>, id: &str) -> Result<Vec<SnippetView>, Failure> {
    let key = world.temporary_keys.get(id, world.now())?;
    LANGUAGES
        .into_iter()
        .map(|language| {
            Ok(SnippetView {
                language,
                text: snippet::with_mask(&key, language)?,
            })
        })
        .collect()
}
