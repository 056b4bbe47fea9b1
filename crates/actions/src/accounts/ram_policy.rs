//! What a RAM user has to be granted so that this program works for it.

use model_studio::credentials::{PolicyScope, policy};

use crate::wire::RamPolicyView;

/// The smallest policies that suffice, as the console takes them.
#[must_use]
pub fn ram_policy() -> RamPolicyView {
    RamPolicyView {
        manage: policy(PolicyScope::Full),
        look: policy(PolicyScope::ReadOnly),
    }
}
