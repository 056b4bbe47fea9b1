//! Files, read and replaced with care. Knows nothing of shells or variables.
//!
//! A file is found through its links, read whole within a limit, and replaced by a file written beside it and renamed
//! over it. Nothing here repairs or guesses: what is not a plain, writable file with one name is refused.

mod read;
mod resolve;
#[cfg(unix)]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;
mod write;

pub(crate) use read::{Snapshot, Witness, read};
pub(crate) use resolve::{Resolved, resolve, resolve_now};
pub(crate) use system::{is_program, program};
pub(crate) use write::{
    Privacy, check_can_make, make_folders, missing_folders, remove, replace, sweep,
};
