use proptest::prelude::*;

use super::{Rotation, RotationStep};
use crate::catalog::tests::{after_a_crash, opened, reopened};
use crate::catalog::{Catalog, CatalogError};

const STEPS: [RotationStep; 9] = [
    RotationStep::Begun,
    RotationStep::Created,
    RotationStep::Kept,
    RotationStep::Verified,
    RotationStep::Moved,
    RotationStep::MovedVerified,
    RotationStep::OldDisabled,
    RotationStep::Finished,
    RotationStep::Undone,
];

pub(in crate::catalog) fn rotation(id: &str, old_key_id: i64) -> Rotation {
    Rotation {
        id: id.to_owned(),
        place: "cn-beijing@a7f3c2".to_owned(),
        old_key_id,
        new_key_id: None,
        step: RotationStep::Begun,
        moved_changes_json: "[]".to_owned(),
        started_at: 1,
        updated_at: 1,
        remind_at: None,
        attempt: format!("attempt of {id}"),
        failure_json: None,
    }
}

fn ids(rotations: Vec<Rotation>) -> Vec<String> {
    rotations.into_iter().map(|rotation| rotation.id).collect()
}

fn stored(catalog: &Catalog, id: &str) -> Rotation {
    catalog.rotation(id).unwrap().unwrap()
}

#[test]
fn the_steps_are_in_their_order_and_two_end_it() {
    assert!(STEPS.is_sorted());
    assert_eq!(
        STEPS.map(RotationStep::is_end),
        [false, false, false, false, false, false, false, true, true]
    );
}

