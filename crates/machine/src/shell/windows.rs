//! A program of its own, and its end. The same names as in `unix`, where a program gets a session of its own; here none
//! has a terminal to reach for.

use std::path::Path;
use std::process::{Child, Command};

/// What starts `program`.
pub(super) fn command(program: &Path, _setsid: Option<&Path>) -> Command {
    Command::new(program)
}

/// Ends it.
pub(super) fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
