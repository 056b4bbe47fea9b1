//! Programs that run with something else than the key.

use std::process::{Command, Stdio};
use std::time::Duration;

use machine::DestinationId::Bash;
use machine::doctor::{Facts, ProgramKind};
use secrecy::ExposeSecret;

use crate::common::{self, VARIABLE, mask};
use crate::computer::{KEY, OTHER, Running, computer, facts, set};

#[test]
fn a_program_with_an_old_environment_is_named() {
    let world = computer();
    let old = Running::start(&world.root, "server", &[(VARIABLE, OTHER)]);
    let editor = Running::start(&world.root, "code", &[("HOME", "/")]);
    let daemon = Running::start(&world.root, "polkit", &[("HOME", "/")]);
    std::thread::sleep(Duration::from_millis(50));
    let value = set(&world, &[Bash]);
    std::thread::sleep(Duration::from_millis(50));
    let later = Running::start(&world.root.join("later"), "code", &[("HOME", "/")]);
    let found = facts(&world, &value);
    assert_eq!(
        old.told(&found),
        Some((ProgramKind::Other, Some(mask(OTHER))))
    );
    assert_eq!(editor.told(&found), Some((ProgramKind::Editor, None)));
    assert_eq!(daemon.told(&found), None, "nobody would miss it there");
    assert_eq!(later.told(&found), None, "it began after the change");
}

#[test]
fn a_shell_that_is_older_than_the_change_is_named_until_it_hands_the_key_on() {
    // A real terminal of its own, in which a shell waits.
    let world = computer();
    let Some(script) = find("script") else {
        panic!("install the package bsdutils: a shell in a terminal is tested");
    };
    let value = common::value("7").expose_secret().to_owned(); // EXPOSE: a test's own value.
    let mut child = Command::new(script)
        .args(["-qec", "bash --norc", "/dev/null"])
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap())
        .env("SHELL", "/bin/bash")
        .env("HOME", &world.surroundings.home)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let shell = wait_for(|| shell_below(child.id()));
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(set(&world, &[Bash]), value);
    let told = |facts: &Facts| {
        facts
            .old_programs
            .iter()
            .find(|old| old.pid == shell)
            .cloned()
    };
    let found = facts(&world, &value);
    assert_eq!(told(&found).map(|old| old.kind), Some(ProgramKind::Shell));

    // Its user reads the start-up file again: what it starts has the key now.
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, b". ~/.bashrc; sleep 60\n").unwrap();
    wait_for(|| {
        let found = facts(&world, &value);
        told(&found).is_none().then_some(())
    });
    child.kill().unwrap();
    child.wait().unwrap();
}

fn find(name: &str) -> Option<std::path::PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.exists())
}

fn wait_for<T>(mut is_there: impl FnMut() -> Option<T>) -> T {
    for _ in 0..200 {
        if let Some(found) = is_there() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("it did not come");
}

fn shell_below(parent: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"));
    let child: u32 = children.ok()?.split_whitespace().next()?.parse().ok()?;
    let name = std::fs::read_to_string(format!("/proc/{child}/comm")).ok()?;
    (name.trim() == "bash").then_some(child)
}

#[test]
fn what_runs_under_sudo_without_the_variable_is_named() {
    let world = computer();
    let sudo = world.root.join("sudo");
    std::fs::write(&sudo, "#!/bin/sh\nsleep 60 &\nwait\n").unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&sudo, mode).unwrap();
    let start = |arguments: &[&str]| {
        let child = Command::new(&sudo).args(arguments).spawn().unwrap();
        let comm = format!("/proc/{}/comm", child.id());
        wait_for(|| (std::fs::read_to_string(&comm).ok()?.trim() == "sudo").then_some(()));
        Running(child)
    };
    let kept = start(&["-E", "ruby", "app.rb"]);
    assert_eq!(facts(&world, KEY).sudo_programs, []);
    let dropped = start(&["-n", "python3", "app.py"]);
    let names: Vec<_> = facts(&world, KEY)
        .sudo_programs
        .into_iter()
        .map(|program| program.name)
        .collect();
    assert_eq!(names, ["python3"]);
    drop((kept, dropped));
}
