//! A program that stands on its own: what ends this program's terminal or session does not end it.

use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use super::LaunchKind;

/// Has it started so.
pub(super) fn stand_alone(command: &mut Command, _kind: LaunchKind) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
}
