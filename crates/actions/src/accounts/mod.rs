//! Cloud accounts: adding, changing and removing them, whose they are, and where their secrets rest.

mod add;
pub(crate) mod change;
mod check;
mod credentials;
mod edit;
mod find_credentials;
mod form;
mod identity;
pub(crate) mod own_key;
mod ram_policy;
mod remove;
mod secret;
pub(crate) mod view;
mod who_is;

pub use add::add_account;
pub use check::check_account;
pub use edit::edit_account;
pub use find_credentials::find_credentials;
pub use ram_policy::ram_policy;
pub use remove::remove_account;
