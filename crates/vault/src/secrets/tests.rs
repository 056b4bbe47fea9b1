use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier};

use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;

use super::{Secrets, SecretsState};
use crate::{
    FileProblem, ItemName, MemoryStore, PassphraseFile, SecretStore, StoreError, StoreState,
    SystemStore, WorkFactor,
};

const PASSPHRASE: &str = "a long passphrase";

fn in_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.age");
    (folder, path)
}

fn start(keyring: &MemoryStore, path: &Path) -> Secrets {
    Secrets::start_with(keyring.clone(), path.to_owned(), WorkFactor::FAST)
}

fn name() -> ItemName {
    ItemName::key("this-computer", "1042")
}

fn put(secrets: &impl SecretStore, value: &str) -> Result<(), StoreError> {
    secrets.put(&name(), &SecretString::from(value))
}

fn get(secrets: &impl SecretStore) -> Result<String, StoreError> {
    secrets
        .get(&name())
        // EXPOSE: the test compares what it wrote itself.
        .map(|secret| secret.expose_secret().to_owned())
}

#[test]
fn the_keyring_is_used_where_no_file_was_chosen() {
    let (_folder, path) = in_folder();
    let keyring = MemoryStore::new();
    let secrets = start(&keyring, &path);

    assert_eq!(secrets.state(), SecretsState::Available);
    put(&secrets, "value").unwrap();
    assert_eq!(get(&keyring).unwrap(), "value");
    assert_eq!(get(&secrets).unwrap(), "value");
    secrets.delete(&name()).unwrap();
    assert_eq!(get(&secrets), Err(StoreError::NotFound));
    assert!(!path.exists());
}

#[test]
fn without_a_keyring_nothing_is_kept_until_the_user_chose_a_file() {
    let (_folder, path) = in_folder();
    let secrets = start(&MemoryStore::in_state(StoreState::Absent), &path);
    assert_eq!(secrets.state(), SecretsState::Absent);
    assert_eq!(put(&secrets, "value"), Err(StoreError::Absent));
    assert!(!path.exists());

    secrets
        .choose_file(&SecretString::from(PASSPHRASE))
        .unwrap();
    assert_eq!(
        secrets.state(),
        SecretsState::PassphraseOpen { path: path.clone() }
    );
    put(&secrets, "value").unwrap();
    assert_eq!(get(&secrets).unwrap(), "value");
}

#[test]
fn a_passphrase_that_is_too_short_chooses_nothing() {
    let (_folder, path) = in_folder();
    let secrets = start(&MemoryStore::in_state(StoreState::Absent), &path);
    assert_eq!(
        secrets.choose_file(&SecretString::from("short")),
        Err(StoreError::PassphraseTooShort { minimum: 8 })
    );
    assert_eq!(secrets.state(), SecretsState::Absent);
    assert!(!path.exists());
}

#[test]
fn a_chosen_file_waits_for_its_passphrase_at_the_next_start() {
    let (_folder, path) = in_folder();
    let secrets = start(&MemoryStore::in_state(StoreState::Absent), &path);
    secrets
        .choose_file(&SecretString::from(PASSPHRASE))
        .unwrap();
    put(&secrets, "value").unwrap();

    let secrets = start(&MemoryStore::in_state(StoreState::Absent), &path);
    let needed = SecretsState::PassphraseNeeded { path: path.clone() };
    assert_eq!(secrets.state(), needed);
    assert_eq!(get(&secrets), Err(StoreError::Locked));
    assert_eq!(
        secrets.unlock(&SecretString::from("not this passphrase")),
        Err(StoreError::WrongPassphrase)
    );
    assert_eq!(secrets.state(), needed);

    secrets.unlock(&SecretString::from(PASSPHRASE)).unwrap();
    assert_eq!(secrets.probe_again(), SecretsState::PassphraseOpen { path });
    assert_eq!(get(&secrets).unwrap(), "value");
}

#[test]
fn a_chosen_file_stays_in_use_when_a_keyring_appears() {
    let (_folder, path) = in_folder();
    let absent = start(&MemoryStore::in_state(StoreState::Absent), &path);
    absent.choose_file(&SecretString::from(PASSPHRASE)).unwrap();
    put(&absent, "in the file").unwrap();

    let keyring = MemoryStore::new();
    put(&keyring, "in the keyring").unwrap();
    let secrets = start(&keyring, &path);
    assert_eq!(
        secrets.state(),
        SecretsState::PassphraseNeeded { path: path.clone() }
    );
    // Closed is closed: the keyring does not answer in the file's place.
    assert_eq!(get(&secrets), Err(StoreError::Locked));
    secrets.unlock(&SecretString::from(PASSPHRASE)).unwrap();
    assert_eq!(get(&secrets).unwrap(), "in the file");
    put(&secrets, "in the file again").unwrap();
    assert_eq!(get(&keyring).unwrap(), "in the keyring");
}

