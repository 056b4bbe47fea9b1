//! What is written down about tools: never a key of ours where it need not be, and never one of somebody's.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::tools::SETTINGS;
use common::{World, value};
use machine::{KeyName, ToolId, ToolWay, WriteAction};
use secrecy::ExposeSecret;

/// As it stands in a JSON file.
fn escaped(key: &str) -> String {
    // EXPOSE: a test's own value.
    let text = serde_json::to_string(value(key).expose_secret()).unwrap();
    text.trim_matches('"').to_owned()
}

#[test]
fn with_a_helper_no_file_holds_the_key() {
    let world = World::with_settings();
    for (tool, way) in world.ways() {
        if way != ToolWay::Value {
            world.set_tool("a", tool, way).unwrap();
        }
    }
    assert_eq!(
        world.files_with(&escaped("a")),
        Vec::<std::path::PathBuf>::new()
    );
}

#[test]
fn a_value_stands_in_the_settings_and_nowhere_else() {
    let world = World::with_settings();
    for (tool, name, _) in SETTINGS {
        world.set_tool("a", tool, ToolWay::Value).unwrap();
        // The next change keeps a copy of the file as it was without ours.
        let second = world.set_tool("b", tool, ToolWay::Value).unwrap();
        assert!(world.files_with(&escaped("a")).is_empty(), "{tool:?}");
        world.undo(&second.id).unwrap();
        let found = world.files_with(&escaped("a"));
        let target = world.path(name).canonicalize().unwrap();
        let is_target =
            |path: &std::path::PathBuf| world.root.join(path).canonicalize().unwrap() == target;
        assert!(
            !found.is_empty() && found.iter().all(is_target),
            "{tool:?} {found:?}"
        );
        let first = machine::changes(&world.surroundings)
            .unwrap()
            .pop()
            .unwrap();
        world.undo(&first.id).unwrap();
        std::fs::remove_dir_all(world.root.join("state")).unwrap();
    }
}

#[test]
fn what_was_there_before_is_in_a_copy_and_not_in_the_journal() {
    let world = World::with_settings();
    let change = world
        .set_tool("a", ToolId::ClaudeCode, ToolWay::Value)
        .unwrap();
    let copy = change.files[0].backup.clone().unwrap();
    #[cfg(unix)]
    assert_eq!(common::system::mode(&copy.metadata().unwrap()), 0o600);
    let found = world.files_with("sk-ant-theirs-0123456789");
    let in_state: Vec<_> = found
        .iter()
        .filter(|path| path.starts_with("state"))
        .collect();
    assert_eq!(in_state, [copy.strip_prefix(&world.root).unwrap()]);
    assert!(
        world
            .files_with("https://theirs")
            .iter()
            .all(|path| !path.starts_with("state/changes"))
    );
    // A copy that undo needs outlives any number of others.
    for _ in 0..25 {
        let again = world
            .set_tool("b", ToolId::ClaudeCode, ToolWay::Helper)
            .unwrap();
        world.undo(&again.id).unwrap();
    }
    assert!(
        copy.exists()
            || machine::changes(&world.surroundings)
                .unwrap()
                .iter()
                .any(|one| { one.id == change.id && one.files[0].backup.is_some() })
    );
    world.undo(&change.id).unwrap();
    assert!(
        world
            .read(".claude/settings.json")
            .contains("https://theirs")
    );
}

#[test]
fn the_preview_shows_ours_and_nothing_of_theirs() {
    for (tool, way) in World::with_printer().ways() {
        let world = World::with_settings();
        let plan = world.plan_tool("a", tool, Some(way)).unwrap();
        let write = &plan.writes[0];
        assert_eq!(write.action, WriteAction::Settings);
        assert_eq!(write.plaintext, way == ToolWay::Value);
        let lines: Vec<&str> = write.lines.iter().map(|line| line.text.as_str()).collect();
        let shown = lines.join("\n");
        assert!(shown.contains("qwen3-coder-plus"), "{tool:?} {shown}");
        for secret in [
            "0123456789",
            "sk-ant",
            "sk-theirs",
            "Bash(ls)",
            "mine",
            "last *",
        ] {
            assert!(
                !shown.contains(secret),
                "{tool:?} {way:?}: {secret} in\n{shown}"
            );
        }
        assert_eq!(
            shown.contains("sk-…cdef"),
            way == ToolWay::Value,
            "{tool:?}\n{shown}"
        );
    }
}

#[test]
fn what_wins_is_named_and_masked() {
    let mut world = World::with_settings();
    let environment = &mut world.surroundings.environment;
    environment.insert(
        "ANTHROPIC_AUTH_TOKEN".to_owned(),
        "sk-of-the-shell-4567".to_owned(),
    );
    world.surroundings.system.settings = world.root.join("etc");
    let managed = world.root.join("etc/claude-code/managed-settings.json");
    std::fs::create_dir_all(managed.parent().unwrap()).unwrap();
    std::fs::write(
        &managed,
        "{\n  \"env\": {\"ANTHROPIC_BASE_URL\": \"https://managed\"}\n}",
    )
    .unwrap();
    let plan = world
        .plan_tool("a", ToolId::ClaudeCode, Some(ToolWay::Helper))
        .unwrap();
    let found: Vec<(String, &str, &str)> = plan
        .rivals
        .iter()
        .map(|rival| {
            let place = rival.place.replace(&world.root.display().to_string(), "");
            let place = place.replace('\\', "/");
            (place, rival.setting.as_str(), rival.masked.as_str())
        })
        .collect();
    let mut expected = vec![
        ("$ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_AUTH_TOKEN", "sk-…4567"),
        (
            "/etc/claude-code/managed-settings.json:2",
            "env.ANTHROPIC_BASE_URL",
            "sk-…aged",
        ),
        (
            "/home/.claude/settings.json:3",
            "env.ANTHROPIC_API_KEY",
            "sk-…6789",
        ),
    ];
    // Elsewhere an administrator's settings are in a fixed place, which no test writes.
    if !cfg!(target_os = "linux") {
        expected.remove(1);
    }
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(place, setting, masked)| (place.to_owned(), setting, masked))
        .collect();
    assert_eq!(found, expected);
    let nothing = World::with_printer();
    let plan = nothing.plan_tool("a", ToolId::ClaudeCode, None).unwrap();
    assert_eq!(plan.rivals, []);
}

