//! What this program changed on this computer, and taking it back.

pub(crate) mod list;
pub(crate) mod undo;
mod undo_everything;

pub use list::list_changes;
pub use undo::undo_change;
pub use undo_everything::undo_everything;
