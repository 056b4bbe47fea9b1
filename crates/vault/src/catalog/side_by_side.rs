//! Tests: two programs that work on one catalogue at once, each with a connection of its own.

use std::collections::BTreeSet;

use super::accounts::tests::account;
use super::rotations::tests::rotation;
use super::tests::{opened, record};
use super::{Catalog, CatalogError, LastSeen, Rotation, RotationStep, TaskResult};

const ROUNDS: i64 = 15;

/// Both do `work` at the same time; what each of them made of it.
fn at_once<T: Send>(
    one: &Catalog,
    other: &Catalog,
    work: impl Fn(&Catalog, i64) -> T + Sync,
) -> [T; 2] {
    let barrier = std::sync::Barrier::new(2);
    std::thread::scope(|scope| {
        let (work, barrier) = (&work, &barrier);
        let threads = [(one, 0), (other, 1)].map(|(catalog, which)| {
            scope.spawn(move || {
                barrier.wait();
                work(catalog, which)
            })
        });
        threads.map(|thread| thread.join().unwrap())
    })
}

#[test]
fn what_both_write_is_all_there() {
    let (_folder, one) = opened();
    let other = Catalog::open(one.path()).unwrap();
    at_once(&one, &other, |catalog, which| {
        let id = format!("account{which}");
        catalog.insert_account(&account(&id, &id, which)).unwrap();
        for round in 0..ROUNDS {
            let place = format!("region-{round}@{id}");
            catalog.remember_key(&record(&place, round)).unwrap();
            catalog
                .put_last_seen(&LastSeen {
                    place: place.clone(),
                    list_json: "[]".to_owned(),
                    seen_at: round,
                })
                .unwrap();
            catalog
                .keep_task_result(&TaskResult {
                    place: "cn-beijing".to_owned(),
                    task_id: place,
                    model: String::new(),
                    status: String::new(),
                    result_json: "{}".to_owned(),
                    kept_at: round,
                })
                .unwrap();
        }
    });
    for catalog in [&one, &other] {
        let rows = 2 * usize::try_from(ROUNDS).unwrap();
        assert_eq!(catalog.accounts().unwrap().len(), 2);
        assert_eq!(catalog.all_last_seen().unwrap().len(), rows);
        assert_eq!(catalog.task_results("cn-beijing").unwrap().len(), rows);
        assert_eq!(catalog.keys("region-3@account1").unwrap().len(), 1);
    }
}

#[test]
fn no_id_of_a_pasted_key_is_given_to_both() {
    let (_folder, one) = opened();
    let other = Catalog::open(one.path()).unwrap();
    let given = at_once(&one, &other, |catalog, _| {
        (0..ROUNDS)
            .map(|_| catalog.next_pasted_id("cn-beijing").unwrap())
            .collect::<Vec<_>>()
    });
    let all: BTreeSet<i64> = given.concat().into_iter().collect();
    assert_eq!(all, (-2 * ROUNDS..=-1).collect());
}

#[test]
fn of_two_rotations_of_one_key_one_begins() {
    for _ in 0..5 {
        let (_folder, one) = opened();
        let other = Catalog::open(one.path()).unwrap();
        let outcomes = at_once(&one, &other, |catalog, which| {
            catalog.begin_rotation(&rotation(&which.to_string(), 7))
        });
        let open = one.open_rotations().unwrap();
        assert_eq!(open.len(), 1);
        let refused: Vec<_> = outcomes.into_iter().filter_map(Result::err).collect();
        assert!(
            matches!(&refused[..], [CatalogError::RotationOpen { id }] if *id == open[0].id),
            "{refused:?}"
        );
    }
}

#[test]
fn a_rotation_that_both_advance_ends_at_the_later_step() {
    for _ in 0..5 {
        let (_folder, one) = opened();
        let other = Catalog::open(one.path()).unwrap();
        one.begin_rotation(&rotation("1", 7)).unwrap();
        let outcomes = at_once(&one, &other, |catalog, which| {
            let step =
                [RotationStep::Created, RotationStep::Moved][usize::try_from(which).unwrap()];
            catalog.advance_rotation(&Rotation {
                step,
                ..rotation("1", 7)
            })
        });
        let [earlier, later] = outcomes;
        later.unwrap();
        assert!(
            matches!(&earlier, Ok(()) | Err(CatalogError::RotationPassed { .. })),
            "{earlier:?}"
        );
        assert_eq!(
            other.rotation("1").unwrap().unwrap().step,
            RotationStep::Moved
        );
    }
}
