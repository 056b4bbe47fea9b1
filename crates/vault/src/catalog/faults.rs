//! Tests: a disk that is full and a file that cannot be written. Each write says so and changes nothing.

use rusqlite::ErrorCode;

use super::accounts::tests::account;
use super::rotations::tests::rotation;
use super::tests::{opened, record, reopened};
use super::{
    Account, Catalog, CatalogError, CatalogProblem, KeyRecord, LastSeen, OwnEndpoints, PrintReason,
    Rotation, RotationStep, TaskResult,
};

type Outcome = Result<(), CatalogError>;

/// Every write of accounts and what belongs to them, with a text of this length in it.
fn writes(catalog: &Catalog, length: usize) -> Vec<(&'static str, Outcome)> {
    let long = || "x".repeat(length);
    let big_account = |id: &str| Account {
        access_key_id: long(),
        ..account(id, &format!("{id} {length}"), 1)
    };
    let big_rotation = |id: &str, step| Rotation {
        step,
        moved_changes_json: long(),
        ..rotation(id, 7)
    };
    vec![
        (
            "insert_account",
            catalog.insert_account(&big_account("b81d04")),
        ),
        (
            "update_account",
            catalog.update_account(&big_account("a7f3c2")),
        ),
        (
            "set_endpoints",
            catalog.set_endpoints(&OwnEndpoints {
                account_id: "a7f3c2".to_owned(),
                region: "us-east-1".to_owned(),
                control: Some(long()),
                data: None,
            }),
        ),
        (
            "put_last_seen",
            catalog.put_last_seen(&LastSeen {
                place: "this-computer".to_owned(),
                list_json: long(),
                seen_at: 9,
            }),
        ),
        (
            "begin_rotation",
            catalog.begin_rotation(&Rotation {
                old_key_id: 99,
                ..big_rotation("2", RotationStep::Begun)
            }),
        ),
        (
            "advance_rotation",
            catalog.advance_rotation(&big_rotation("1", RotationStep::Moved)),
        ),
        (
            "keep_task_result",
            catalog.keep_task_result(&TaskResult {
                place: "this-computer".to_owned(),
                task_id: "task-2".to_owned(),
                model: String::new(),
                status: String::new(),
                result_json: long(),
                kept_at: 9,
            }),
        ),
        (
            "remember_key",
            catalog.remember_key(&KeyRecord {
                description: long(),
                ..record("cn-beijing", 7)
            }),
        ),
        (
            "set_key_host",
            catalog.set_key_host("cn-beijing", -1, Some(&long())),
        ),
    ]
}

/// The writes that add no text.
fn small_writes(catalog: &Catalog) -> Vec<(&'static str, Outcome)> {
    vec![
        ("remove_account", catalog.remove_account("a7f3c2")),
        (
            "clear_endpoints",
            catalog.clear_endpoints("a7f3c2", "cn-beijing"),
        ),
        ("forget_last_seen", catalog.forget_last_seen("a7f3c2")),
        ("finish_rotation", catalog.finish_rotation("1", 9)),
        ("undo_rotation", catalog.undo_rotation("1", 9)),
        (
            "remove_task_result",
            catalog.remove_task_result("cn-beijing", "task-1"),
        ),
        (
            "next_pasted_id",
            catalog.next_pasted_id("cn-beijing").map(drop),
        ),
        (
            "rematch_key",
            catalog.rematch_key(("cn-beijing", -1), ("cn-beijing", 7)),
        ),
        ("forget_key", catalog.forget_key("cn-beijing", -1)),
        (
            "allow_printing",
            catalog.allow_printing("cn-beijing", 7, PrintReason::Tool),
        ),
        (
            "disallow_printing",
            catalog.disallow_printing("cn-beijing", 8, PrintReason::Tool),
        ),
        (
            "note_disabled",
            catalog.note_disabled("cn-beijing", &[(8, true)]),
        ),
    ]
}

