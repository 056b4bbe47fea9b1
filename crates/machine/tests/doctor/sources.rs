//! Where values come from: which wins, and what could not be read.

use std::time::Duration;

use machine::DestinationId::{Bash, Desktop, Zsh};
use machine::doctor::{Facts, Scope, UnreadableWhy, look};
use secrecy::ExposeSecret;

use crate::common::{self, VARIABLE, World, mask};
use crate::computer::{KEY, OTHER, Running, computer, facts, question, set, winner};

#[test]
fn where_all_is_well_nothing_is_wrong() {
    let world = computer();
    world.write(".bashrc", "alias ll='ls -l'\n");
    world.write(".zshrc", "# DASHSCOPE_API_KEY=no\n");
    world.write(
        ".config/systemd/user/sync.service",
        "[Service]\nExecStart=/usr/bin/rsync -a /srv /backup\n",
    );
    let before = world.snapshot();
    let value = set(&world, &[Bash, Zsh, Desktop]);
    let after = Running::start(&world.root, "code", &[(VARIABLE, &value)]);
    let before_look = world.snapshot();
    let facts = facts(&world, &value);
    world.assert_as(&before_look, "a look writes nothing");
    assert_ne!(before.len(), before_look.len());

    for (scope, line) in [(Scope::Bash, 2), (Scope::Zsh, 2), (Scope::Desktop, 2)] {
        let source = winner(&facts, scope);
        assert!(source.ours && source.is_key, "{source:?}");
        assert_eq!(
            (source.line, source.masked.clone()),
            (Some(line), Some(mask(&value)))
        );
        let place = facts
            .places
            .iter()
            .find(|place| place.scope == scope)
            .unwrap();
        assert_eq!(place.finds_key, Some(true), "{scope:?}");
        assert_eq!(place.asked, scope != Scope::Desktop);
    }
    assert_eq!(after.told(&facts), None);
    assert_eq!(facts.bare_units, []);
    assert_eq!(facts.unreadable, []);
    assert!(facts.runs_somewhere && facts.programs > 0 && facts.units == 1);
}

#[test]
fn of_two_sources_the_one_that_wins_is_named_with_its_line() {
    let world = computer();
    let value = set(&world, &[Bash]);
    let mut text = world.read(".bashrc");
    text.push_str(&format!("export {VARIABLE}={OTHER} # mine\n"));
    let lines = text.lines().count();
    world.write(".bashrc", text);
    world.write(".profile", format!("{VARIABLE}='{OTHER}'\n"));
    let facts = facts(&world, &value);

    let source = winner(&facts, Scope::Bash);
    assert_eq!(source.place, world.path(".bashrc"));
    assert_eq!(source.line, u32::try_from(lines).ok());
    assert_eq!(source.masked.as_deref(), Some(mask(OTHER).as_str()));
    assert!(!source.ours && !source.is_key && source.line_id.is_some());
    let of_bash: Vec<_> = facts
        .sources
        .iter()
        .filter(|source| source.scope == Scope::Bash)
        .map(|source| {
            (
                source.place.clone(),
                source.wins,
                source.is_key,
                source.line_id.is_some(),
            )
        })
        .collect();
    assert_eq!(
        of_bash,
        [
            (world.path(".bashrc"), true, false, true),
            (world.path(".config/studio-keys/env.sh"), false, true, false),
            (world.path(".profile"), false, false, false),
        ]
    );
    // Its line is known to a plan, which can comment it out.
    let mut wish = common::wish("7", &[Bash]);
    wish.comment_out = vec![source.line_id.clone().unwrap()];
    let plan = machine::plan(&world.surroundings, &wish, &common::value("7")).unwrap();
    assert!(plan.foreign.iter().any(|line| line.comment_out));
}

#[test]
fn a_value_that_no_line_explains_is_the_shells() {
    let world = computer();
    world.write("team.sh", format!("export {VARIABLE}={OTHER}\n"));
    world.write(".bashrc", ". \"$HOME/team.sh\"\n");
    let found = facts(&world, KEY);
    let source = winner(&found, Scope::Bash);
    assert!(source.place.ends_with("bash"), "{source:?}");
    assert_eq!((source.line, source.is_key), (None, false));

    // A value that is worked out is known once a shell has said it.
    world.write(".bashrc", format!("export {VARIABLE}=$(echo {KEY})\n"));
    let found = look(&world.surroundings, &question(KEY)).unwrap();
    let source = winner(&found, Scope::Bash);
    assert_eq!((source.line, source.is_key), (Some(1), true));
    assert_eq!(source.masked.as_deref(), Some(mask(KEY).as_str()));
}