#[test]
fn every_step_is_on_the_disk_when_the_call_returns() {
    let (folder, catalog) = opened();
    let mut now = rotation("1", 7);
    catalog.begin_rotation(&now).unwrap();
    assert_eq!(
        after_a_crash(&folder, &catalog).open_rotations().unwrap(),
        [now.clone()]
    );
    for (at, step) in STEPS.into_iter().enumerate() {
        now = Rotation {
            new_key_id: Some(8),
            step,
            moved_changes_json: format!(r#"["change {at}"]"#),
            updated_at: at as i64,
            remind_at: Some(100),
            failure_json: Some(r#"{"code":"offline"}"#.to_owned()),
            ..now
        };
        if step.is_end() {
            break;
        }
        catalog.advance_rotation(&now).unwrap();
        assert_eq!(stored(&after_a_crash(&folder, &catalog), "1"), now);
    }
    catalog.finish_rotation("1", 50).unwrap();
    let ended = stored(&after_a_crash(&folder, &catalog), "1");
    assert_eq!(
        (
            ended.step,
            ended.updated_at,
            ended.remind_at,
            ended.failure_json
        ),
        (RotationStep::Finished, 50, None, None)
    );
}

#[test]
fn what_a_rotation_is_about_does_not_change_on_the_way() {
    let (_folder, catalog) = opened();
    catalog.begin_rotation(&rotation("1", 7)).unwrap();
    let other = Rotation {
        place: "us-east-1".to_owned(),
        old_key_id: 99,
        started_at: 99,
        attempt: "another".to_owned(),
        step: RotationStep::Created,
        ..rotation("1", 7)
    };
    catalog.advance_rotation(&other).unwrap();
    assert_eq!(
        stored(&catalog, "1"),
        Rotation {
            step: RotationStep::Created,
            ..rotation("1", 7)
        }
    );
}

#[test]
fn a_key_has_one_open_rotation_at_a_time() {
    let (_folder, catalog) = opened();
    catalog.begin_rotation(&rotation("1", 7)).unwrap();
    let refused = catalog.begin_rotation(&rotation("2", 7));
    assert!(
        matches!(&refused, Err(CatalogError::RotationOpen { id }) if id == "1"),
        "{refused:?}"
    );
    assert_eq!(catalog.rotation("2").unwrap(), None);
    let elsewhere = Rotation {
        place: "cn-beijing@b81d04".to_owned(),
        ..rotation("3", 7)
    };
    catalog.begin_rotation(&elsewhere).unwrap();
    catalog.undo_rotation("1", 2).unwrap();
    catalog.begin_rotation(&rotation("4", 7)).unwrap();
    assert_eq!(ids(reopened(catalog).open_rotations().unwrap()), ["3", "4"]);
}

#[test]
fn a_reminder_is_kept_until_the_rotation_ends() {
    let (_folder, catalog) = opened();
    for (id, old_key_id, remind_at) in [
        ("1", 7, Some(100)),
        ("2", 8, Some(200)),
        ("3", 9, None),
        ("4", 10, Some(50)),
    ] {
        catalog.begin_rotation(&rotation(id, old_key_id)).unwrap();
        catalog
            .advance_rotation(&Rotation {
                step: RotationStep::OldDisabled,
                remind_at,
                ..rotation(id, old_key_id)
            })
            .unwrap();
    }
    catalog.finish_rotation("4", 60).unwrap();
    let reminders = || {
        let open = catalog.open_rotations().unwrap();
        open.into_iter()
            .map(|rotation| (rotation.id, rotation.remind_at))
            .collect::<Vec<_>>()
    };
    let expected = |first| {
        [("1", Some(first)), ("2", Some(200)), ("3", None)].map(|(id, at)| (id.to_owned(), at))
    };
    assert_eq!(reminders(), expected(100));
    assert_eq!(catalog.rotation("4").unwrap().unwrap().remind_at, None);
    // Later: the same step with another time.
    catalog
        .advance_rotation(&Rotation {
            step: RotationStep::OldDisabled,
            remind_at: Some(2000),
            ..rotation("1", 7)
        })
        .unwrap();
    assert_eq!(reminders(), expected(2000));
}

#[test]
fn a_rotation_that_is_over_or_was_never_begun_cannot_go_on() {
    let (_folder, catalog) = opened();
    for (id, old_key_id) in [("finished", 7), ("undone", 8)] {
        catalog.begin_rotation(&rotation(id, old_key_id)).unwrap();
    }
    catalog.finish_rotation("finished", 2).unwrap();
    catalog.undo_rotation("undone", 2).unwrap();
    for id in ["finished", "undone", "never"] {
        for outcome in [
            catalog.advance_rotation(&Rotation {
                step: RotationStep::OldDisabled,
                ..rotation(id, 7)
            }),
            catalog.finish_rotation(id, 3),
            catalog.undo_rotation(id, 3),
        ] {
            assert!(
                matches!(&outcome, Err(CatalogError::RotationUnknown { id: named }) if named == id),
                "{outcome:?}"
            );
        }
    }
    assert_eq!(stored(&catalog, "finished").updated_at, 2);
    assert_eq!(stored(&catalog, "undone").step, RotationStep::Undone);
}

proptest! {
    // Each case is a catalogue of its own on the disk.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_asked_for_a_rotation_only_goes_forward(
        asked in proptest::collection::vec(proptest::sample::select(&STEPS[..]), 1..12)
    ) {
        let (_folder, catalog) = opened();
        catalog.begin_rotation(&rotation("1", 7)).unwrap();
        let mut at = RotationStep::Begun;
        for to in asked {
            let outcome = catalog.advance_rotation(&Rotation { step: to, ..rotation("1", 7) });
            match outcome {
                Ok(()) => {
                    prop_assert!(!at.is_end() && to >= at);
                    at = to;
                }
                Err(CatalogError::RotationPassed { at: said, to: wanted, .. }) => {
                    prop_assert!(!at.is_end() && to < at);
                    prop_assert_eq!((said, wanted), (at, to));
                }
                Err(CatalogError::RotationUnknown { .. }) => prop_assert!(at.is_end()),
                Err(other) => prop_assert!(false, "{}", other),
            }
            prop_assert_eq!(stored(&catalog, "1").step, at);
        }
    }
}
