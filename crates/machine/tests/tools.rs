//! The settings of tools: set, replaced, taken back, in any order, with whatever the user does meanwhile.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::tools::SETTINGS;
use common::{ALL, World, value};
use machine::{ChangeState, MachineError, ToolId, ToolWay, VerificationStatus};
use secrecy::ExposeSecret;

#[test]
fn every_tool_in_every_way_leaves_no_trace() {
    for (tool, way) in World::with_printer().ways() {
        for world in [World::with_printer(), World::with_settings()] {
            let before = world.snapshot();
            let change = world.set_tool("a", tool, way).unwrap();
            let context = format!("{tool:?} {way:?}");
            assert_ne!(world.snapshot(), before, "{context}");
            assert_eq!(
                world.tool(tool).map(|(what, changed)| (what.way, changed)),
                Some((way, false))
            );
            let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
            // Those of Claude Code have a comment.
            let status = match seen[0].obstacle {
                Some(_) if tool == ToolId::ClaudeCode => VerificationStatus::Ignored,
                _ => VerificationStatus::Seen,
            };
            assert_eq!(seen[0].status, status, "{context}");
            let undone = world.undo(&change.id).unwrap();
            assert!(undone.left_alone.is_empty(), "{context}");
            world.assert_as(&before, &context);
            assert!(world.tool(tool).is_none());
        }
    }
}

#[test]
fn everything_on_this_computer_can_be_undone() {
    let world = World::with_settings();
    world.write(".bashrc", "alias a=b\n");
    let before = world.snapshot();
    world.set("a", &ALL).unwrap();
    for (tool, way) in world.ways() {
        world.set_tool("b", tool, way).unwrap();
    }
    world.set("c", &ALL).unwrap();
    for change in machine::changes(&world.surroundings).unwrap() {
        let undone = world.undo(&change.id).unwrap();
        assert!(undone.left_alone.is_empty(), "{:?}", change.tool);
    }
    world.assert_as(&before, "all undone");
}

#[test]
fn changes_of_one_tool_are_undone_in_any_order() {
    let ways = [ToolWay::Value, ToolWay::Helper, ToolWay::Environment];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        for world in [World::with_printer(), World::with_settings()] {
            let mut states = vec![world.snapshot()];
            let mut ids = Vec::new();
            for (key, way) in ["a", "b", "c"].iter().zip(ways) {
                ids.push(world.set_tool(key, ToolId::ClaudeCode, way).unwrap().id);
                states.push(world.snapshot());
            }
            assert_eq!(
                world.states(),
                [
                    ChangeState::Active,
                    ChangeState::Replaced,
                    ChangeState::Replaced
                ]
            );
            let mut standing = [true; 3];
            for index in order {
                let undone = world.undo(&ids[index]).unwrap();
                assert!(undone.left_alone.is_empty());
                standing[index] = false;
                let top = standing.iter().rposition(|stands| *stands);
                let expected = &states[top.map_or(0, |top| top + 1)];
                world.assert_as(expected, &format!("{order:?} after {index}"));
            }
        }
    }
}

#[test]
fn what_the_user_writes_meanwhile_stays() {
    for (tool, name, _) in SETTINGS {
        let world = World::with_settings();
        let change = world.set_tool("a", tool, ToolWay::Value).unwrap();
        let text = world.read(name);
        let edited = if name.ends_with("toml") {
            format!("{text}\r\n# after\r\n[others]\r\nmore = 1\r\n")
        } else {
            let at = text.find('{').unwrap() + 1;
            format!("{}/* after */ \"more\": [1], {}", &text[..at], &text[at..])
        };
        world.write(name, &edited);
        let undone = world.undo(&change.id).unwrap();
        assert!(undone.left_alone.is_empty(), "{tool:?}");
        let now = world.read(name);
        for kept in ["after", "more"] {
            assert!(now.contains(kept), "{tool:?} {now}");
        }
        // EXPOSE: a test's own value.
        assert!(!now.contains(value("a").expose_secret()), "{tool:?}");
        let (_, _, original) = SETTINGS.iter().find(|(id, ..)| *id == tool).unwrap();
        let words = |text: &str| text.matches("theirs").count();
        assert_eq!(words(&now), words(original), "{tool:?} {now}");
    }
}

