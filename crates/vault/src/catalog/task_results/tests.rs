use super::TaskResult;
use crate::catalog::tests::{opened, reopened};

fn result(place: &str, task_id: &str, kept_at: i64) -> TaskResult {
    TaskResult {
        place: place.to_owned(),
        task_id: task_id.to_owned(),
        model: "wan2.5-t2i-preview".to_owned(),
        status: "SUCCEEDED".to_owned(),
        result_json: r#"{"output":{"text":"一只猫；'); DROP TABLE task_results;--"}}"#.to_owned(),
        kept_at,
    }
}

#[test]
fn results_are_kept_replaced_listed_and_removed_over_a_restart() {
    let (_folder, catalog) = opened();
    for kept in [
        result("cn-beijing@a7f3c2", "task-1", 1),
        result("cn-beijing@a7f3c2", "task-2", 3),
        result("cn-beijing@a7f3c2", "task-3", 2),
        result("cn-beijing@b81d04", "task-1", 9),
    ] {
        catalog.keep_task_result(&kept).unwrap();
    }
    let again = TaskResult {
        result_json: "{}".to_owned(),
        ..result("cn-beijing@a7f3c2", "task-1", 4)
    };
    catalog.keep_task_result(&again).unwrap();

    let catalog = reopened(catalog);
    assert_eq!(
        catalog.task_results("cn-beijing@a7f3c2").unwrap(),
        [
            again,
            result("cn-beijing@a7f3c2", "task-2", 3),
            result("cn-beijing@a7f3c2", "task-3", 2)
        ]
    );
    for _ in 0..2 {
        catalog
            .remove_task_result("cn-beijing@a7f3c2", "task-1")
            .unwrap();
    }
    assert_eq!(
        catalog.task_result("cn-beijing@a7f3c2", "task-1").unwrap(),
        None
    );
    assert_eq!(
        catalog.task_result("cn-beijing@b81d04", "task-1").unwrap(),
        Some(result("cn-beijing@b81d04", "task-1", 9)),
        "another account's task of the same id is another task"
    );
}

#[test]
fn a_long_result_comes_back_whole() {
    let (_folder, catalog) = opened();
    let long = TaskResult {
        result_json: format!(r#"{{"text":"{}"}}"#, "字".repeat(1_000_000)),
        ..result("this-computer", "task-1", 1)
    };
    catalog.keep_task_result(&long).unwrap();
    assert_eq!(
        reopened(catalog)
            .task_result("this-computer", "task-1")
            .unwrap(),
        Some(long)
    );
}
