//! The program as a person meets it: the window under a virtual display, driven from outside; and the servers that stand for
//! the regions of the cloud.

use std::path::{Path, PathBuf};

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
    Program::cargo(project)
        .words([
            "build",
            "--locked",
            "-p",
            "local-studio",
            "--bin",
            "local-studio",
        ])
        .run()?;
    // Copies under another path: any other build of the program, such as that for the Rust tests, has no pages inside
    // and takes the place of the first.
    for name in ["studio-keys", "local-studio"] {
        copy(project, name)?;
    }
    node::install(&project.end_to_end())
}

fn copy(project: &Project, name: &str) -> Result<(), Stop> {
    let copy = folder(project).join(name);
    let copied = std::fs::create_dir_all(folder(project))
        .and_then(|()| remove_if_there(&copy))
        .and_then(|()| std::fs::copy(project.built("debug", name), &copy));
    copied
        .map(|_bytes| ())
        .map_err(|reason| Stop::File { path: copy, reason })
}

/// A script of `tests/e2e/package.json`, told what to test and where its pictures go.
pub(crate) fn script(project: &Project, name: &str) -> Program {
    node::npm(&project.end_to_end())
        .words(["run", name])
        .with("STUDIO_KEYS_PROGRAM", program(project))
        .with("STUDIO_KEYS_TARGET", &project.target)
}

fn folder(project: &Project) -> PathBuf {
    project.target.join("e2e/program")
}

fn program(project: &Project) -> PathBuf {
    folder(project).join("studio-keys")
}

/// Else a program that still runs could not be replaced.
fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
