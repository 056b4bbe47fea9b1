//! The least that a Tauri program can be: one window, one static page, nothing behind it. `cargo xtask bench` measures the
//! program beside it, so that what the web view itself costs is told from what the program adds.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
