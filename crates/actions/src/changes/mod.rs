//! What this program changed on this computer, and taking it back.

pub(crate) mod list;
pub(crate) mod undo;

pub use list::list_changes;
pub use undo::undo_change;