#[test]
fn a_file_is_chosen_once() {
    let (_folder, path) = in_folder();
    let secrets = start(&MemoryStore::in_state(StoreState::Absent), &path);
    secrets
        .choose_file(&SecretString::from(PASSPHRASE))
        .unwrap();
    assert_eq!(
        secrets.choose_file(&SecretString::from("another passphrase")),
        Err(StoreError::File {
            path,
            reason: FileProblem::Exists
        })
    );
}

#[test]
fn looking_again_sees_what_changed() {
    let (_folder, path) = in_folder();
    let keyring = MemoryStore::in_state(StoreState::Absent);
    let secrets = start(&keyring, &path);
    assert_eq!(secrets.state(), SecretsState::Absent);

    keyring.set_state(StoreState::Locked);
    assert_eq!(secrets.probe_again(), SecretsState::Locked);
    keyring.set_state(StoreState::Available);
    assert_eq!(
        secrets.state(),
        SecretsState::Locked,
        "nothing is asked by state()"
    );
    assert_eq!(secrets.probe_again(), SecretsState::Available);
}

#[test]
fn a_call_that_finds_the_keyring_locked_or_open_again_is_believed() {
    let (_folder, path) = in_folder();
    let keyring = MemoryStore::new();
    let secrets = start(&keyring, &path);

    keyring.set_state(StoreState::Locked);
    assert_eq!(put(&secrets, "value"), Err(StoreError::Locked));
    assert_eq!(secrets.state(), SecretsState::Locked);

    keyring.set_state(StoreState::Available);
    assert_eq!(put(&secrets, "value"), Ok(()));
    assert_eq!(secrets.state(), SecretsState::Available);

    let refused = StoreError::Refused {
        detail: "no".to_owned(),
    };
    keyring.fail_next_put(refused.clone());
    assert_eq!(put(&secrets, "value"), Err(refused));
    assert_eq!(secrets.state(), SecretsState::Available);
}

#[test]
fn a_broken_file_is_reported_and_not_replaced_by_the_keyring() {
    let (_folder, path) = in_folder();
    fs::write(&path, b"").unwrap();
    assert!(PassphraseFile::exists(&path));
    let secrets = start(&MemoryStore::new(), &path);
    assert_eq!(
        secrets.unlock(&SecretString::from(PASSPHRASE)),
        Err(StoreError::File {
            path: path.clone(),
            reason: FileProblem::Empty
        })
    );
    assert_eq!(put(&secrets, "value"), Err(StoreError::Locked));
    assert_eq!(fs::read(&path).unwrap(), b"");
}

/// A keyring whose probe, once armed, waits until the test has met it twice.
struct SlowProbe {
    keyring: MemoryStore,
    armed: Arc<AtomicBool>,
    meeting: Arc<Barrier>,
}

impl SecretStore for SlowProbe {
    fn put(&self, name: &ItemName, secret: &SecretString) -> Result<(), StoreError> {
        self.keyring.put(name, secret)
    }

    fn get(&self, name: &ItemName) -> Result<SecretString, StoreError> {
        self.keyring.get(name)
    }

    fn delete(&self, name: &ItemName) -> Result<(), StoreError> {
        self.keyring.delete(name)
    }
}

impl SystemStore for SlowProbe {
    fn name(&self) -> &'static str {
        "slow"
    }

    fn probe(&self) -> StoreState {
        if self.armed.load(Ordering::SeqCst) {
            self.meeting.wait();
            self.meeting.wait();
        }
        self.keyring.probe()
    }
}

#[test]
fn a_file_that_is_chosen_while_the_keyring_is_probed_stays_chosen() {
    let (_folder, path) = in_folder();
    let (armed, meeting) = (Arc::new(AtomicBool::new(false)), Arc::new(Barrier::new(2)));
    let keyring = SlowProbe {
        keyring: MemoryStore::in_state(StoreState::Absent),
        armed: Arc::clone(&armed),
        meeting: Arc::clone(&meeting),
    };
    let secrets = Secrets::start_with(keyring, path.clone(), WorkFactor::FAST);
    armed.store(true, Ordering::SeqCst);
    std::thread::scope(|scope| {
        let probing = scope.spawn(|| secrets.probe_again());
        meeting.wait();
        secrets
            .choose_file(&SecretString::from(PASSPHRASE))
            .unwrap();
        meeting.wait();
        assert_eq!(
            probing.join().unwrap(),
            SecretsState::PassphraseOpen { path }
        );
    });
    put(&secrets, "value").unwrap();
}
