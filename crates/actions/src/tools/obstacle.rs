//! What keeps a tool from reading its settings, as the window shows it.

use std::path::Path;

use crate::wire::{ObstacleKind, ObstacleView};

/// What stands in the way in this file.
pub(crate) fn obstacle(path: &Path, found: machine::Obstacle) -> ObstacleView {
    ObstacleView {
        kind: match found.kind {
            machine::ObstacleKind::ByteOrderMark => ObstacleKind::ByteOrderMark,
            machine::ObstacleKind::Comment => ObstacleKind::Comment,
            machine::ObstacleKind::TrailingComma => ObstacleKind::TrailingComma,
            machine::ObstacleKind::NotJson => ObstacleKind::NotJson,
        },
        place: format!("{}:{}", path.display(), found.line),
    }
}
