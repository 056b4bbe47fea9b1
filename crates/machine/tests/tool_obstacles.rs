//! What a tool does not read itself is said before and after, and stays as the user wrote it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::path::Path;

use common::{World, value};
use machine::{Obstacle, ObstacleKind, ToolId, ToolWay, VerificationStatus};

const FILES: [(ToolId, &str); 5] = [
    (ToolId::ClaudeCode, ".claude/settings.json"),
    (ToolId::QwenCode, ".qwen/settings.json"),
    (ToolId::ClineCli, ".cline/data/settings/providers.json"),
    (ToolId::OpenCode, ".config/opencode/opencode.json"),
    (ToolId::OpenClaw, ".openclaw/openclaw.json"),
];

/// A file, what is in it, and who does not read it for that.
const TEXTS: [(&str, ObstacleKind, &[ToolId]); 4] = [
    (
        "{\r\n  \"x\": \"// y\", // mine\r\n  \"z\": 1\r\n}\r\n",
        ObstacleKind::Comment,
        &[ToolId::ClaudeCode, ToolId::ClineCli],
    ),
    (
        "{\n  \"x\": \"/* y */\",\n  \"z\": [1,],\n  \"last\": {}\n}\n",
        ObstacleKind::TrailingComma,
        &[ToolId::ClaudeCode, ToolId::QwenCode, ToolId::ClineCli],
    ),
    (
        "\u{feff}{\n  \"x\": 1\n}\n",
        ObstacleKind::ByteOrderMark,
        &[ToolId::ClineCli],
    ),
    (
        "{\n  \"x\": \"one\ttab\"\n}\n",
        ObstacleKind::NotJson,
        &[ToolId::ClaudeCode, ToolId::QwenCode, ToolId::ClineCli],
    ),
];

#[test]
fn it_is_said_before_and_after_and_left_as_it_is() {
    for (tool, name) in FILES {
        for (text, kind, those) in TEXTS {
            let world = World::new();
            world.write(name, text);
            let before = world.snapshot();
            let plan = world.plan_tool("a", tool, Some(ToolWay::Value)).unwrap();
            let context = format!("{tool:?} {kind:?}");
            let stands_in_the_way = plan.obstacle.map(|found| found.kind);
            let expected = those.contains(&tool).then_some(kind);
            assert_eq!(stands_in_the_way, expected, "{context}");

            let change = machine::apply_tool(&world.surroundings, &plan, &value("a"), &()).unwrap();
            let now = world.read(name);
            for line in text.lines().filter(|line| line.contains("\"x\": \"")) {
                assert!(now.contains(line), "{context}: {now}");
            }
            let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
            let status = match expected {
                Some(_) => VerificationStatus::Ignored,
                None => VerificationStatus::Seen,
            };
            assert_eq!(seen[0].status, status, "{context}");
            assert_eq!(
                kind_of(seen[0].obstacle),
                kind_of(plan.obstacle),
                "{context}"
            );
            assert_eq!(listed(&world, tool), seen[0].obstacle, "{context}");
            let kept = machine::changes(&world.surroundings).unwrap();
            assert_eq!(kept[0].verifications, seen, "{context}");

            assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
            world.assert_as(&before, &context);
        }
    }
}

#[test]
fn the_line_is_that_of_the_file_as_it_is_when_it_is_named() {
    let world = World::new();
    let before = "{\n  \"a\": 1\n  // mine\n}\n";
    world.write(".claude/settings.json", before);
    let line = |text: &str| {
        let line = text.lines().position(|line| line.contains("// mine"));
        u32::try_from(line.unwrap() + 1).unwrap()
    };
    let plan = world.plan_tool("a", ToolId::ClaudeCode, None).unwrap();
    assert_eq!(plan.obstacle.unwrap().line, line(before));
    machine::apply_tool(&world.surroundings, &plan, &value("a"), &()).unwrap();
    let now = world.read(".claude/settings.json");
    let listed = listed(&world, ToolId::ClaudeCode).unwrap();
    assert_eq!(listed.line, line(&now));
    assert_ne!(line(&now), line(before));
}

