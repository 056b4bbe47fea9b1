use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::M;
use tempfile::TempDir;

use super::{STEPS, open, pragma};
use crate::catalog::{CatalogError, CatalogProblem};

/// What a later version could add.
const LATER: M<'static> = M::up("ALTER TABLE preferences ADD COLUMN changed_at INTEGER");

fn in_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("studio-keys").join("catalog.sqlite");
    (folder, path)
}

fn with_later(later: M<'static>) -> Vec<M<'static>> {
    let mut steps = STEPS.to_vec();
    steps.push(later);
    steps
}

/// A catalogue of today's schema with one preference in it.
fn of_today(path: &Path) {
    let connection = open(path, &STEPS).unwrap();
    set(&connection, "language", "zh-CN");
}

/// It opens, and the preference is still in it.
fn assert_as_of_today(path: &Path) {
    assert_eq!(language(&open(path, &STEPS).unwrap()), "zh-CN");
}

fn set(connection: &Connection, name: &str, value: &str) {
    connection
        .execute(
            "INSERT INTO preferences (name, value) VALUES (?1, ?2)",
            (name, value),
        )
        .unwrap();
}

fn language(connection: &Connection) -> String {
    connection
        .query_row(
            "SELECT value FROM preferences WHERE name = 'language'",
            [],
            |row| row.get(0),
        )
        .unwrap()
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

/// The names of all that lies beside the catalogue, without SQLite's own files.
fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    names.sort();
    names
}

fn refused(path: &Path) -> CatalogProblem {
    let before = fs::read(path).unwrap();
    let problem = match open(path, &STEPS) {
        Err(CatalogError::Unusable {
            reason,
            path: named,
        }) => {
            assert_eq!(named, path);
            reason
        }
        outcome => panic!("not refused: {outcome:?}"),
    };
    assert_eq!(
        fs::read(path).unwrap(),
        before,
        "a refused file was changed"
    );
    problem
}

#[test]
fn the_steps_are_valid() {
    rusqlite_migration::Migrations::from_slice(&STEPS)
        .validate()
        .unwrap();
}

#[test]
fn the_connection_is_durable_and_strict() {
    let (_folder, path) = in_folder();
    let connection = open(&path, &STEPS).unwrap();
    assert_eq!(
        pragma::<String>(&connection, "journal_mode").unwrap(),
        "wal"
    );
    // 2 is FULL.
    assert_eq!(pragma::<i64>(&connection, "synchronous").unwrap(), 2);
    assert_eq!(pragma::<i64>(&connection, "foreign_keys").unwrap(), 1);
    assert_eq!(
        pragma::<i64>(&connection, "user_version").unwrap(),
        STEPS.len() as i64
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = in_folder();
    let connection = open(&path, &STEPS).unwrap();
    set(&connection, "language", "en");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for suffix in ["", "-wal", "-shm"] {
        assert_eq!(mode(&beside(&path, suffix)), 0o600, "{suffix}");
    }
}

#[test]
fn a_new_catalog_leaves_nothing_beside_itself() {
    let (_folder, path) = in_folder();
    drop(open(&path, &STEPS).unwrap());
    assert_eq!(names(&path), ["catalog.sqlite"]);
}

#[test]
fn an_older_catalog_is_copied_and_brought_up_to_date() {
    let (_folder, path) = in_folder();
    // Still open, so that its content is in the write-ahead log only.
    let old = open(&path, &STEPS).unwrap();
    set(&old, "language", "zh-CN");

    let connection = open(&path, &with_later(LATER)).unwrap();
    assert_eq!(pragma::<i64>(&connection, "user_version").unwrap(), 5);
    assert_eq!(language(&connection), "zh-CN");

    let copy = beside(&path, ".version-4");
    assert_eq!(names(&path), ["catalog.sqlite", "catalog.sqlite.version-4"]);
    let copied = open(&copy, &STEPS).unwrap();
    assert_eq!(pragma::<i64>(&copied, "user_version").unwrap(), 4);
    assert_eq!(language(&copied), "zh-CN");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&copy).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_catalog_that_is_up_to_date_is_not_copied() {
    let (_folder, path) = in_folder();
    of_today(&path);
    assert_as_of_today(&path);
    assert_eq!(names(&path), ["catalog.sqlite"]);
}

#[test]
fn a_step_that_fails_leaves_the_catalog_as_it_was() {
    let (_folder, path) = in_folder();
    of_today(&path);
    let failing = M::up("DELETE FROM preferences; ALTER TABLE no_such_table ADD COLUMN x");
    for _ in 0..2 {
        let outcome = open(&path, &with_later(failing.clone()));
        assert!(matches!(
            outcome,
            Err(CatalogError::Unusable {
                reason: CatalogProblem::Migration(_),
                ..
            })
        ));
    }
    assert_as_of_today(&path);
}

#[test]
fn a_newer_catalog_is_left_alone() {
    let (_folder, path) = in_folder();
    let newer = open(&path, &with_later(LATER)).unwrap();
    set(&newer, "language", "zh-CN");
    // As after a crash: what was written last is in the write-ahead log.
    for suffix in ["", "-wal"] {
        fs::copy(
            beside(&path, suffix),
            beside(&path, &format!(".kept{suffix}")),
        )
        .unwrap();
    }
    drop(newer);
    for suffix in ["", "-wal"] {
        fs::rename(
            beside(&path, &format!(".kept{suffix}")),
            beside(&path, suffix),
        )
        .unwrap();
    }
    let before = fs::read(&path).unwrap();
    let log_before = fs::read(beside(&path, "-wal")).unwrap();
    let outcome = open(&path, &STEPS);
    assert!(matches!(outcome, Err(CatalogError::TooNew { path: named }) if named == path));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read(beside(&path, "-wal")).unwrap(), log_before);
    assert_eq!(names(&path), ["catalog.sqlite"]);
}

#[test]
fn a_file_without_content_is_not_taken_for_a_new_catalog() {
    let (_folder, path) = in_folder();
    of_today(&path);
    fs::write(&path, b"").unwrap();
    assert!(matches!(refused(&path), CatalogProblem::Empty));
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let (_folder, path) = in_folder();
    of_today(&path);
    fs::write(
        &path,
        "no database, but more than a hundred bytes of text. ".repeat(20),
    )
    .unwrap();
    assert!(matches!(refused(&path), CatalogProblem::Sqlite(_)));
}

#[test]
fn a_database_of_another_program_is_refused() {
    let (folder, _) = in_folder();
    let path = folder.path().join("other.sqlite");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE keys (id INTEGER); PRAGMA user_version = 1")
        .unwrap();
    assert!(matches!(refused(&path), CatalogProblem::Foreign));
}

#[test]
fn a_damaged_catalog_is_refused() {
    let (_folder, path) = in_folder();
    let connection = open(&path, &STEPS).unwrap();
    for number in 0..200 {
        set(&connection, &format!("name {number}"), &"x".repeat(100));
    }
    drop(connection);
    let mut bytes = fs::read(&path).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x55);
    fs::write(&path, bytes).unwrap();
    assert!(matches!(
        refused(&path),
        CatalogProblem::Damaged(_) | CatalogProblem::Sqlite(_)
    ));
}

#[test]
fn a_cut_catalog_is_refused() {
    let (_folder, path) = in_folder();
    of_today(&path);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(
        refused(&path),
        CatalogProblem::Damaged(_) | CatalogProblem::Sqlite(_)
    ));
}

#[cfg(unix)]
#[test]
fn a_folder_in_its_place_is_refused() {
    let (folder, _) = in_folder();
    assert!(matches!(
        open(folder.path(), &STEPS),
        Err(CatalogError::Unusable { .. })
    ));
}
