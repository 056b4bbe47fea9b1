use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;

use super::{PassphraseFile, WorkFactor};
use crate::{FileProblem, ItemName, SecretStore, StoreError};

const PASSPHRASE: &str = "八个字符的口令词";

fn name(id: &str) -> ItemName {
    ItemName::key("this-computer", id)
}

fn get(file: &PassphraseFile, id: &str) -> Result<String, StoreError> {
    file.get(&name(id))
        // EXPOSE: the test compares what it wrote itself.
        .map(|secret| secret.expose_secret().to_owned())
}

fn create(path: &Path) -> PassphraseFile {
    PassphraseFile::create_with(path, &SecretString::from(PASSPHRASE), WorkFactor::FAST).unwrap()
}

fn open(path: &Path) -> Result<PassphraseFile, StoreError> {
    PassphraseFile::open_with(path, &SecretString::from(PASSPHRASE), WorkFactor::FAST)
}

fn problem(path: &Path, reason: FileProblem) -> StoreError {
    StoreError::File {
        path: path.to_owned(),
        reason,
    }
}

fn in_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("studio-keys").join("secrets.age");
    (folder, path)
}

#[test]
fn secrets_are_kept_replaced_and_forgotten_over_a_restart() {
    let (_folder, path) = in_folder();
    assert!(!PassphraseFile::exists(&path));
    let file = create(&path);
    assert!(PassphraseFile::exists(&path));

    file.put(&name("1"), &SecretString::from("first")).unwrap();
    file.put(&name("2"), &SecretString::from("钥匙")).unwrap();
    file.put(&name("1"), &SecretString::from("second")).unwrap();
    assert_eq!(get(&file, "1").unwrap(), "second");

    let file = open(&path).unwrap();
    assert_eq!(get(&file, "1").unwrap(), "second");
    assert_eq!(get(&file, "2").unwrap(), "钥匙");

    file.delete(&name("1")).unwrap();
    file.delete(&name("never there")).unwrap();
    assert_eq!(get(&file, "1"), Err(StoreError::NotFound));
    assert_eq!(get(&open(&path).unwrap(), "1"), Err(StoreError::NotFound));
}

#[test]
fn a_passphrase_is_counted_in_characters_not_in_bytes() {
    let (_folder, path) = in_folder();
    let short = SecretString::from("七个字符的口令");
    assert_eq!(
        PassphraseFile::create_with(&path, &short, WorkFactor::FAST).err(),
        Some(StoreError::PassphraseTooShort { minimum: 8 })
    );
    assert!(!PassphraseFile::exists(&path));
    create(&path);
}

#[test]
fn an_existing_file_is_never_overwritten_by_a_new_one() {
    let (_folder, path) = in_folder();
    create(&path)
        .put(&name("1"), &SecretString::from("kept"))
        .unwrap();
    let before = fs::read(&path).unwrap();
    let outcome = PassphraseFile::create_with(
        &path,
        &SecretString::from("another passphrase"),
        WorkFactor::FAST,
    );
    assert_eq!(outcome.err(), Some(problem(&path, FileProblem::Exists)));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_does_not_open_says_why_and_stays_as_it_is() {
    let (_folder, path) = in_folder();
    create(&path)
        .put(&name("1"), &SecretString::from("kept"))
        .unwrap();
    let whole = fs::read(&path).unwrap();
    let mut tampered = whole.clone();
    *tampered.last_mut().unwrap() ^= 1;

    let cases: [(&[u8], FileProblem); 4] = [
        (b"", FileProblem::Empty),
        (b"not encrypted at all", FileProblem::NotAge),
        (&whole[..whole.len() - 7], FileProblem::Truncated),
        (&tampered, FileProblem::Tampered),
    ];
    for (bytes, reason) in cases {
        fs::write(&path, bytes).unwrap();
        assert_eq!(open(&path).err(), Some(problem(&path, reason)));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }

    fs::write(&path, &whole).unwrap();
    let wrong = PassphraseFile::open(&path, &SecretString::from("another passphrase"));
    assert_eq!(wrong.err(), Some(StoreError::WrongPassphrase));
    assert_eq!(get(&open(&path).unwrap(), "1").unwrap(), "kept");
}

#[test]
fn a_missing_file_does_not_open() {
    let (_folder, path) = in_folder();
    assert_eq!(
        open(&path).err(),
        Some(problem(
            &path,
            FileProblem::System(std::io::ErrorKind::NotFound)
        ))
    );
}

#[test]
fn a_change_that_cannot_be_written_did_not_happen() {
    let (folder, path) = in_folder();
    let file = create(&path);
    file.put(&name("1"), &SecretString::from("kept")).unwrap();
    let away = folder.path().join("away");
    fs::rename(path.parent().unwrap(), &away).unwrap();

    let outcome = file.put(&name("1"), &SecretString::from("lost"));
    assert!(matches!(outcome, Err(StoreError::File { .. })));
    assert!(file.delete(&name("1")).is_err());
    assert_eq!(get(&file, "1").unwrap(), "kept");

    fs::rename(&away, path.parent().unwrap()).unwrap();
    assert_eq!(get(&open(&path).unwrap(), "1").unwrap(), "kept");
}

#[test]
fn nothing_but_its_lock_is_left_beside_the_file() {
    let (_folder, path) = in_folder();
    let file = create(&path);
    file.put(&name("1"), &SecretString::from("a")).unwrap();
    let mut names: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["secrets.age", "secrets.age.lock"]);
    let lock = fs::read(path.with_file_name("secrets.age.lock")).unwrap();
    assert!(lock.is_empty());
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = in_folder();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    let file = create(&path);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    // As after a careless copy: the next change makes it right.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    file.put(&name("1"), &SecretString::from("a")).unwrap();
    assert_eq!(mode(&path), 0o600);
}

