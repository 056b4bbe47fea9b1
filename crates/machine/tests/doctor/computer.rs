//! A computer to look at: its settings are in a folder of the test, its programs are the real ones.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use machine::doctor::{Facts, ProgramKind, Question, Scope, Source, SystemPaths, look};
use secrecy::{ExposeSecret, SecretString};

use crate::common::{self, VARIABLE, World};

pub(crate) const KEY: &str = "sk-0123456789abcdef0123456789abcdef";
pub(crate) const OTHER: &str = "sk-fedcba9876543210fedcba9876543210";

/// A computer whose settings are in a folder of the test, and whose programs are the real ones.
pub(crate) fn computer() -> World {
    let mut world = World::new();
    world.surroundings.system = SystemPaths {
        processes: "/proc".into(),
        settings: world.root.join("etc"),
        own_process: None,
    };
    std::fs::create_dir(world.root.join("etc")).unwrap();
    world
}

pub(crate) fn question(value: &str) -> Question {
    Question {
        variable: VARIABLE.to_owned(),
        value: SecretString::from(value),
        beside: vec!["DASHSCOPE_HTTP_BASE_URL".to_owned()],
        folders: Vec::new(),
    }
}

pub(crate) fn facts(world: &World, value: &str) -> Facts {
    let facts = look(&world.surroundings, &question(value)).unwrap();
    let shown = format!("{facts:?}");
    assert!(!shown.contains(value) && !shown.contains(OTHER), "{shown}");
    facts
}

pub(crate) fn winner(facts: &Facts, scope: Scope) -> &Source {
    let mut found = facts.sources.iter().filter(|source| source.scope == scope);
    found.find(|source| source.wins).unwrap()
}

pub(crate) fn set(world: &World, places: &[machine::DestinationId]) -> String {
    world.set("7", places).unwrap();
    common::value("7").expose_secret().to_owned() // EXPOSE: a test's own value.
}

/// A program of this test's own, which ends with it.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    /// A sleeping program of this name, with nothing in its environment but this.
    pub(crate) fn start(folder: &Path, name: &str, environment: &[(&str, &str)]) -> Self {
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

    pub(crate) fn told(&self, facts: &Facts) -> Option<(ProgramKind, Option<String>)> {
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
