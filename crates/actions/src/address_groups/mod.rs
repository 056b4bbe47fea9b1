//! Named groups of addresses, and the keys that use them.

mod delete;
mod list;
mod save;
pub(crate) mod view;

pub use delete::delete_address_group;
pub use list::list_address_groups;
pub use save::save_address_group;