#[derive(Debug, Clone)]
enum Step {
    Put(u8, String),
    Delete(u8),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..5_u8, ".{0,40}").prop_map(|(id, secret)| Step::Put(id, secret)),
        2 => (0..5_u8).prop_map(Step::Delete),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_sequence_of_changes_is_what_a_map_would_hold(steps in prop::collection::vec(step(), 0..20)) {
        let (_folder, path) = in_folder();
        let mut file = create(&path);
        let mut model: HashMap<u8, String> = HashMap::new();
        for step in steps {
            match step {
                Step::Put(id, secret) => {
                    file.put(&name(&id.to_string()), &SecretString::from(secret.as_str())).unwrap();
                    model.insert(id, secret);
                }
                Step::Delete(id) => {
                    file.delete(&name(&id.to_string())).unwrap();
                    model.remove(&id);
                }
                Step::Reopen => file = open(&path).unwrap(),
            }
        }
        for file in [file, open(&path).unwrap()] {
            for id in 0..5 {
                prop_assert_eq!(get(&file, &id.to_string()).ok(), model.get(&id).cloned());
            }
        }
    }
}

#[test]
fn two_programs_with_the_same_file_lose_nothing() {
    let (_folder, path) = in_folder();
    let first = create(&path);
    let second = open(&path).unwrap();
    std::thread::scope(|scope| {
        for (file, from) in [(&first, 0), (&second, 100)] {
            scope.spawn(move || {
                for number in from..from + 8 {
                    let secret = SecretString::from(number.to_string());
                    file.put(&name(&number.to_string()), &secret).unwrap();
                }
            });
        }
    });
    let fresh = open(&path).unwrap();
    for number in (0..8).chain(100..108) {
        let id = number.to_string();
        for file in [&first, &second, &fresh] {
            assert_eq!(get(file, &id).as_ref(), Ok(&id));
        }
    }
    first.delete(&name("100")).unwrap();
    assert_eq!(get(&second, "100"), Err(StoreError::NotFound));
}

#[test]
fn a_file_that_another_passphrase_protects_now_is_not_overwritten() {
    let (_folder, path) = in_folder();
    let file = create(&path);
    file.put(&name("1"), &SecretString::from("first")).unwrap();
    fs::remove_file(&path).unwrap();
    let other = SecretString::from("another passphrase");
    PassphraseFile::create_with(&path, &other, WorkFactor::FAST).unwrap();
    let theirs = fs::read(&path).unwrap();

    let refused = file.put(&name("2"), &SecretString::from("second"));
    assert_eq!(refused, Err(StoreError::WrongPassphrase));
    assert_eq!(fs::read(&path).unwrap(), theirs);
    assert_eq!(
        get(&file, "1").as_deref(),
        Ok("first"),
        "known all the same"
    );
}

#[test]
fn a_file_that_vanished_is_written_whole_again() {
    let (_folder, path) = in_folder();
    let file = create(&path);
    file.put(&name("1"), &SecretString::from("first")).unwrap();
    fs::remove_file(&path).unwrap();
    file.put(&name("2"), &SecretString::from("second")).unwrap();
    let fresh = open(&path).unwrap();
    assert_eq!(get(&fresh, "1").as_deref(), Ok("first"));
    assert_eq!(get(&fresh, "2").as_deref(), Ok("second"));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_stays_a_link() {
    let (folder, path) = in_folder();
    create(&path);
    let real = folder.path().join("elsewhere.age");
    fs::rename(&path, &real).unwrap();
    std::os::unix::fs::symlink(&real, &path).unwrap();
    let file = open(&path).unwrap();
    file.put(&name("1"), &SecretString::from("first")).unwrap();
    assert!(path.is_symlink());
    assert_eq!(get(&open(&real).unwrap(), "1").as_deref(), Ok("first"));
}
