//! Where keys live, and the hosts that belong to it.

mod choose_host;
pub(crate) mod hosts;
pub(crate) mod origin;
pub(crate) mod place;
pub(crate) mod region_view;

pub use choose_host::choose_host;
pub use place::Place;
