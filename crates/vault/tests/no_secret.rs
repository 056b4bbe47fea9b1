//! Nothing that this crate writes holds a secret in the open: not the catalogue, not its write-ahead log, not the
//! encrypted file, not an error.
#![allow(
    clippy::unwrap_used,
    reason = "a test ends where something is not as it should be"
)]

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use vault::{Catalog, Intent, IntentKind, ItemName, KeyRecord, PassphraseFile, SecretStore};

const MARKER: &str = "sk-ws-MARKERmarkerMARKERmarkerMARKERmarker0123456789";
const PASSPHRASE: &str = "MARKER of a passphrase";

/// The files under `folder` that hold `text`.
fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else if contains(&fs::read(&path).unwrap(), text.as_bytes()) {
            found.push(path);
        }
    }
    found
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Finds what may be found, so that finding nothing means something.
fn assert_no_secret_in(folder: &Path) {
    assert!(!files_with(folder, "a description to find").is_empty());
    for secret in [MARKER, PASSPHRASE] {
        assert_eq!(files_with(folder, secret), Vec::<PathBuf>::new());
    }
}

#[test]
fn no_file_and_no_error_holds_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/secrets.age");
    let name = ItemName::key("this-computer", "1042");
    let passphrase = SecretString::from(PASSPHRASE);
    let secrets = PassphraseFile::create(&file, &passphrase).unwrap();
    let catalog = Catalog::open(&folder.path().join("data/catalog.sqlite")).unwrap();

    catalog
        .begin_intent(&Intent {
            id: "intent".to_owned(),
            kind: IntentKind::Create,
            region: "this-computer".to_owned(),
            description: "a description to find".to_owned(),
            workspace_id: "ws-1".to_owned(),
            api_key_id: None,
            masked: None,
            masked_before: None,
            baseline: None,
            started_at: 1,
        })
        .unwrap();
    catalog
        .intent_answered("intent", 1042, "sk-ws-MAR…6789")
        .unwrap();
    secrets.put(&name, &SecretString::from(MARKER)).unwrap();
    catalog
        .remember_key(&KeyRecord {
            region: "this-computer".to_owned(),
            api_key_id: 1042,
            description: "a description to find".to_owned(),
            masked: "sk-ws-MAR…6789".to_owned(),
            workspace_id: "ws-1".to_owned(),
            workspace_name: "Default".to_owned(),
            created_by: "me".to_owned(),
            gmt_create: 1,
            kept_at: Some(2),
        })
        .unwrap();
    catalog.finish_intent("intent").unwrap();

    // Once while everything is open, so that the write-ahead log is there too, and once after it was closed.
    assert_no_secret_in(folder.path());
    drop((secrets, catalog));
    assert_no_secret_in(folder.path());

    let wrong = SecretString::from("MARKER of another passphrase");
    for error in [
        PassphraseFile::open(&file, &wrong).err().unwrap(),
        PassphraseFile::create(&file, &wrong).err().unwrap(),
    ] {
        assert!(!format!("{error} {error:?}").contains("MARKER"));
    }
}
