//! What this program changes on this computer: written as a preview showed it, verified, listed, and taken back.

mod apply;
pub(crate) mod list;
pub(crate) mod undo;
mod undo_everything;
mod verify;

pub use apply::apply_plan;
pub use list::list_changes;
pub use undo::undo_change;
pub use undo_everything::undo_everything;
pub use verify::verify_change;
