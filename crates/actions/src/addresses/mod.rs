//! Addresses that a key may be used from: what a list of them means, and under which ones this computer is seen.

pub(crate) mod allowlist_view;
pub(crate) mod echo_service;
mod explain_allowlist;
mod my_addresses;
pub(crate) mod problem;
pub(crate) mod this_computer;
mod would_allow;

pub use explain_allowlist::explain_allowlist;
pub use my_addresses::my_addresses;
pub use would_allow::would_allow;
