//! The program: everything is in the library, so that tests reach it too.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    studio_keys_shell::run()
}
