//! The program as a person meets it: the window under a virtual display, driven from outside.

use crate::node;
use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

pub(crate) fn run(project: &Project) -> Result<(), Stop> {
    prepare(project)?;
    script(project, "test").run()
}

/// The program with its pages inside, and the packages of the tests.
pub(crate) fn prepare(project: &Project) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Err(Stop::NotOnThisSystem {
            what: "the window under a virtual display",
        });
    }
    Program::cargo(project)
        .words([
            "build",
            "--locked",
            "--features",
            "custom-protocol",
            "--bin",
            "studio-keys",
        ])
        .run()?;
    node::install(&project.end_to_end())
}

/// A script of `tests/e2e/package.json`, told what to test and where its pictures go.
pub(crate) fn script(project: &Project, name: &str) -> Program {
    node::npm(&project.end_to_end())
        .words(["run", name])
        .with("STUDIO_KEYS_PROGRAM", project.built("debug", "studio-keys"))
        .with("STUDIO_KEYS_TARGET", &project.target)
}
