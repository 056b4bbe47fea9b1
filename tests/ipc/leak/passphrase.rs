//! The encrypted file of a computer without a keyring: neither its passphrase nor what is in it can be read anywhere.

use std::path::PathBuf;

use serde_json::json;

use super::listener::{Heard, Listener};
use crate::door::Home;
use vault::StoreState;

const PASSPHRASE: &str = "marker horse battery staple";
const WRONG: &str = "marker horse battery stable";

pub(super) fn tells_of_a_passphrase(heard: &mut Heard) {
    let home = Home::new();
    home.keyring.set_state(StoreState::Absent);
    let with = |passphrase: &str| json!({ "passphrase": passphrase });
    let mut listener = Listener::at(&home, heard);
    listener.must_not_tell(PASSPHRASE);
    listener.must_not_tell(WRONG);
    listener.refused(
        "choose_passphrase_file",
        with("short"),
        "passphraseTooShort",
    );
    listener.gets("choose_passphrase_file", with(PASSPHRASE));
    let (_, value) = listener.key("in the file");
    drop(listener);
    let mut listener = Listener::at(&home, heard);
    listener.refused("unlock_passphrase_file", with(WRONG), "passphraseWrong");
    listener.gets("unlock_passphrase_file", with(PASSPHRASE));
    listener.gets("list_keys", json!({ "region": "this-computer" }));
    for secret in [PASSPHRASE, WRONG, &value] {
        assert_eq!(listener.files_with(secret), Vec::<PathBuf>::new());
    }
}
