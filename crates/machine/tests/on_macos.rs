//! The files of macOS, on Linux: which file bash reads there, the LaunchAgent, and what launchd is told.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use common::{VARIABLE, World, value};
use machine::{DestinationId, OperatingSystem, VerificationStatus};
use secrecy::ExposeSecret;

const BASH: [DestinationId; 1] = [DestinationId::Bash];
const AGENT: [DestinationId; 1] = [DestinationId::LaunchAgent];
const LIST: &str = "Library/LaunchAgents/com.studiokeys.environment.plist";
const SCRIPT: &str = "Library/Application Support/studio-keys/launch-environment.sh";

/// A Mac: settings where macOS has them, and a launchctl that writes down what it is told.
fn mac() -> World {
    let mut world = World::new();
    let surroundings = &mut world.surroundings;
    surroundings.operating_system = OperatingSystem::Macos;
    surroundings.config_home = surroundings.home.join("Library/Application Support");
    surroundings.own_config = surroundings.config_home.join("studio-keys");
    // Where fish keeps what it remembers.
    let data = world.root.join("data").display().to_string();
    surroundings
        .environment
        .insert("XDG_DATA_HOME".to_owned(), data);
    let bin = world.root.join("bin");
    std::fs::create_dir(&bin).unwrap();
    let launchctl = bin.join("launchctl");
    let script = format!(
        "#!/bin/sh\nprintf '%s|' \"$@\" >> '{}'\n",
        world.root.join("told").display()
    );
    std::fs::write(&launchctl, script).unwrap();
    std::fs::set_permissions(&launchctl, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = surroundings.environment.get_mut("PATH").unwrap();
    *path = format!("{}:{path}", bin.display());
    std::fs::create_dir_all(surroundings.config_home.clone()).unwrap();
    world
}

fn told(world: &World) -> String {
    std::fs::read_to_string(world.root.join("told")).unwrap_or_default()
}

#[test]
fn bash_gets_the_file_that_a_login_shell_reads() {
    for (files, expected) in [
        (&[][..], ".bash_profile"),
        (&[(".bashrc", "# mine\n")], ".bash_profile"),
        (&[(".profile", "# mine\n")], ".profile"),
        (
            &[(".bash_login", "# mine\n"), (".profile", "")],
            ".bash_login",
        ),
        (
            &[
                (".bash_profile", "[ -r ~/.bashrc ] && . ~/.bashrc\n"),
                (".bashrc", ""),
            ],
            ".bashrc",
        ),
        (
            &[(".bash_profile", "# source ~/.bashrc\n"), (".bashrc", "")],
            ".bash_profile",
        ),
    ] {
        let world = mac();
        for (name, text) in files {
            world.write(name, text);
        }
        let before = world.snapshot();
        let change = world.set("a", &BASH).unwrap();
        assert!(
            world.read(expected).contains("# >>> studio-keys >>>"),
            "{files:?}"
        );
        let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
        assert_eq!(seen[0].status, VerificationStatus::Seen, "{files:?}");
        world.undo(&change.id).unwrap();
        world.assert_as(&before, expected);
    }
}

#[test]
fn zsh_keeps_to_zdotdir_and_fish_to_its_own_folder() {
    let world = mac();
    world.write(".zshenv", "export ZDOTDIR=\"$HOME/zsh\"\n");
    world.write("zsh/.zshrc", "# mine\n");
    let before = world.snapshot();
    let change = world
        .set("a", &[DestinationId::Zsh, DestinationId::Fish])
        .unwrap();
    assert!(world.read("zsh/.zshrc").contains("# >>> studio-keys >>>"));
    assert!(world.path(".config/fish/config.fish").exists());
    let seen = machine::verify(&world.surroundings, &change.id, &value("a")).unwrap();
    assert!(
        seen.iter()
            .all(|one| one.status == VerificationStatus::Seen),
        "{seen:?}"
    );
    world.undo(&change.id).unwrap();
    world.assert_as(&before, "after the undo");
}

#[test]
fn the_agent_runs_a_script_that_tells_launchd_now_and_at_login() {
    let world = mac();
    let before = world.snapshot();
    let change = world.set("a", &AGENT).unwrap();
    let list = plist::Value::from_file(world.path(LIST)).unwrap();
    let words = list.as_dictionary().unwrap()["ProgramArguments"]
        .as_array()
        .unwrap();
    assert_eq!(words[1].as_string(), world.path(SCRIPT).to_str());
    // EXPOSE: a test's own value.
    let value_text = value("a").expose_secret().to_owned();
    assert!(!world.read(LIST).contains(&value_text));
    let mode = world.path(SCRIPT).metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let once = format!("setenv|{VARIABLE}|{value_text}|");
    assert_eq!(told(&world), once);

    // At login launchd runs what the list names, with little in the environment.
    let path = format!("{}:/usr/bin:/bin", world.root.join("bin").display());
    let ran = Command::new(words[0].as_string().unwrap())
        .arg(words[1].as_string().unwrap())
        .env_clear()
        .env("PATH", path)
        .status()
        .unwrap();
    assert!(ran.success());
    assert_eq!(told(&world), once.repeat(2));

    let second = world.set("b", &AGENT).unwrap();
    world.undo(&second.id).unwrap();
    assert!(told(&world).ends_with(&once), "the earlier value is back");
    world.undo(&change.id).unwrap();
    assert!(told(&world).ends_with(&format!("unsetenv|{VARIABLE}|")));
    world.assert_as(&before, "after the undo");
}

#[test]
fn what_somebody_made_of_the_agent_stays() {
    let world = mac();
    let change = world.set("a", &AGENT).unwrap();
    let theirs = world.read(LIST).replace("<true/>", "<false/>");
    world.write(LIST, &theirs);
    let undone = world.undo(&change.id).unwrap();
    assert_eq!(undone.left_alone, [world.path(LIST)]);
    assert_eq!(world.read(LIST), theirs);
    assert!(!world.path(SCRIPT).exists());
}
