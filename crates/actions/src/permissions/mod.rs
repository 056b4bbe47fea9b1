//! What a key may be used for and from where: the preview, the saving and the proof.

mod difference;
mod list_models;
mod preview;
mod prove;
mod update;

pub use list_models::list_models;
pub use preview::preview_permission;
pub use update::update_permission;
