//! What keeps a tool from reading its settings, as the window shows it.

use std::path::Path;

use crate::wire::{ObstacleKind, ObstacleView};

/// What stands in the way in this file.
pub(crate) fn obstacle(path: &Path, found: machine::Obstacle) -> ObstacleView {
    ObstacleView {
        kind: obstacle_kind(found.kind),
        place: format!("{}:{}", path.display(), found.line),
    }
}

/// What it is, as the window names it.
pub(crate) fn obstacle_kind(kind: machine::ObstacleKind) -> ObstacleKind {
    match kind {
        machine::ObstacleKind::ByteOrderMark => ObstacleKind::ByteOrderMark,
        machine::ObstacleKind::Comment => ObstacleKind::Comment,
        machine::ObstacleKind::TrailingComma => ObstacleKind::TrailingComma,
        machine::ObstacleKind::NotJson => ObstacleKind::NotJson,
    }
}