/// Something in every table that the writes are about.
fn filled() -> (tempfile::TempDir, Catalog) {
    let (folder, catalog) = opened();
    catalog
        .insert_account(&account("a7f3c2", "Work", 1))
        .unwrap();
    catalog
        .set_endpoints(&OwnEndpoints {
            account_id: "a7f3c2".to_owned(),
            region: "cn-beijing".to_owned(),
            control: None,
            data: Some("https://models.example".to_owned()),
        })
        .unwrap();
    catalog
        .put_last_seen(&LastSeen {
            place: "cn-beijing@a7f3c2".to_owned(),
            list_json: "[]".to_owned(),
            seen_at: 1,
        })
        .unwrap();
    catalog.begin_rotation(&rotation("1", 7)).unwrap();
    catalog
        .keep_task_result(&TaskResult {
            place: "cn-beijing".to_owned(),
            task_id: "task-1".to_owned(),
            model: String::new(),
            status: String::new(),
            result_json: "{}".to_owned(),
            kept_at: 1,
        })
        .unwrap();
    assert_eq!(catalog.next_pasted_id("cn-beijing").unwrap(), -1);
    catalog.remember_key(&record("cn-beijing", -1)).unwrap();
    catalog
        .allow_printing("cn-beijing", 8, PrintReason::Tool)
        .unwrap();
    (folder, catalog)
}

/// All that is in the tables that the writes are about.
fn content(catalog: &Catalog) -> String {
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}",
        catalog.accounts().unwrap(),
        catalog.account_endpoints("a7f3c2").unwrap(),
        catalog.all_last_seen().unwrap(),
        catalog.open_rotations().unwrap(),
        catalog.task_results("this-computer").unwrap(),
        catalog.task_results("cn-beijing").unwrap(),
        catalog.keys("cn-beijing").unwrap(),
        catalog.printable_keys().unwrap(),
    )
}

fn assert_refused(outcomes: Vec<(&'static str, Outcome)>, code: ErrorCode, catalog: &Catalog) {
    for (write, outcome) in outcomes {
        match outcome {
            Err(CatalogError::Unusable {
                path,
                reason: CatalogProblem::Sqlite(error),
            }) => {
                assert_eq!(path, catalog.path());
                assert_eq!(error.sqlite_error_code(), Some(code), "{write}");
            }
            outcome => panic!("{write}: {outcome:?}"),
        }
    }
}

#[test]
fn a_full_disk_is_said_and_leaves_everything_as_it_was() {
    let (_folder, catalog) = filled();
    let before = content(&catalog);
    let pages = |catalog: &Catalog, most: i64| {
        let connection = catalog.connection();
        let pages: i64 = connection
            .query_row(&format!("PRAGMA max_page_count = {most}"), [], |row| {
                row.get(0)
            })
            .unwrap();
        pages
    };
    // No page more than there are.
    pages(&catalog, 1);
    assert_refused(writes(&catalog, 100_000), ErrorCode::DiskFull, &catalog);
    assert_eq!(content(&catalog), before);

    // There is room again.
    pages(&catalog, 1_000_000);
    for (write, outcome) in writes(&catalog, 100_000) {
        assert!(outcome.is_ok(), "{write}: {outcome:?}");
    }
    assert_ne!(content(&reopened(catalog)), before);
}

#[test]
fn a_file_that_cannot_be_written_is_said_and_left_as_it_was() {
    let (_folder, catalog) = filled();
    let before = content(&catalog);
    let read_only = |on: bool| {
        catalog
            .connection()
            .pragma_update(None, "query_only", on)
            .unwrap();
    };
    read_only(true);
    assert_refused(writes(&catalog, 10), ErrorCode::ReadOnly, &catalog);
    assert_refused(small_writes(&catalog), ErrorCode::ReadOnly, &catalog);
    assert_eq!(content(&catalog), before, "and it can still be read");

    read_only(false);
    for (write, outcome) in writes(&catalog, 10) {
        assert!(outcome.is_ok(), "{write}: {outcome:?}");
    }
}