#[test]
fn a_reset_is_followed_where_the_value_stands() {
    for (tool, name, _) in SETTINGS {
        let world = World::with_settings();
        let before = world.snapshot();
        let change = world.set_tool("a", tool, ToolWay::Value).unwrap();
        let followed =
            machine::follow(&world.surroundings, &change.key, "sk-new", &value("new")).unwrap();
        assert_eq!(followed, [tool.name()]);
        let text = world.read(name);
        assert!(
            text.contains(&escaped("new")) && !text.contains(&escaped("a")),
            "{tool:?}"
        );
        let seen = machine::verify(&world.surroundings, &change.id, &value("new")).unwrap();
        // Those of Claude Code have a comment.
        let status = match tool {
            ToolId::ClaudeCode => machine::VerificationStatus::Ignored,
            _ => machine::VerificationStatus::Seen,
        };
        assert_eq!(seen[0].status, status);
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
        world.assert_as(&before, "followed and undone");
    }
    let world = World::with_settings();
    let change = world.set_tool("a", ToolId::Codex, ToolWay::Helper).unwrap();
    let set = world.snapshot();
    let followed =
        machine::follow(&world.surroundings, &change.key, "sk-new", &value("new")).unwrap();
    assert!(followed.is_empty(), "the keyring has the new value");
    world.assert_as(&set, "nothing to write");
}

#[test]
fn another_key_takes_over_and_back() {
    for (tool, way) in World::with_printer().ways() {
        let world = World::with_settings();
        let before = world.snapshot();
        let change = world.set_tool("a", tool, way).unwrap();
        let with_a = world.snapshot();
        let other = KeyName {
            api_key_id: "b".to_owned(),
            ..change.key.clone()
        };
        let moved = |from: &KeyName, to: &KeyName, key: &str| {
            machine::move_places(&world.surroundings, from, to, "masked", &value(key), &()).unwrap()
        };
        let there = moved(&change.key, &other, "b");
        assert_eq!(there.changes, std::slice::from_ref(&change.id));
        assert_eq!(there.variables, [tool.name()], "{tool:?} {way:?}");
        assert!(world.files_with(&escaped("a")).is_empty());
        assert_eq!(
            world.snapshot() == with_a,
            way == ToolWay::Environment,
            "{tool:?} {way:?}"
        );
        assert_eq!(world.tool(tool).map(|(_, changed)| changed), Some(false));
        // Begun again, it finds everything done.
        assert_eq!(moved(&change.key, &other, "b"), there);
        moved(&other, &change.key, "a");
        world.assert_as(&with_a, "moved back");
        moved(&change.key, &other, "b");
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
        world.assert_as(&before, "moved and undone");
    }
}

#[test]
fn a_key_of_another_name_is_asked_for_by_it() {
    let world = World::with_settings();
    let before = world.snapshot();
    let mut ids = Vec::new();
    for tool in [ToolId::ClaudeCode, ToolId::Codex, ToolId::OpenClaw] {
        ids.push(world.set_tool("a", tool, ToolWay::Helper).unwrap());
    }
    let named = KeyName {
        api_key_id: "777".to_owned(),
        ..ids[0].key.clone()
    };
    machine::rename_key(&world.surroundings, &ids[0].key, &named).unwrap();
    for name in [
        ".claude/settings.json",
        ".codex/config.toml",
        ".openclaw/openclaw.json",
    ] {
        let text = world.read(name);
        assert!(
            text.contains("this-computer/777") && !text.contains("this-computer/a"),
            "{text}"
        );
    }
    for change in ids {
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
    }
    world.assert_as(&before, "renamed and undone");
}

#[test]
fn an_earlier_value_that_cannot_be_asked_for_stops_the_undo() {
    let world = World::with_settings();
    world
        .set_tool("a", ToolId::ClineCli, ToolWay::Value)
        .unwrap();
    let second = world
        .set_tool("b", ToolId::ClineCli, ToolWay::Value)
        .unwrap();
    let set = world.snapshot();
    let refused = world.undo_without_keys(&second.id);
    assert!(matches!(
        refused,
        Err(machine::MachineError::EarlierUnavailable { .. })
    ));
    world.assert_as(&set, "refused");
    // A key that is gone cannot come back: its change goes too.
    let undone = machine::undo(
        &world.surroundings,
        &second.id,
        &|_| machine::Earlier::Gone,
        &(),
    )
    .unwrap();
    assert_eq!(undone.also.len(), 1);
    let (_, name, text) = SETTINGS[5];
    assert_eq!(world.read(name), text);
}
