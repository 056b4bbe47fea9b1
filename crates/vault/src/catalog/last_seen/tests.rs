use super::LastSeen;
use crate::catalog::accounts::tests::account;
use crate::catalog::tests::{opened, reopened};

fn seen(place: &str, seen_at: i64) -> LastSeen {
    LastSeen {
        place: place.to_owned(),
        list_json: format!(
            r#"{{"keys":[{{"masked":"sk-ws-3f2…9a1c","description":"服务器 {seen_at}"}}]}}"#
        ),
        seen_at,
    }
}

#[test]
fn what_was_seen_is_replaced_and_is_there_after_a_restart() {
    let (_folder, catalog) = opened();
    catalog
        .insert_account(&account("a7f3c2", "Work", 1))
        .unwrap();
    assert_eq!(catalog.last_seen("this-computer").unwrap(), None);
    catalog.put_last_seen(&seen("this-computer", 1)).unwrap();
    catalog.put_last_seen(&seen("us-east-1@a7f3c2", 2)).unwrap();
    catalog
        .put_last_seen(&seen("cn-beijing@a7f3c2", 3))
        .unwrap();
    // A clock that was set back does not keep the old list.
    catalog.put_last_seen(&seen("us-east-1@a7f3c2", 0)).unwrap();

    let catalog = reopened(catalog);
    assert_eq!(
        catalog.all_last_seen().unwrap(),
        [
            seen("cn-beijing@a7f3c2", 3),
            seen("this-computer", 1),
            seen("us-east-1@a7f3c2", 0)
        ]
    );
    assert_eq!(
        catalog.last_seen("cn-beijing@a7f3c2").unwrap(),
        Some(seen("cn-beijing@a7f3c2", 3))
    );
}

#[test]
fn the_places_of_one_account_are_forgotten_and_no_others() {
    let (_folder, catalog) = opened();
    // The ids look like patterns, parts of each other, and regions.
    for (number, id) in ["a7f3c2", "a7f3c20", "0a7f3c2", "beijing"]
        .iter()
        .enumerate()
    {
        catalog
            .insert_account(&account(id, id, number as i64))
            .unwrap();
    }
    let others = [
        "ap-southeast-1@0a7f3c2",
        "cn-beijing",
        "cn-beijing@a7f3c20",
        "cn-beijing@beijing",
        "this-computer",
    ];
    for place in others
        .iter()
        .chain(&["cn-beijing@a7f3c2", "us-east-1@a7f3c2"])
    {
        catalog.put_last_seen(&seen(place, 1)).unwrap();
    }
    catalog.forget_last_seen("a7f3c2").unwrap();
    catalog.forget_last_seen("%").unwrap();
    catalog.forget_last_seen("").unwrap();
    let left: Vec<String> = catalog
        .all_last_seen()
        .unwrap()
        .into_iter()
        .map(|seen| seen.place)
        .collect();
    assert_eq!(left, others);
}

#[test]
fn an_answer_that_comes_after_its_account_was_removed_is_not_kept() {
    let (_folder, catalog) = opened();
    catalog
        .insert_account(&account("a7f3c2", "Work", 1))
        .unwrap();
    catalog.remove_account("a7f3c2").unwrap();
    catalog
        .put_last_seen(&seen("cn-beijing@a7f3c2", 1))
        .unwrap();
    assert!(catalog.all_last_seen().unwrap().is_empty());
}
