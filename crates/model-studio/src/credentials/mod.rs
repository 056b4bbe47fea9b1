//! Credentials of a cloud account before they are used: found in what other programs keep, checked as they are typed, and
//! the rights that they need. It reads texts and maps that are passed in, touches no file and asks no service.

mod policy;

pub use policy::{PolicyScope, is_confirmed, operations, policy, ram_action};
