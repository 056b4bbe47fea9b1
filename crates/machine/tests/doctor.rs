//! What keeps a program from seeing a key: each case is made for real and found, and where all is well nothing is.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::{VARIABLE, World, mask};
use machine::DestinationId::{Bash, Desktop, Zsh};
use machine::doctor::{
    Facts, ProgramKind, Question, Scope, ServiceManager, Source, SystemPaths, UnreadableWhy, look,
};
use secrecy::{ExposeSecret, SecretString};

const KEY: &str = "sk-0123456789abcdef0123456789abcdef";
const OTHER: &str = "sk-fedcba9876543210fedcba9876543210";

/// A computer whose settings are in a folder of the test, and whose programs are the real ones.
fn computer() -> World {
    let mut world = World::new();
    world.surroundings.system = SystemPaths {
        processes: "/proc".into(),
        settings: world.root.join("etc"),
        own_process: None,
    };
    std::fs::create_dir(world.root.join("etc")).unwrap();
    world
}

fn question(value: &str) -> Question {
    Question {
        variable: VARIABLE.to_owned(),
        value: SecretString::from(value),
        beside: vec!["DASHSCOPE_HTTP_BASE_URL".to_owned()],
        folders: Vec::new(),
    }
}

fn facts(world: &World, value: &str) -> Facts {
    let facts = look(&world.surroundings, &question(value)).unwrap();
    let shown = format!("{facts:?}");
    assert!(!shown.contains(value) && !shown.contains(OTHER), "{shown}");
    facts
}

fn winner(facts: &Facts, scope: Scope) -> &Source {
    let mut found = facts.sources.iter().filter(|source| source.scope == scope);
    found.find(|source| source.wins).unwrap()
}

fn set(world: &World, places: &[machine::DestinationId]) -> String {
    world.set("7", places).unwrap();
    common::value("7").expose_secret().to_owned()
}

/// A program of this test's own, which ends with it.
struct Running(Child);

impl Running {
    /// A sleeping program of this name, with nothing in its environment but this.
    fn start(folder: &Path, name: &str, environment: &[(&str, &str)]) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let program = folder.join(name);
        std::fs::copy("/bin/sleep", &program).unwrap();
        let child = Command::new(&program)
            .arg("60")
            .env_clear()
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        // The environment is the new program's own only once it has begun.
        let command = format!("/proc/{}/cmdline", child.id());
        while !std::fs::read_to_string(&command)
            .unwrap()
            .contains(program.to_str().unwrap())
        {
            std::thread::sleep(Duration::from_millis(5));
        }
        Self(child)
    }

    fn told(&self, facts: &Facts) -> Option<(ProgramKind, Option<String>)> {
        let mut programs = facts.old_programs.iter();
        let found = programs.find(|program| program.pid == self.0.id())?;
        Some((found.kind, found.holds_masked.clone()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

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
    let value = common::value("7").expose_secret().to_owned();
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
    let value = common::value("7").expose_secret().to_owned();
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

#[test]
fn units_without_the_variable_are_told_with_the_line_to_add() {
    let world = computer();
    let etc = world.root.join("etc");
    std::fs::create_dir_all(etc.join("systemd/system/api.service.d")).unwrap();
    std::fs::create_dir_all(etc.join("supervisor/conf.d")).unwrap();
    let bot = world.write(
        ".config/systemd/user/bot.service",
        "[Unit]\nDescription=b\n[Service]\nExecStart=/usr/bin/python3 \\\n  %h/bot.py\n",
    );
    // This one has it, from a drop-in, as another key.
    std::fs::write(
        etc.join("systemd/system/api.service"),
        "[Service]\nEnvironment=A=1\nExecStart=/usr/bin/node /srv/api.js\n",
    )
    .unwrap();
    let drop_in = etc.join("systemd/system/api.service.d/key.conf");
    std::fs::write(
        &drop_in,
        format!("[Service]\nEnvironment=\"B=2\" '{VARIABLE}={OTHER}'\n"),
    )
    .unwrap();
    // This one reads it from a file, and this one was brought by a package.
    let file = world.write("keys.env", format!("{VARIABLE}={KEY}\n"));
    std::fs::write(
        etc.join("systemd/system/web.service"),
        format!(
            "[Service]\nEnvironmentFile=-{}\nExecStart=/srv/web\n",
            file.display()
        ),
    )
    .unwrap();
    std::os::unix::fs::symlink(&bot, etc.join("systemd/system/linked.service")).unwrap();
    let supervised = etc.join("supervisor/conf.d/jobs.conf");
    std::fs::write(
        &supervised,
        "[program:worker]\ncommand=celery -A jobs worker\n[program:beat]\ncommand=celery beat\nenvironment=A=\"1\",\n  B=\"2\"\n[program:web]\ncommand=nginx\n",
    )
    .unwrap();

    let found = facts(&world, KEY);
    let told: Vec<_> = found
        .bare_units
        .iter()
        .map(|unit| (unit.unit.as_str(), unit.manager, unit.line.clone()))
        .collect();
    let file_line = format!(
        "EnvironmentFile={}",
        world
            .path(".config/environment.d/60-studio-keys.conf")
            .display()
    );
    let setting = format!("{VARIABLE}=\"%(ENV_{VARIABLE})s\"");
    assert_eq!(
        told,
        [
            ("bot.service", ServiceManager::SystemdUser, file_line),
            (
                "program:worker",
                ServiceManager::Supervisord,
                format!("environment={setting}")
            ),
            (
                "program:beat",
                ServiceManager::Supervisord,
                format!(",{setting}")
            ),
        ]
    );
    assert_eq!(found.units, 6);
    let of_units: Vec<_> = found
        .sources
        .iter()
        .filter(|source| source.scope == Scope::Unit)
        .map(|source| (source.place.clone(), source.line, source.is_key))
        .collect();
    assert!(
        of_units.contains(&(drop_in, Some(2), false)),
        "{of_units:?}"
    );
    assert!(of_units.contains(&(file, Some(1), true)), "{of_units:?}");

    // What the desktop finds, the user's own manager hands on.
    let value = set(&world, &[Desktop]);
    let found = facts(&world, &value);
    assert!(
        found
            .bare_units
            .iter()
            .all(|unit| unit.manager != ServiceManager::SystemdUser)
    );
}

#[test]
fn project_folders_and_tools_are_read_with_the_host_beside_the_key() {
    let world = computer();
    let project = world.path("project");
    world.write("project/.env", format!("A=1\n{VARIABLE}=\"{OTHER}\"\nDASHSCOPE_HTTP_BASE_URL=https://u:{OTHER}@dashscope-intl.aliyuncs.com/api/v1\n"));
    world.write("project/.envrc", format!("export {VARIABLE}={KEY}\n"));
    world.write(
        ".claude/settings.json",
        format!("{{\n // mine\n \"env\": {{ \"{VARIABLE}\": \"{OTHER}\" }},\n}}\n"),
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
