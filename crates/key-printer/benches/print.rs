//! How long a shell waits for a key, beside `secret-tool lookup` of the same item in the same session: a real GNOME Keyring on a
//! bus of its own. The two in turn, so that what else the machine does falls on both.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on has failed, and prints what it found"
)]

#[cfg(target_os = "linux")]
#[path = "beside/secret_tool.rs"]
mod secret_tool;

fn main() {
    #[cfg(target_os = "linux")]
    secret_tool::measure();
}
