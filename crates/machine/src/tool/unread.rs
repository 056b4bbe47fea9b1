//! What the doctor asks about the settings files of a tool: the one place that knows is the tool's own module.

use std::path::{Path, PathBuf};

use super::compose::done;
use super::document::{Obstacle, obstacle};
use super::{ToolId, written};
use crate::Surroundings;
use crate::journal::{Record, Stage};

/// The file of the user's own settings of a tool.
pub(crate) fn settings_file(surroundings: &Surroundings, tool: ToolId) -> PathBuf {
    written::of(tool).settings_file(surroundings)
}

/// What keeps a tool from reading a settings file with this in it.
pub(crate) fn in_the_way(tool: ToolId, bytes: &[u8]) -> Option<Obstacle> {
    obstacle(written::of(tool).reads(), bytes)
}

/// Whether something stands in the file that this program put there.
pub(crate) fn has_ours(records: &[Record], path: &Path, bytes: &[u8]) -> bool {
    records
        .iter()
        .filter(|record| record.stage != Stage::Undone)
        .filter_map(done)
        .filter(|done| done.path == path)
        .any(|done| {
            let mut settings = done.settings.iter();
            settings.any(|one| one.is_own(done.format, bytes).unwrap_or(false))
        })
}
