//! Where nonces come from, as something that is passed in.

use uuid::Uuid;

/// A source of values that never come twice.
pub trait Nonces: Send + Sync {
    /// The next one.
    fn next(&self) -> String;
}

/// Nonces from the system's random source.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomNonces;

impl Nonces for RandomNonces {
    fn next(&self) -> String {
        Uuid::new_v4().simple().to_string()
    }
}