#[test]
fn what_the_user_put_in_our_place_stays() {
    let world = World::with_settings();
    let change = world.set_tool("a", ToolId::Codex, ToolWay::Helper).unwrap();
    let text = world.read(".codex/config.toml");
    world.write(
        ".codex/config.toml",
        text.replace("\"qwen3-coder-plus\"", "\"another\""),
    );
    assert_eq!(
        world.tool(ToolId::Codex).map(|(_, changed)| changed),
        Some(true)
    );
    let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert_eq!(seen[0].status, VerificationStatus::Other);
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".codex/config.toml")]);
    let now = world.read(".codex/config.toml");
    assert!(now.contains("model = \"another\" # theirs"), "{now}");
    assert!(!now.contains("studio-keys"), "{now}");
}

#[test]
fn a_file_that_is_gone_or_broken_meanwhile_is_left_alone() {
    let world = World::with_printer();
    let change = world
        .set_tool("a", ToolId::QwenCode, ToolWay::Value)
        .unwrap();
    std::fs::remove_file(world.path(".qwen/settings.json")).unwrap();
    assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
    let change = world
        .set_tool("a", ToolId::QwenCode, ToolWay::Value)
        .unwrap();
    world.write(".qwen/settings.json", "{ broken");
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(".qwen/settings.json")]);
    assert_eq!(world.read(".qwen/settings.json"), "{ broken");
}

#[test]
fn a_file_that_changed_since_the_preview_is_not_written() {
    for (tool, name, text) in SETTINGS {
        let world = World::with_settings();
        let plan = world.plan_tool("a", tool, None).unwrap();
        world.write(name, text.replace("theirs", "others"));
        let refused = machine::apply_tool(&world.surroundings, &plan, &value("a"), &());
        assert!(
            matches!(refused, Err(MachineError::FileChanged { .. })),
            "{tool:?}"
        );
        assert_eq!(world.read(name), text.replace("theirs", "others"));
        assert!(machine::changes(&world.surroundings).unwrap().is_empty());
    }
    let world = World::with_printer();
    let plan = world.plan_tool("a", ToolId::Codex, None).unwrap();
    world.write(".codex/config.toml", "");
    let refused = machine::apply_tool(&world.surroundings, &plan, &value("a"), &());
    assert!(matches!(refused, Err(MachineError::FileChanged { .. })));
}

#[test]
fn what_cannot_be_edited_is_refused() {
    let world = World::with_settings();
    let before = world.snapshot();
    let refused = |name: &str, text: &str, tool| {
        world.write(name, text);
        let refused = world.plan_tool("a", tool, None).unwrap_err();
        assert_eq!(world.read(name), text);
        let all = machine::tools(&world.surroundings).unwrap();
        let problem = all.into_iter().find(|one| one.id == tool).unwrap().problem;
        (refused, problem.is_some())
    };
    let (error, is_known) = refused(
        ".qwen/settings.json",
        "{\n\"a\": 1,\n\"b\" 2}",
        ToolId::QwenCode,
    );
    assert!(
        matches!(
            &error,
            MachineError::FileHasSyntaxError { line: Some(3), .. }
        ),
        "{error:?}"
    );
    assert!(is_known);
    let (error, _) = refused(".codex/config.toml", "a = 1\nb = \n", ToolId::Codex);
    assert!(
        matches!(
            &error,
            MachineError::FileHasSyntaxError { line: Some(2), .. }
        ),
        "{error:?}"
    );
    let (error, _) = refused(
        ".qwen/settings.json",
        "{\"security\": []}",
        ToolId::QwenCode,
    );
    assert!(
        matches!(&error, MachineError::SettingInTheWay { setting, .. } if setting == "security"),
        "{error:?}"
    );
    for (_, name, text) in SETTINGS
        .iter()
        .filter(|(_, name, _)| name.contains(".qwen") || name.contains(".codex"))
    {
        world.write(name, text);
    }
    world.assert_as(&before, "nothing was written");
    std::fs::hard_link(world.path(".qwen/settings.json"), world.path("second")).unwrap();
    let refused = world.plan_tool("a", ToolId::QwenCode, None).unwrap_err();
    assert!(matches!(refused, MachineError::HardLinked { .. }));
}

