//! The program as a person meets it: the window under a virtual display, driven from outside; the servers that stand for
//! the regions of the cloud; and beside it the program that prints keys.

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
    // A copy under another path, at once: any other build of the program, such as that for the Rust tests, has no pages
    // inside and takes the place of the first.
    copy(project, "studio-keys")?;
    for (package, name) in [
        ("local-studio", "local-studio"),
        ("key-printer", "studio-keys-key"),
    ] {
        Program::cargo(project)
            .words(["build", "--locked", "-p", package, "--bin", name])
            .run()?;
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
    script_in(project, &project.end_to_end(), name)
}

/// A script of another folder that uses the same rooms.
pub(crate) fn script_in(project: &Project, folder: &Path, name: &str) -> Program {
    node::npm(folder)
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
