//! What somebody notes beside our settings or inside of them stays, whatever becomes of ours.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::{World, value};
use machine::{ToolId, ToolWay};
use secrecy::ExposeSecret;

const CODEX: &str = ".codex/config.toml";
const OPEN_CODE: &str = ".config/opencode/opencode.jsonc";

/// As it stands in a JSON file.
fn escaped(key: &str) -> String {
    // EXPOSE: a test's own value.
    let text = serde_json::to_string(value(key).expose_secret()).unwrap();
    text.trim_matches('"').to_owned()
}

#[test]
fn a_comment_behind_a_line_of_ours_becomes_a_line() {
    for end in ["\n", "\r\n"] {
        let world = World::with_printer();
        world.write(CODEX, format!("theirs = 1{end}{end}[last]{end}x = 2{end}"));
        let change = world.set_tool("a", ToolId::Codex, ToolWay::Value).unwrap();
        let text = world.read(CODEX);
        let noted: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(at, line)| match line {
                "" => String::new(),
                line => format!("{line}  # note {at}"),
            })
            .collect();
        world.write(CODEX, noted.join(end) + end);
        let followed =
            machine::follow(&world.surroundings, &change.key, "sk-new", &value("new")).unwrap();
        assert_eq!(followed.len(), 1);
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
        let now = world.read(CODEX);
        for (at, line) in text.lines().enumerate() {
            let note = format!("# note {at}{end}");
            assert_eq!(now.contains(&note), !line.is_empty(), "{now}");
            let is_theirs = ["theirs", "[last]", "x = 2"].map(|start| line.starts_with(start));
            let is_there = !line.is_empty() && now.contains(line);
            assert_eq!(is_there, is_theirs.contains(&true), "{line} in\n{now}");
        }
        world.plan_tool("b", ToolId::Codex, None).unwrap();
    }
}

#[test]
fn a_comment_inside_of_ours_stays_with_a_new_value_and_without_ours() {
    for original in [
        "{\n  \"theme\": \"dark\"\n}\n",
        "{\r\n\t\"theme\": \"dark\",\r\n}\r\n",
        "{\"theme\": \"dark\"}",
        "{\n  \"provider\": {},\n  \"theme\": \"dark\"\n}\n",
        "{}",
    ] {
        let world = World::with_printer();
        world.write(OPEN_CODE, original);
        let change = world
            .set_tool("a", ToolId::OpenCode, ToolWay::Value)
            .unwrap();
        let text = world.read(OPEN_CODE);
        let noted = text
            .replacen("\"npm\"", "// my note\n\"npm\"", 1)
            .replacen("\"apiKey\"", "/* and\n mine */ \"apiKey\"", 1)
            .replacen("\"models\"", "/* three */ \"models\"", 1);
        assert_eq!(noted.len(), text.len() + 11 + 16 + 12, "{text}");
        world.write(OPEN_CODE, &noted);
        machine::follow(&world.surroundings, &change.key, "sk-new", &value("new")).unwrap();
        let followed = noted.replace(&escaped("a"), &escaped("new"));
        assert_eq!(world.read(OPEN_CODE), followed);
        assert!(world.undo(&change.id).unwrap().left_alone.is_empty());
        let now = world.read(OPEN_CODE);
        for note in ["// my note\n", "/* and\n mine */", "/* three */"] {
            assert_eq!(now.matches(note.trim_end()).count(), 1, "{now}");
        }
        assert!(
            !now.contains("studio-keys") && !now.contains(&escaped("new")),
            "{now}"
        );
        assert_eq!(now.contains("dark"), original.contains("dark"), "{now}");
        // It can still be read, and the notes are in nobody's way.
        let again = world
            .set_tool("b", ToolId::OpenCode, ToolWay::Value)
            .unwrap();
        assert!(world.undo(&again.id).unwrap().left_alone.is_empty());
        assert_eq!(world.read(OPEN_CODE), now);
    }
}