fn kind_of(obstacle: Option<Obstacle>) -> Option<ObstacleKind> {
    obstacle.map(|obstacle| obstacle.kind)
}

#[test]
fn once_it_is_taken_out_all_is_well() {
    let world = World::new();
    world.write(".claude/settings.json", "{\n  // mine\n  \"a\": 1\n}\n");
    let change = world
        .set_tool("a", ToolId::ClaudeCode, ToolWay::Value)
        .unwrap();
    let found = Obstacle {
        kind: ObstacleKind::Comment,
        line: 2,
    };
    assert_eq!(listed(&world, ToolId::ClaudeCode), Some(found));
    let now = world.read(".claude/settings.json");
    world.write(".claude/settings.json", now.replace("  // mine\n", ""));
    assert_eq!(listed(&world, ToolId::ClaudeCode), None);
    let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(seen[0].status, VerificationStatus::Seen);
    assert_eq!(seen[0].obstacle, None);
}

#[test]
fn another_value_is_told_before_what_stands_in_the_way() {
    let world = World::new();
    world.write(".claude/settings.json", "{\n  // mine\n  \"a\": 1\n}\n");
    let change = world
        .set_tool("a", ToolId::ClaudeCode, ToolWay::Value)
        .unwrap();
    let seen = machine::verify(&world.surroundings, &change.id, &value("b")).unwrap();
    assert_eq!(seen[0].status, VerificationStatus::Other);
    assert!(seen[0].obstacle.is_some());
}

#[test]
fn what_the_tool_does_not_read_wins_over_nothing_but_in_the_file_itself() {
    let mut world = World::new();
    world.surroundings.system.settings = world.root.join("etc");
    let text = "{\n  // mine\n  \"env\": {\"ANTHROPIC_API_KEY\": \"sk-mine-0123456789\"}\n}\n";
    let local = world.write(".claude/settings.local.json", text);
    let managed = world.root.join("etc/claude-code/managed-settings.json");
    std::fs::create_dir_all(managed.parent().unwrap()).unwrap();
    std::fs::write(&managed, text).unwrap();
    assert_eq!(rivals(&world), [] as [String; 0]);

    // What is read wins.
    let read = text.replace("// mine", "");
    world.write(".claude/settings.local.json", &read);
    std::fs::write(&managed, &read).unwrap();
    let at_3 = |path: &Path| format!("{}:3", path.display()).replace('\\', "/");
    let mut expected = vec![at_3(&managed), at_3(&local)];
    // Elsewhere an administrator's settings are in a fixed place, which no test writes.
    if !cfg!(target_os = "linux") {
        expected.remove(0);
    }
    assert_eq!(rivals(&world), expected);

    // In the file itself it will win as soon as the comment is taken out, which is asked for beside it.
    for path in [&local, &managed] {
        std::fs::remove_file(path).unwrap();
    }
    let own = world.write(".claude/settings.json", text);
    assert_eq!(rivals(&world), [at_3(&own)]);
    let plan = world.plan_tool("a", ToolId::ClaudeCode, Some(ToolWay::Value));
    assert!(plan.unwrap().obstacle.is_some());
}

/// The places of what wins over Claude Code's settings.
fn rivals(world: &World) -> Vec<String> {
    let plan = world.plan_tool("a", ToolId::ClaudeCode, Some(ToolWay::Value));
    let rivals = plan.unwrap().rivals.into_iter();
    rivals.map(|rival| rival.place.replace('\\', "/")).collect()
}

/// What the list of tools says of one that is set.
fn listed(world: &World, tool: ToolId) -> Option<Obstacle> {
    let all = machine::tools(&world.surroundings).unwrap();
    let tool = all.into_iter().find(|one| one.id == tool).unwrap();
    tool.used.unwrap().obstacle
}
