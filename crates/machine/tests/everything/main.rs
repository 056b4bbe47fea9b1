//! Everything that this program changed is undone, on a home in which each place was used: whichever change goes first, and
//! wherever the program was killed before, the home is as it was.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

#[path = "../common/mod.rs"]
mod common;
mod home;
mod interrupted;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::kill::told;
use common::manager::UserManager;
use common::{Entry, World, value};
use home::{bare, change_all, furnished};
use machine::ChangeState;
use secrecy::ExposeSecret;

/// The changes that stand, in the order in which they are to be undone.
type Order = fn(Vec<String>) -> Vec<String>;

/// As the window does it.
fn oldest_first(ids: Vec<String>) -> Vec<String> {
    ids
}

fn newest_first(ids: Vec<String>) -> Vec<String> {
    ids.into_iter().rev().collect()
}

/// From the middle outwards.
fn mixed(ids: Vec<String>) -> Vec<String> {
    let (early, late) = ids.split_at(ids.len() / 2);
    let early = early.iter().rev().map(Some).chain(std::iter::repeat(None));
    let both = early.zip(late.iter().map(Some).chain([None]));
    both.flat_map(|(one, other)| [one, other])
        .flatten()
        .cloned()
        .collect()
}

const ORDERS: [Order; 3] = [oldest_first, newest_first, mixed];

/// Undoes all that stands. Nothing is left, and nothing had to be left alone.
fn undo_all(world: &World, order: Order, context: &str) {
    let standing = machine::changes(&world.surroundings)
        .unwrap()
        .into_iter()
        .rev()
        .filter(|change| change.state != ChangeState::Undone)
        .map(|change| change.id)
        .collect();
    for id in order(standing) {
        let undone = world.undo(&id).unwrap();
        assert!(undone.left_alone.is_empty(), "{context}: {undone:?}");
        assert!(undone.also.is_empty(), "{context}: {undone:?}");
    }
    let states = world.states();
    assert!(
        states.iter().all(|state| *state == ChangeState::Undone),
        "{context}: {states:?}"
    );
}

/// The home as it was, and no value anywhere on the computer, the copies and the journal included.
fn assert_nothing_left(world: &World, before: &BTreeMap<PathBuf, Entry>, context: &str) {
    world.assert_as(before, context);
    for key in ["a", "b"] {
        // EXPOSE: a test's own value.
        let found = world.files_with(value(key).expose_secret());
        assert!(found.is_empty(), "{context}: {found:?}");
    }
    let told = std::fs::read_dir(world.root.join("launchd")).unwrap();
    assert_eq!(told.count(), 0, "{context}: launchd still knows a variable");
}

#[test]
fn each_order_leads_back() {
    for (number, order) in ORDERS.into_iter().enumerate() {
        for (name, make) in [("furnished", furnished as fn() -> World), ("bare", bare)] {
            let mut world = make();
            let context = format!("order {number}, {name}");
            let manager = UserManager::is_possible().then(|| UserManager::start(&world.root));
            if let Some(manager) = &manager {
                world.use_manager(manager);
            }
            let knows = || manager.as_ref().and_then(UserManager::environment);
            let (before, knew) = (world.snapshot(), knows());
            let untouched = world.untouched();
            let changes = change_all(&mut world, &());
            assert_eq!(changes.len(), world.states().len());
            assert!(
                manager.is_none() || knows() != knew,
                "{context}: it was told"
            );
            undo_all(&world, order, &context);
            assert_eq!(knows(), knew, "{context}");
            assert_nothing_left(&world, &before, &context);
            assert_eq!(
                world.untouched(),
                untouched,
                "{context}: when files were written"
            );
        }
    }
}

#[test]
#[ignore = "started by the other tests, which kill it"]
fn killed() {
    let (mut world, act, steps) = told();
    world.complete();
    match act.as_str() {
        "change" => drop(change_all(&mut world, &steps)),
        ids => {
            for id in ids.split(' ') {
                let earlier =
                    |key: &machine::KeyName| machine::Earlier::Value(value(&key.api_key_id));
                machine::undo(&world.surroundings, id, &earlier, &steps).unwrap();
            }
        }
    }
}
