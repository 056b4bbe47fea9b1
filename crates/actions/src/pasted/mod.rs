//! What the verbs about pasted keys share: how a value is told from its shape, which hosts it could belong to, and when a
//! masked form is its own.

mod ask_hosts;
mod candidates;
pub(crate) mod find_entry;
mod keep;
mod kind;
mod mask_fits;
mod recognize;

pub use ask_hosts::ask_hosts;
pub(crate) use candidates::{candidates, certificates_for};
pub use keep::{forget_pasted, keep_pasted};
pub(crate) use kind::recognize;
pub(crate) use mask_fits::{is_same, is_shown_by};
pub use recognize::recognize_key;
