//! Why a program does not see a key: everything on this computer that could tell is looked at, and nothing is changed.

mod system;

pub use system::SystemPaths;
