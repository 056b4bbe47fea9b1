//! What the user does, one file a verb.

pub mod failure;
pub mod wire;
