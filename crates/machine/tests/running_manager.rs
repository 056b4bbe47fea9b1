//! The user manager of systemd, which runs already: it is told what is set and what is taken back, the value in no argument.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::os::unix::fs::PermissionsExt;

#[cfg(target_os = "linux")]
use common::manager::UserManager;
use common::{VARIABLE, World, value};
use machine::DestinationId;
use secrecy::ExposeSecret;

/// What it is told when nothing of ours is left. It reads the files of others again.
const TAKEN_BACK: &str = "--user unset-environment DASHSCOPE_API_KEY=\n--user daemon-reload=\n";

/// A computer with a systemctl that writes down its arguments and the variable in its environment.
fn world(runs: bool) -> World {
    let mut world = World::new();
    let bin = world.root.join("bin");
    std::fs::create_dir(&bin).unwrap();
    let script = format!(
        "#!/bin/sh\nprintf '%s=%s\\n' \"$*\" \"${VARIABLE}\" >> '{}'\n",
        world.root.join("told").display()
    );
    std::fs::write(bin.join("systemctl"), script).unwrap();
    std::fs::set_permissions(
        bin.join("systemctl"),
        std::fs::Permissions::from_mode(0o755),
    )
    .unwrap();
    let runtime = world.root.join("run");
    std::fs::create_dir(&runtime).unwrap();
    if runs {
        std::fs::create_dir(runtime.join("systemd")).unwrap();
    }
    let environment = &mut world.surroundings.environment;
    environment.insert("XDG_RUNTIME_DIR".to_owned(), runtime.display().to_string());
    let path = environment.get_mut("PATH").unwrap();
    *path = format!("{}:{path}", bin.display());
    world
}

#[test]
fn it_is_told_and_told_back() {
    let world = world(true);
    let place = [DestinationId::Desktop];
    let first = world.set("a", &place).unwrap();
    let second = world.set("b", &place).unwrap();
    world.undo(&second.id).unwrap();
    world.undo(&first.id).unwrap();
    let told = std::fs::read_to_string(world.root.join("told")).unwrap();
    // EXPOSE: the test's own values.
    let line = |key: &str| {
        format!(
            "--user import-environment {VARIABLE}={}\n",
            value(key).expose_secret() // EXPOSE: a test's own value.
        )
    };
    let [a, b] = [line("a"), line("b")];
    assert_eq!(told, format!("{a}{b}{a}{TAKEN_BACK}"));
}

#[test]
fn where_none_runs_nobody_is_told() {
    let world = world(false);
    world.set("a", &[DestinationId::Desktop]).unwrap();
    assert!(!world.root.join("told").exists());
}

/// A real one, which gives what it was told to every program that it starts.
#[test]
#[cfg(target_os = "linux")]
fn a_real_manager_knows_the_value_while_it_is_set() {
    if !UserManager::is_possible() {
        return;
    }
    let mut world = World::new();
    let manager = UserManager::start(&world.root);
    let runtime = manager.runtime.display().to_string();
    let environment = &mut world.surroundings.environment;
    environment.insert("XDG_RUNTIME_DIR".to_owned(), runtime);
    let before = manager.environment().unwrap();

    let change = world.set("a", &[DestinationId::Desktop]).unwrap();
    let knows = manager.environment().unwrap();
    let new: Vec<_> = knows.difference(&before).collect();
    assert_eq!(new.len(), 1, "{new:?}");
    assert!(new[0].starts_with(&format!("{VARIABLE}=")), "{new:?}");

    world.undo(&change.id).unwrap();
    assert_eq!(manager.environment().unwrap(), before);
}

/// What it has from our file since the login goes too, and what somebody set in a file of their own is there again.
#[test]
#[cfg(target_os = "linux")]
fn a_real_manager_has_what_the_files_of_others_say_at_the_end() {
    if !UserManager::is_possible() {
        return;
    }
    for theirs in [None, Some("theirs")] {
        for set_before_login in [true, false] {
            let mut world = World::new();
            if let Some(theirs) = theirs {
                let line = format!("{VARIABLE}={theirs}\n");
                world.write(".config/environment.d/50-own.conf", line);
            }
            let set = |world: &World| world.set("a", &[DestinationId::Desktop]).unwrap();
            let early = set_before_login.then(|| set(&world));
            let manager = UserManager::start_at(&world.root, &world.surroundings.home);
            let runtime = manager.runtime.display().to_string();
            let environment = &mut world.surroundings.environment;
            environment.insert("XDG_RUNTIME_DIR".to_owned(), runtime);
            let change = early.unwrap_or_else(|| set(&world));
            let now = || {
                let environment = manager.environment().unwrap();
                let head = format!("{VARIABLE}=");
                let line = environment.iter().find_map(|line| line.strip_prefix(&head));
                line.map(str::to_owned)
            };
            assert!(now().unwrap().contains("sk-ws-a-it"), "{:?}", now());
            world.undo(&change.id).unwrap();
            assert_eq!(
                now().as_deref(),
                theirs,
                "set before login: {set_before_login}"
            );
        }
    }
}

/// The program was killed after the file was taken away, and before the manager was told.
#[test]
fn it_is_told_at_last_when_an_interrupted_undo_goes_on() {
    let world = world(true);
    let change = world.set("a", &[DestinationId::Desktop]).unwrap();
    let record = world.root.join(format!("state/changes/{}.json", change.id));
    let text = std::fs::read_to_string(&record).unwrap();
    assert!(text.contains("\"active\""));
    std::fs::write(&record, text.replace("\"active\"", "\"unfinished\"")).unwrap();
    std::fs::remove_file(world.path(".config/environment.d/60-studio-keys.conf")).unwrap();
    world.undo(&change.id).unwrap();
    let told = std::fs::read_to_string(world.root.join("told")).unwrap();
    assert!(told.ends_with(TAKEN_BACK), "{told}");
}
