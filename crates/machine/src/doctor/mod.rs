//! Why a program does not see a key: everything on this computer that could tell is looked at, and nothing is changed.
//!
//! [`look()`] reads the files that set the variable, the environment of running programs and the units of service
//! managers, and asks fresh shells. What it finds are facts; what is wrong about them, and what to do, is for the caller
//! to say. No value leaves this module: a value is compared by its hash and shown masked.

mod beside;
mod facts;
mod look;
#[cfg_attr(
    not(any(target_os = "linux", target_os = "macos")),
    allow(dead_code, reason = "the system shows no program to another")
)]
mod program;
mod scope;
mod set_in;
mod source;
mod system;
mod unit;
mod value;

pub use beside::HostSetting;
pub use facts::{Facts, Place, Question, UnreadSettings, Unreadable, UnreadableWhy};
pub use look::look;
pub use program::{OldProgram, ProgramKind, SudoProgram};
pub use scope::Scope;
pub(crate) use set_in::set_in;
pub use source::Source;
pub use system::SystemPaths;
pub use unit::{BareUnit, ServiceManager};
