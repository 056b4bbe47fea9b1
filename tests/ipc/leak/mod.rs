//! The whole program with markers: keys' values, an account's secret, temporary keys, a passphrase, secrets of others in
//! files that are read here. No answer but the two reveals, no failure, no line of the log and no file but those that were
//! asked for ever holds one of them.
//!
//! Each noun tells its story in a file of its own. A command that no story asks for is a failure, so that this grows with
//! the program.

mod account;
mod call;
mod doctor;
mod export;
mod key;
mod listener;
mod log;
mod marker;
mod passphrase;
mod pasted;
mod rotation;
mod temporary_key;
mod tool;
mod variable;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use model_studio::region::RegionId;
use serde_json::json;

use crate::{cloud::Cloud, door::Home, permissions};
use listener::{Heard, Listener};
use log::Log;
use marker::contains;

/// Commands without a story: they would touch the user's own clipboard and browser, and take no secret.
const UNTOLD: [&str; 3] = ["copy_text", "open_console", "open_tool_page"];

#[cfg(unix)]
fn is_private(file: &Path) -> bool {
    let found = fs::metadata(file).expect("a file");
    std::os::unix::fs::MetadataExt::mode(&found) & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(_in_the_users_own_folder: &Path) -> bool {
    true
}

#[test]
fn only_the_reveals_and_what_was_asked_for_hold_a_secret() {
    let log = Log::listening();
    let mut heard = Heard::default();
    let home = Home::new().with_a_printer().with_a_terminal();
    let mut listener = Listener::at(&home, &mut heard);
    listener.gets("window_ready", json!({}));
    listener.tells_of_a_key();
    listener.tells_of_an_account(&Cloud::of(RegionId::CnBeijing));
    listener.tells_of_pasted_keys();
    listener.tells_of_temporary_keys();
    listener.tells_of_calls();
    listener.tells_of_exports();
    listener.tells_of_tools();
    listener.tells_of_printing();
    listener.tells_of_rotations();
    listener.tells_of_the_doctor();
    let preferences = listener.gets("app", json!({}))["preferences"].clone();
    listener.gets("save_preferences", json!({ "preferences": preferences }));
    listener.gets("dismiss_attention", json!({ "id": "none" }));
    listener.must_not_tell_the_keyring();
    drop(listener);
    passphrase::tells_of_a_passphrase(&mut heard);

    let untold = UNTOLD.map(str::to_owned);
    let told: BTreeSet<String> = heard.commands().into_iter().chain(untold).collect();
    assert_eq!(told, permissions::listed(), "every command has its story");

    let log = log.bytes();
    assert!(
        contains(&log, "this computer is served"),
        "the log is listened to"
    );
    for marker in &heard.markers {
        let (copies, left): (Vec<PathBuf>, Vec<PathBuf>) = marker
            .files(home.path())
            .into_iter()
            .partition(|file| marker.is_in_copies && file.starts_with(home.backups()));
        assert_eq!(left, Vec::<PathBuf>::new(), "no file is left that holds it");
        assert!(copies.iter().all(|copy| is_private(copy)), "{copies:?}");
        assert!(!marker.is_in(&log), "the log does not tell it");
        let telling = heard
            .answers
            .iter()
            .filter(|(_, answer)| !marker.is_shown && marker.is_in(answer.as_bytes()));
        assert_eq!(telling.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    }
}
