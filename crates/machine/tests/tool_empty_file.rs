//! A settings file with nothing in it, as programs and people make them, is as good as none, and is there again after undo.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::World;
use common::tools::SETTINGS;
use machine::{ToolId, ToolWay};

#[test]
fn a_file_with_nothing_in_it_is_written_and_given_back() {
    for (tool, name, _) in SETTINGS {
        for nothing in ["", "\u{feff}\r\n"] {
            let world = World::with_printer();
            world.write(name, nothing);
            let before = world.snapshot();
            let context = format!("{tool:?} {nothing:?}");
            let problem = |world: &World| {
                let all = machine::tools(&world.surroundings).unwrap();
                let one = all.into_iter().find(|one| one.id == tool);
                one.unwrap().problem.is_some()
            };
            assert!(!problem(&world), "{context}");
            let change = world.set_tool("a", tool, ToolWay::Value).unwrap();
            assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
            world.assert_as(&before, &context);
            // Two of them, in either order.
            for first in [0, 1] {
                let ids =
                    ["a", "b"].map(|key| world.set_tool(key, tool, ToolWay::Value).unwrap().id);
                for id in [&ids[first], &ids[1 - first]] {
                    assert!(world.undo(id).unwrap().left_alone.is_empty());
                }
                world.assert_as(&before, &format!("{context} {first}"));
            }
        }
    }
}

#[test]
fn a_file_that_was_emptied_meanwhile_is_nobodys() {
    let world = World::with_settings();
    let change = world
        .set_tool("a", ToolId::QwenCode, ToolWay::Value)
        .unwrap();
    world.write(".qwen/settings.json", "");
    assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
    assert_eq!(world.read(".qwen/settings.json"), "");
}

#[test]
fn comments_alone_are_something() {
    let world = World::with_printer();
    world.write(".qwen/settings.json", "// mine\n");
    assert!(world.plan_tool("a", ToolId::QwenCode, None).is_err());
}
