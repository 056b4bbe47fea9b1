//! The process is killed between every two steps, for good: then undo puts back every byte.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::kill::{run_and_kill, told};
use common::{ALL, Entry, World, value, wish};
use machine::ChangeState;

/// Not a test of its own: the process that is killed.
#[test]
#[ignore = "started by the other tests"]
fn killed() {
    let (world, act, steps) = told();
    match act.as_str() {
        "apply" => {
            let plan = plan_second(&world);
            machine::apply(&world.surroundings, &plan, &value("b"), &steps).unwrap();
        }
        id => {
            machine::undo(
                &world.surroundings,
                id,
                &|key| machine::Earlier::Value(value(&key.api_key_id)),
                &steps,
            )
            .unwrap();
        }
    }
}

/// The second key, with a line of somebody's commented out.
fn plan_second(world: &World) -> machine::Plan {
    let mut wish = wish("b", &ALL);
    let plan = machine::plan(&world.surroundings, &wish, &value("b")).unwrap();
    wish.comment_out = plan.foreign.iter().map(|line| line.id.clone()).collect();
    assert_eq!(wish.comment_out.len(), 1);
    machine::plan(&world.surroundings, &wish, &value("b")).unwrap()
}

type Files = BTreeMap<PathBuf, Entry>;

/// A computer with a first key set, and its files before and after that.
fn world() -> (World, String, Files, Files) {
    let world = World::new();
    world.write(
        ".bashrc",
        "export DASHSCOPE_API_KEY=sk-somebody-elses\nalias a=b",
    );
    world.write(".zshrc", "alias a=b\r\n");
    let before = world.snapshot();
    // Not zsh and the desktop: the second key makes files there.
    let first = world.set("a", &[ALL[0], ALL[2]]).unwrap();
    let with_first = world.snapshot();
    (world, first.id, before, with_first)
}

#[test]
fn apply() {
    let mut kills = 0;
    loop {
        let (world, first, before, with_first) = world();
        if !run_and_kill(&world, "apply", kills) {
            break;
        }
        let newest = machine::changes(&world.surroundings).unwrap().remove(0);
        if newest.id != first {
            assert!(
                matches!(newest.state, ChangeState::Unfinished | ChangeState::Active),
                "{kills}"
            );
            let undone = world.undo(&newest.id).unwrap();
            assert!(undone.left_alone.is_empty(), "{kills}");
        }
        world.assert_as(&with_first, &format!("killed at step {kills}"));
        world.undo(&first).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills > 20, "{kills}");
}

#[test]
fn undo() {
    let mut kills = 0;
    loop {
        let (world, first, before, with_first) = world();
        let plan = plan_second(&world);
        let second = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
        if !run_and_kill(&world, &second.id, kills) {
            break;
        }
        let state = machine::changes(&world.surroundings)
            .unwrap()
            .remove(0)
            .state;
        if state != ChangeState::Undone {
            let undone = world.undo(&second.id).unwrap();
            assert!(undone.left_alone.is_empty(), "{kills}");
        }
        world.assert_as(&with_first, &format!("killed at step {kills}"));
        world.undo(&first).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills > 15, "{kills}");
}

/// Undo of the older change, which hands its commented line to the newer one.
#[test]
fn undo_of_the_older() {
    let mut kills = 0;
    loop {
        let world = World::new();
        world.write(".bashrc", "export DASHSCOPE_API_KEY=sk-somebody-elses\n");
        let before = world.snapshot();
        let plan = plan_second(&world);
        let older = machine::apply(&world.surroundings, &plan, &value("b"), &()).unwrap();
        let newer = world.set("c", &ALL).unwrap();
        let with_newer = world.snapshot();
        if !run_and_kill(&world, &older.id, kills) {
            break;
        }
        if machine::changes(&world.surroundings).unwrap()[1].state != ChangeState::Undone {
            world.undo(&older.id).unwrap();
        }
        world.assert_as(&with_newer, &format!("killed at step {kills}"));
        world.undo(&newer.id).unwrap();
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills >= 8, "{kills}");
}