#[test]
fn a_helper_needs_a_program_that_prints_keys() {
    let world = World::new();
    let lacking = |world: &World| -> Vec<ToolId> {
        let all = machine::tools(&world.surroundings).unwrap();
        let lacking = all.into_iter().filter(|tool| tool.lacks_printer);
        lacking.map(|tool| tool.id).collect()
    };
    let with_helpers = [ToolId::ClaudeCode, ToolId::Codex, ToolId::OpenClaw];
    assert_eq!(lacking(&world), with_helpers);
    assert!(lacking(&World::with_printer()).is_empty());
    let refused = world.plan_tool("a", ToolId::Codex, Some(ToolWay::Helper));
    assert!(matches!(
        refused,
        Err(MachineError::ToolWayUnavailable { .. })
    ));
    let plan = world.plan_tool("a", ToolId::Codex, None).unwrap();
    assert_eq!(plan.what.way, ToolWay::Environment);
    let refused = world.plan_tool("a", ToolId::ClineCli, Some(ToolWay::Environment));
    assert!(matches!(
        refused,
        Err(MachineError::ToolWayUnavailable { .. })
    ));
    let best = World::with_printer()
        .plan_tool("a", ToolId::Codex, None)
        .unwrap();
    assert_eq!(best.what.way, ToolWay::Helper);
}

#[test]
#[cfg(unix)] // Where shells have start-up files.
fn a_variable_of_a_start_up_file_is_named_before_this_program_was_started_with_it() {
    let world = World::with_printer();
    let rivals = |way| {
        let plan = world.plan_tool("a", ToolId::ClaudeCode, Some(way)).unwrap();
        let found = plan.rivals.into_iter();
        found
            .map(|rival| (rival.place, rival.setting))
            .collect::<Vec<_>>()
    };
    world.write(".profile", "export ANTHROPIC_API_KEY=\n");
    assert_eq!(rivals(ToolWay::Helper), [], "an empty one is none");
    let path = world.write(
        ".bashrc",
        "# mine\nexport ANTHROPIC_AUTH_TOKEN=sk-of-mine-0123456789\n",
    );
    let mine = (
        format!("{}:2", path.display()),
        "ANTHROPIC_AUTH_TOKEN".to_owned(),
    );
    assert_eq!(rivals(ToolWay::Helper), [mine]);
    assert_eq!(rivals(ToolWay::Value), [], "its settings win over that one");
}

#[test]
#[cfg(windows)] // Where the registry has what start-up files have elsewhere.
fn a_variable_of_the_registry_is_named_with_its_key() {
    let world = World::with_printer();
    let key = world.surroundings.registry.user.to_str().unwrap();
    let (_, below) = key.split_once('\\').unwrap();
    let below = windows_registry::CURRENT_USER.create(below).unwrap();
    below
        .set_string("ANTHROPIC_AUTH_TOKEN", "sk-of-mine-0123456789")
        .unwrap();
    let plan = world
        .plan_tool("a", ToolId::ClaudeCode, Some(ToolWay::Helper))
        .unwrap();
    let [rival] = plan.rivals.as_slice() else {
        panic!("{:?}", plan.rivals)
    };
    assert_eq!(rival.place, key);
    assert_eq!(rival.masked, "sk-…6789");
}
