//! What the verbs about pasted keys share: how a value is told from its shape, which hosts it could belong to, and when a
//! masked form is its own.

mod candidates;
mod kind;
mod mask_fits;

pub(crate) use candidates::{candidates, certificates_for};
pub(crate) use kind::recognize;
pub(crate) use mask_fits::{is_same, is_shown_by};