#[test]
fn what_counts_for_the_whole_computer_is_found() {
    let world = computer();
    let etc = world.root.join("etc");
    std::fs::create_dir(etc.join("profile.d")).unwrap();
    std::fs::write(
        etc.join("environment"),
        format!("PATH=/bin\n{VARIABLE}=\"{OTHER}\"\n"),
    )
    .unwrap();
    let found = facts(&world, KEY);
    assert_eq!(winner(&found, Scope::Machine).line, Some(2));
    let bash = found.places.iter().find(|place| place.scope == Scope::Bash);
    assert_eq!(bash.unwrap().finds_key, Some(false), "it is inherited");

    std::fs::write(
        etc.join("profile.d/team.sh"),
        format!("export {VARIABLE}={KEY}\n"),
    )
    .unwrap();
    let found = look(&world.surroundings, &question(KEY)).unwrap();
    assert_eq!(
        winner(&found, Scope::Machine).place,
        etc.join("profile.d/team.sh")
    );
    assert_eq!(
        found
            .sources
            .iter()
            .filter(|source| source.scope == Scope::Machine)
            .count(),
        2
    );
}

#[test]
fn a_value_asked_from_the_keyring_is_ours_and_the_key() {
    let world = computer();
    world.write(".bashrc", "");
    let value = common::value("7").expose_secret().to_owned(); // EXPOSE: a test's own value.
    let printer = world.root.join("print");
    std::fs::write(world.root.join("value"), &value).unwrap();
    let script = format!(
        "#!/bin/sh\ncat '{}'; echo\n",
        world.root.join("value").display()
    );
    std::fs::write(&printer, script).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&printer, mode).unwrap();
    let mut wish = common::wish("7", &[Bash]);
    wish.method = machine::Method::Keyring { program: printer };
    let key = common::value("7");
    let plan = machine::plan(&world.surroundings, &wish, &key).unwrap();
    machine::apply(&world.surroundings, &plan, &key, &()).unwrap();
    assert!(!world.read(".config/studio-keys/env.sh").contains(&value));

    let found = facts(&world, &value);
    let source = winner(&found, Scope::Bash);
    assert!(source.ours && source.is_key, "{source:?}");
    assert_eq!(source.masked.as_deref(), Some(mask(&value).as_str()));
}

#[test]
fn project_folders_and_tools_are_read_with_the_host_beside_the_key() {
    let world = computer();
    let project = world.path("project");
    world.write("project/.env", format!("A=1\n{VARIABLE}=\"{OTHER}\"\nDASHSCOPE_HTTP_BASE_URL=https://u:{OTHER}@dashscope-intl.aliyuncs.com/api/v1\n"));
    world.write("project/.envrc", format!("export {VARIABLE}={KEY}\n"));
    world.write(
        ".claude/settings.json",
        format!("{{\n \"x\": \"// mine\",\n \"env\": {{ \"{VARIABLE}\": \"{OTHER}\" }}\n}}\n"),
    );
    world.write(".qwen/.env", format!("{VARIABLE}={KEY}\n"));
    let mut question = question(KEY);
    question.folders = vec![project.clone(), world.path("missing")];
    let found = look(&world.surroundings, &question).unwrap();
    let told: Vec<_> = found
        .sources
        .iter()
        .map(|source| {
            (
                source.scope,
                source.place.clone(),
                source.line,
                source.is_key,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (Scope::Project, project.join(".envrc"), Some(1), true),
            (Scope::Project, project.join(".env"), Some(2), false),
            (Scope::Tool, world.path(".qwen/.env"), Some(1), true),
            (
                Scope::Tool,
                world.path(".claude/settings.json"),
                Some(3),
                false
            ),
        ]
    );
    assert_eq!(found.hosts.len(), 1);
    assert_eq!(found.hosts[0].origin, "https://dashscope-intl.aliyuncs.com");
    assert_eq!(found.unreadable.len(), 1);
    assert!(matches!(found.unreadable[0].why, UnreadableWhy::System(_)));
    assert_eq!(found.tools, 2);
    let shown = format!("{found:?}");
    assert!(!shown.contains(KEY) && !shown.contains(OTHER), "{shown}");
}

#[test]
fn a_shell_that_does_not_answer_is_said_and_the_files_are_judged() {
    let mut world = computer();
    world.surroundings.shell_time_limit = Duration::from_millis(400);
    world.write(".bashrc", format!("export {VARIABLE}={KEY}\nsleep 30\n"));
    let found = facts_of_slow(&world);
    assert!(
        found
            .unreadable
            .iter()
            .any(|gap| gap.why == UnreadableWhy::TimedOut && gap.place.ends_with("bash"))
    );
    let source = winner(&found, Scope::Bash);
    assert!(source.is_key && source.line == Some(1));
}

fn facts_of_slow(world: &World) -> Facts {
    look(&world.surroundings, &question(KEY)).unwrap()
}
