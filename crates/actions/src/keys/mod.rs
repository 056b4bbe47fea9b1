//! API keys: everything that is done with one, and what is known of it here and at the service.

pub(crate) mod caller;
pub(crate) mod check;
mod copy;
mod create;
pub(crate) mod delete;
pub(crate) mod description;
mod download;
mod edit_description;
pub(crate) mod keep;
pub(crate) mod known_here;
pub(crate) mod list;
pub(crate) mod plan;
pub(crate) mod refusal_cause;
mod remove_kept;
mod reset;
pub(crate) mod reveal;
pub(crate) mod row;
pub(crate) mod seen;
mod switch;
pub(crate) mod truth;

pub use check::check_key;
pub use copy::{copy_key, copy_key_with_host};
pub use create::create_key;
pub use delete::delete_key;
pub use download::download_key;
pub use edit_description::edit_description;
pub use keep::{keep_key, release_key};
pub use list::{list_keys, refresh_region, seen_keys};
pub use remove_kept::remove_kept;
pub use reset::reset_key;
pub use reveal::reveal_key;
pub use switch::{disable_key, enable_key};
