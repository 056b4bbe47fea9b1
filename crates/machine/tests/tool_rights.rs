//! A settings file with a key in it is its owner's alone, whoever could read it before, and everybody's again without.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::path::PathBuf;

use common::system::{mode, set_mode};
use common::tools::SETTINGS;
use common::{World, value};
use machine::{KeyName, MachineError, Steps, ToolId, ToolWay};

const QWEN: &str = ".qwen/settings.json";

fn mode_of(world: &World, name: &str) -> u32 {
    mode(&world.path(name).metadata().unwrap())
}

#[test]
fn a_key_is_for_its_owner_alone() {
    for (tool, name, _) in SETTINGS {
        let world = World::with_settings();
        set_mode(&world.path(name), 0o664);
        let before = world.snapshot();
        let plan = world.plan_tool("a", tool, Some(ToolWay::Value)).unwrap();
        assert!(plan.writes[0].makes_private, "{tool:?}");
        let change = world.set_tool("a", tool, ToolWay::Value).unwrap();
        assert_eq!(mode_of(&world, name), 0o600, "{tool:?}");
        let plan = world.plan_tool("b", tool, Some(ToolWay::Value)).unwrap();
        assert!(!plan.writes[0].makes_private, "it is private already");
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
        world.assert_as(&before, "who may read it is as it was");
    }
    let world = World::with_settings();
    for (tool, way) in world.ways() {
        if way != ToolWay::Value {
            let plan = world.plan_tool("a", tool, Some(way)).unwrap();
            assert!(!plan.writes[0].makes_private, "{tool:?} {way:?}");
        }
    }
}

#[test]
fn the_bits_come_back_when_no_key_is_left_in_whatever_order() {
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1]] {
        let world = World::with_settings();
        let name = ".claude/settings.json";
        let before = world.snapshot();
        let mut ids = Vec::new();
        for (key, way) in [
            ("a", ToolWay::Value),
            ("b", ToolWay::Value),
            ("c", ToolWay::Helper),
        ] {
            let change = world.set_tool(key, ToolId::ClaudeCode, way).unwrap();
            ids.push(change.id);
            let expected = if way == ToolWay::Value { 0o600 } else { 0o644 };
            assert_eq!(mode_of(&world, name), expected, "{key}");
        }
        let mut standing = [true; 3];
        for index in order {
            world.undo(&ids[index]).unwrap();
            standing[index] = false;
            let holds_key = !standing[2] && (standing[0] || standing[1]);
            let expected = if holds_key { 0o600 } else { 0o644 };
            assert_eq!(mode_of(&world, name), expected, "{order:?} after {index}");
        }
        world.assert_as(&before, "all undone");
    }
}

#[test]
fn a_new_value_closes_a_file_that_was_opened_meanwhile() {
    let world = World::with_settings();
    let change = world
        .set_tool("a", ToolId::QwenCode, ToolWay::Value)
        .unwrap();
    set_mode(&world.path(QWEN), 0o640);
    machine::follow(&world.surroundings, &change.key, "sk-new", &value("new")).unwrap();
    assert_eq!(mode_of(&world, QWEN), 0o600);
    set_mode(&world.path(QWEN), 0o644);
    let other = KeyName {
        api_key_id: "b".to_owned(),
        ..change.key.clone()
    };
    let moved = machine::move_places(
        &world.surroundings,
        &change.key,
        &other,
        "masked",
        &value("b"),
        &(),
    );
    assert_eq!(moved.unwrap().changes, std::slice::from_ref(&change.id));
    assert_eq!(mode_of(&world, QWEN), 0o600);
    // As the user had it last.
    world.undo(&change.id).unwrap();
    assert_eq!(mode_of(&world, QWEN), 0o644);
}

#[test]
fn what_the_user_opens_and_closes_meanwhile_stays_so() {
    let world = World::with_settings();
    let change = world
        .set_tool("a", ToolId::QwenCode, ToolWay::Value)
        .unwrap();
    set_mode(&world.path(QWEN), 0o640);
    world.undo(&change.id).unwrap();
    assert_eq!(mode_of(&world, QWEN), 0o640);
}

#[test]
fn a_file_that_keeps_a_key_stays_closed() {
    let world = World::with_settings();
    let change = world
        .set_tool("a", ToolId::OpenCode, ToolWay::Value)
        .unwrap();
    let name = ".config/opencode/opencode.jsonc";
    // Theirs inside of ours: the provider is left, with the key in it.
    let text = world.read(name);
    world.write(name, text.replace("\"npm\":", "\"more\": 1, \"npm\":"));
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(name)]);
    assert_eq!(mode_of(&world, name), 0o600);
}

/// Somebody who takes the folder away that was made for the file.
struct FolderGone(PathBuf);

impl Steps for FolderGone {
    fn reached(&self, step: &'static str) {
        if step == "folders were made" {
            std::fs::remove_dir(&self.0).unwrap();
        }
    }
}

#[test]
fn folders_that_were_made_for_nothing_go_again() {
    let world = World::with_printer();
    let before = world.snapshot();
    let plan = world.plan_tool("a", ToolId::ClineCli, None).unwrap();
    let gone = FolderGone(world.path(".cline/data/settings"));
    let refused = machine::apply_tool(&world.surroundings, &plan, &value("a"), &gone);
    assert!(matches!(refused, Err(MachineError::System { .. })));
    world.assert_as(&before, "no folder is left");
    assert!(machine::changes(&world.surroundings).unwrap().is_empty());
}
