//! Settings in which nobody can say any more which of two is ours: nothing is changed, and the user is told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::{World, value};
use machine::{MachineError, ToolId, ToolWay};
use secrecy::ExposeSecret;

const CLAUDE: &str = ".claude/settings.json";

/// Claude Code with a key, and an `env` of somebody's pasted before ours.
fn with_two() -> (World, machine::Change, String) {
    let world = World::with_printer();
    world.write(CLAUDE, "{\n  \"model\": \"opus\"\n}\n");
    let change = world
        .set_tool("a", ToolId::ClaudeCode, ToolWay::Value)
        .unwrap();
    let text = world.read(CLAUDE);
    let text = text.replacen('{', "{\n  \"env\": {\"MINE\": \"1\"},", 1);
    world.write(CLAUDE, &text);
    (world, change, text)
}

#[test]
fn undo_names_the_file_that_it_leaves_the_key_in() {
    let (world, change, _) = with_two();
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(CLAUDE)]);
    let now = world.read(CLAUDE);
    // EXPOSE: a test's own value.
    let written = serde_json::to_string(value("a").expose_secret()).unwrap();
    assert!(now.contains(&written), "{now}");
    // What can be told apart is taken back.
    assert!(now.contains("\"opus\""), "{now}");
}

#[test]
fn nothing_follows_and_the_line_is_named() {
    let (world, change, text) = with_two();
    let refused = machine::follow(&world.surroundings, &change.key, "sk-new", &value("new"));
    assert!(
        matches!(
            &refused,
            Err(MachineError::FileHasSyntaxError { line: Some(4), .. })
        ),
        "{refused:?}"
    );
    let refused = world.plan_tool("b", ToolId::ClaudeCode, Some(ToolWay::Helper));
    assert!(
        matches!(refused, Err(MachineError::FileHasSyntaxError { .. })),
        "{refused:?}"
    );
    assert_eq!(world.read(CLAUDE), text);
    assert_eq!(
        world.tool(ToolId::ClaudeCode).map(|(_, changed)| changed),
        Some(true)
    );
}

#[test]
fn ours_inside_of_something_else_is_left_and_named() {
    for (tool, name, ours, theirs) in [
        (
            ToolId::ClaudeCode,
            CLAUDE,
            "\"env\": {",
            "\"env\": [], \"old\": {",
        ),
        (
            ToolId::Codex,
            ".codex/config.toml",
            "[model_providers.studio-keys]",
            "[[model_providers]]",
        ),
    ] {
        let world = World::with_printer();
        let change = world.set_tool("a", tool, ToolWay::Value).unwrap();
        let text = world.read(name);
        assert!(text.contains(ours), "{text}");
        world.write(name, text.replace(ours, theirs));
        let undone = world.undo(&change.id).unwrap();
        assert_eq!(undone.left_alone, [world.path(name)], "{tool:?}");
    }
}
