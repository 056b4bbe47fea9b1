//! The process is killed between every two steps of setting and undoing a tool: then undo puts back every byte.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::kill::{run_and_kill, told};
use common::tools::PRINTER;
use common::{Entry, World, value};
use machine::{ChangeState, ToolId, ToolWay};

/// Not a test of its own: the process that is killed.
#[test]
#[ignore = "started by the other tests"]
fn killed() {
    let (mut world, act, steps) = told();
    world.surroundings.key_printer = Some(PRINTER.into());
    if let Some(tool) = ToolId::ALL.into_iter().find(|tool| tool.name() == act) {
        let plan = world.plan_tool("b", tool, Some(second_way(tool))).unwrap();
        machine::apply_tool(&world.surroundings, &plan, &value("b"), &steps).unwrap();
        return;
    }
    match act.as_str() {
        "move" => {
            let from = common::wish("a", &[]).key;
            let to = common::wish("b", &[]).key;
            machine::move_places(&world.surroundings, &from, &to, "m", &value("b"), &steps)
                .unwrap();
        }
        id => {
            let earlier = |key: &machine::KeyName| machine::Earlier::Value(value(&key.api_key_id));
            machine::undo(&world.surroundings, id, &earlier, &steps).unwrap();
        }
    }
}

type Files = BTreeMap<PathBuf, Entry>;

/// How the second key is given: every tool takes a value, and most something better.
fn second_way(tool: ToolId) -> ToolWay {
    match tool {
        ToolId::ClaudeCode | ToolId::Codex | ToolId::OpenClaw => ToolWay::Helper,
        ToolId::QwenCode | ToolId::OpenCode => ToolWay::Environment,
        ToolId::ClineCli => ToolWay::Value,
    }
}

/// A tool on a computer with or without settings, a first key set or not, and its files before and after that. Of the tools
/// one is seen in each of these cases, and the others where most is there.
fn worlds() -> impl Iterator<Item = (ToolId, World, Option<String>, Files, Files)> {
    let fewer = [(false, false), (false, true), (true, false)].map(|case| (ToolId::Codex, case));
    let most = ToolId::ALL.map(|tool| (tool, (true, true)));
    fewer
        .into_iter()
        .chain(most)
        // Under Wine a process starts slowly, and only the writing of files is different.
        .filter(|(tool, case)| {
            !cfg!(windows) || *case == (false, false) || *tool == ToolId::ClaudeCode
        })
        .map(|(tool, (has_settings, has_first))| {
            let world = if has_settings {
                World::with_settings()
            } else {
                World::with_printer()
            };
            let before = world.snapshot();
            let set = || world.set_tool("a", tool, ToolWay::Value).unwrap().id;
            let first = has_first.then(set);
            let with_first = world.snapshot();
            (tool, world, first, before, with_first)
        })
}

#[test]
fn apply() {
    let mut kills = 0;
    loop {
        let mut was_killed = false;
        for (tool, world, first, before, with_first) in worlds() {
            if !run_and_kill(&world, tool.name(), kills) {
                continue;
            }
            was_killed = true;
            let newest = machine::changes(&world.surroundings)
                .unwrap()
                .into_iter()
                .next();
            let newest = newest.filter(|change| Some(&change.id) != first.as_ref());
            let context = format!("{tool:?}, killed at step {kills}, {first:?}");
            if let Some(newest) = newest {
                assert!(matches!(
                    newest.state,
                    ChangeState::Unfinished | ChangeState::Active
                ));
                let undone = world.undo(&newest.id).unwrap();
                assert!(undone.left_alone.is_empty(), "{context}");
            }
            world.assert_as(&with_first, &context);
            if let Some(first) = first {
                assert!(
                    world.undo(&first).unwrap().left_alone.is_empty(),
                    "{context}"
                );
            }
            world.assert_as(&before, &context);
        }
        if !was_killed {
            break;
        }
        kills += 1;
    }
    assert!(kills > 10, "{kills}");
}

#[test]
fn undo() {
    let mut kills = 0;
    loop {
        let mut was_killed = false;
        for (tool, world, first, before, with_first) in worlds() {
            let second = world.set_tool("b", tool, second_way(tool)).unwrap();
            if !run_and_kill(&world, &second.id, kills) {
                continue;
            }
            was_killed = true;
            let context = format!("{tool:?}, killed at step {kills}, {first:?}");
            if machine::changes(&world.surroundings).unwrap()[0].state != ChangeState::Undone {
                let undone = world.undo(&second.id).unwrap();
                assert!(undone.left_alone.is_empty(), "{context}");
            }
            world.assert_as(&with_first, &context);
            if let Some(first) = first {
                assert!(
                    world.undo(&first).unwrap().left_alone.is_empty(),
                    "{context}"
                );
            }
            world.assert_as(&before, &context);
        }
        if !was_killed {
            break;
        }
        kills += 1;
    }
    assert!(kills > 8, "{kills}");
}

#[test]
fn moving() {
    let mut kills = 0;
    loop {
        let world = World::with_settings();
        let before = world.snapshot();
        let mut ids = Vec::new();
        for (tool, way) in [
            (ToolId::ClaudeCode, ToolWay::Helper),
            (ToolId::Codex, ToolWay::Value),
        ] {
            ids.push(world.set_tool("a", tool, way).unwrap().id);
        }
        if !run_and_kill(&world, "move", kills) {
            break;
        }
        let (from, to) = (common::wish("a", &[]).key, common::wish("b", &[]).key);
        let moved =
            machine::move_places(&world.surroundings, &from, &to, "m", &value("b"), &()).unwrap();
        assert_eq!(
            moved.variables,
            ["Claude Code", "Codex CLI"],
            "killed at step {kills}"
        );
        for id in ids {
            let undone = world.undo(&id).unwrap();
            assert!(undone.left_alone.is_empty(), "killed at step {kills}");
        }
        world.assert_as(&before, &format!("killed at step {kills}"));
        kills += 1;
    }
    assert!(kills > 8, "{kills}");
}
