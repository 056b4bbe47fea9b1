//! Settings that their own tool does not read: they set nothing, and that is said where the key was to come from them.

use std::path::PathBuf;

use machine::doctor::{Facts, Scope, look};
use machine::{Obstacle, ObstacleKind, ToolId, ToolWay};

use crate::common::{VARIABLE, World};
use crate::computer::{KEY, OTHER, computer, facts, question};

/// What is told: whose file, which, and for what.
fn told(facts: &Facts) -> Vec<(ToolId, PathBuf, ObstacleKind, u32)> {
    let unread = facts.unread.iter();
    unread
        .map(|one| {
            let Obstacle { kind, line } = one.obstacle;
            (one.tool, one.place.clone(), kind, line)
        })
        .collect()
}

fn of_tools(facts: &Facts) -> Vec<PathBuf> {
    let sources = facts.sources.iter();
    sources
        .filter(|source| source.scope == Scope::Tool)
        .map(|source| source.place.clone())
        .collect()
}

#[test]
fn what_a_tool_does_not_read_sets_nothing_and_is_told_with_its_line() {
    let world = computer();
    let text = format!("{{\n // mine\n \"env\": {{ \"{VARIABLE}\": \"{OTHER}\" }}\n}}\n");
    let claude = world.write(".claude/settings.json", &text);
    let qwen = world.write(".qwen/settings.json", &text);
    let found = facts(&world, KEY);
    let comment = (ToolId::ClaudeCode, claude.clone(), ObstacleKind::Comment, 2);
    assert_eq!(told(&found), [comment]);
    assert_eq!(
        of_tools(&found),
        std::slice::from_ref(&qwen),
        "it reads comments"
    );
    assert_eq!(found.tools, 2);

    world.write(".claude/settings.json", text.replace(" // mine", ""));
    world.write(".qwen/settings.json", text.replace(" }\n", " },\n"));
    let found = facts(&world, KEY);
    let comma = (ToolId::QwenCode, qwen, ObstacleKind::TrailingComma, 3);
    assert_eq!(told(&found), [comma]);
    assert_eq!(of_tools(&found), [claude]);
}

#[test]
fn of_a_project_too_with_the_host_beside_the_key() {
    let world = computer();
    let host = "\"DASHSCOPE_HTTP_BASE_URL\": \"https://dashscope-intl.aliyuncs.com\"";
    let local = world.write(
        "project/.claude/settings.local.json",
        format!("{{ \"env\": {{\n {host},\n }} }}"),
    );
    let model = world.write(
        "project/.qwen/settings.json",
        format!(
            "{{ \"modelProviders\": {{ \"openai\": [\n{{ \"envKey\": \"{VARIABLE}\" }},] }} }}"
        ),
    );
    let mut question = question(KEY);
    question.folders = vec![world.path("project"), world.path("project")];
    let found = look(&world.surroundings, &question).unwrap();
    assert_eq!(
        told(&found),
        [
            (ToolId::ClaudeCode, local, ObstacleKind::TrailingComma, 2),
            (ToolId::QwenCode, model, ObstacleKind::TrailingComma, 2),
        ]
    );
    assert_eq!(found.hosts, []);
}

#[test]
fn a_file_that_has_nothing_to_do_with_the_key_is_not_told() {
    let world = computer();
    let text = format!("{{\n // {VARIABLE}\n \"env\": {{ \"OTHER\": \"a\", }},\n}}\n");
    world.write(".claude/settings.json", &text);
    world.write(".qwen/settings.json", &text);
    // What nobody can read sets nothing either.
    world.write(
        ".claude/settings.local.json",
        format!("{{ \"env\": {{ \"{VARIABLE}\": \"{OTHER}\" // mine\n"),
    );
    let found = facts(&world, KEY);
    assert_eq!((told(&found), of_tools(&found)), (vec![], vec![]));
    assert_eq!(found.tools, 3);
}

#[test]
fn what_this_program_set_is_told_wherever_the_tool_has_its_settings_until_it_is_taken_back() {
    let mut world = computer();
    let folder = world.path("elsewhere").display().to_string();
    for folder in [None, Some(folder)] {
        if let Some(folder) = folder {
            let environment = &mut world.surroundings.environment;
            environment.insert("CLAUDE_CONFIG_DIR".to_owned(), folder);
        }
        told_until_it_is_taken_back(&world);
    }
}

fn told_until_it_is_taken_back(world: &World) {
    let all = machine::tools(&world.surroundings).unwrap();
    let claude = all.into_iter().find(|tool| tool.id == ToolId::ClaudeCode);
    let path = claude.unwrap().settings;
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "{\n  // mine\n  \"model\": \"a\"\n}\n").unwrap();
    assert_eq!(told(&facts(world, KEY)), []);
    let change = world
        .set_tool("a", ToolId::ClaudeCode, ToolWay::Value)
        .unwrap();
    let comment = (ToolId::ClaudeCode, path, ObstacleKind::Comment, 2);
    assert_eq!(told(&facts(world, KEY)), [comment]);
    world.undo(&change.id).unwrap();
    assert_eq!(told(&facts(world, KEY)), []);
}
