//! Tests: what a program that was started sees, and where else the value is not.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use super::*;

const VALUE: &str = "sk-only-for-this-terminal-0123456789";

/// A computer whose `PATH` has these programs; each writes down its environment and its arguments.
fn computer(programs: &[&str]) -> (tempfile::TempDir, Surroundings) {
    let folder = tempfile::tempdir().unwrap();
    let bin = folder.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    for program in programs {
        let path = bin.join(program);
        let said = folder.path().join("said");
        let script = format!(
            "#!/bin/sh\n{{ /usr/bin/env; echo \"arguments: $*\"; }} > {0}.part\n/bin/mv {0}.part {0}\n",
            said.display()
        );
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let environment = BTreeMap::from([
        ("PATH".to_owned(), bin.display().to_string()),
        ("DISPLAY".to_owned(), ":7".to_owned()),
        ("DASHSCOPE_API_KEY".to_owned(), "the one before".to_owned()),
    ]);
    let home = folder.path().to_owned();
    let surroundings = Surroundings::new(
        home.clone(),
        home.join(".config"),
        home.join("state"),
        environment,
        None,
        |_| String::new(),
    );
    (folder, surroundings)
}

fn variable(name: &str, value: &str) -> (String, SecretString) {
    (name.to_owned(), value.into())
}

#[test]
fn the_program_sees_the_variables_and_nothing_is_written() {
    let (folder, surroundings) = computer(&["konsole"]);
    let variables = [
        variable("DASHSCOPE_API_KEY", VALUE),
        variable("OPENAI_BASE_URL", "https://example.com/v1"),
    ];
    launch(&surroundings, "konsole", &variables).unwrap();
    let said = folder.path().join("said");
    let patience = Instant::now();
    while !said.exists() && patience.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let said = std::fs::read_to_string(said).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    for line in [
        &format!("DASHSCOPE_API_KEY={VALUE}"),
        "OPENAI_BASE_URL=https://example.com/v1",
        "STUDIO_KEYS_ONLY=1",
        "DISPLAY=:7",
        "arguments: --separate",
    ] {
        assert!(lines.contains(&line), "{line} is not in {said}");
    }
    let names: Vec<_> = folder
        .path()
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn each_program_is_offered_once() {
    let (folder, surroundings) = computer(&["code", "xterm", "konsole"]);
    let bin = folder.path().join("bin");
    std::os::unix::fs::symlink(bin.join("konsole"), bin.join("x-terminal-emulator")).unwrap();
    let ids: Vec<&str> = launchables(&surroundings)
        .iter()
        .map(|one| one.id)
        .filter(|id| *id != "kitty")
        .collect();
    assert_eq!(ids, ["konsole", "xterm", "code"]);
}

#[test]
fn what_is_not_here_is_not_started() {
    let (_folder, surroundings) = computer(&[]);
    let missing = launch(&surroundings, "xterm", &[variable("K", VALUE)]);
    assert!(matches!(missing, Err(MachineError::ProgramMissing { id }) if id == "xterm"));
    let reserved = launch(&surroundings, "xterm", &[variable("PATH", VALUE)]);
    assert!(matches!(
        reserved,
        Err(MachineError::VariableReserved { .. })
    ));
}
