//! `cargo xtask bundle`: the packages of this system, with the program that prints keys beside the window's.
//!
//! Tauri's own command line makes them. What it is to put in beside the program is said in a file of its own: named in
//! `tauri.conf.json`, it would have to be there for every build.

use std::path::{Path, PathBuf};

use crate::node;
use crate::packages::{self, Need};
use crate::parts::ui;
use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

/// What stands beside the program.
const BESIDE: &str = "studio-keys-key";

/// `words` go to Tauri's command line, such as `--bundles deb` or `--debug`.
pub(crate) fn bundle(project: &Project, words: &[String]) -> Result<(), Stop> {
    packages::install(Need::Build, &project.root)?;
    let version = Program::cargo(project).words(["tauri", "--version"]).ask();
    if version.is_none() {
        return Err(Stop::ProgramMissing {
            program: "cargo tauri (cargo install tauri-cli --locked --version ^2)".to_owned(),
        });
    }
    node::install(&project.ui())?;
    ui::build(project)?;
    let profile = if words.iter().any(|word| word == "--debug") {
        "debug"
    } else {
        "release"
    };
    put_beside(project, profile)?;
    let settings = project.root.join("tauri.bundle.conf.json");
    Program::cargo(project)
        .words(["tauri", "build", "--config"])
        .words([settings])
        .words(words)
        .run()?;
    check_debian(&project.target.join(profile).join("bundle/deb"))
}

/// Where Tauri looks for it: under its name with the system's behind.
fn put_beside(project: &Project, profile: &str) -> Result<(), Stop> {
    let build = Program::cargo(project).words(["build", "--locked", "-p", "key-printer"]);
    match profile {
        "release" => build.words(["--release"]).run()?,
        _ => build.run()?,
    }
    let suffix = std::env::consts::EXE_SUFFIX;
    // As the settings name it, wherever cargo builds.
    let folder = project.root.join("target/beside");
    let path = folder.join(format!("{BESIDE}-{}{suffix}", host(project)?));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(project.built(profile, BESIDE), &path))
        .map(|_bytes| ())
        .map_err(|reason| Stop::File { path, reason })
}

/// This system, as the compiler names it.
fn host(project: &Project) -> Result<String, Stop> {
    let said = Program::new("rustc", &project.root)
        .words(["-vV"])
        .ask()
        .unwrap_or_default();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Stop::NotUnderstood {
        what: format!("rustc -vV: {said}"),
    })
}

/// The package of Debian, if one was made, can be looked into here: both programs are in the same folder.
fn check_debian(folder: &Path) -> Result<(), Stop> {
    let Ok(entries) = folder.read_dir() else {
        return Ok(());
    };
    let is_package = |path: &PathBuf| path.extension().is_some_and(|end| end == "deb");
    for package in entries
        .flatten()
        .map(|entry| entry.path())
        .filter(is_package)
    {
        let list = Program::new("dpkg-deb", folder)
            .words(["--contents"])
            .words([&package])
            .ask()
            .unwrap_or_default();
        for program in ["studio-keys", BESIDE] {
            let path = format!("usr/bin/{program}");
            let mut names = list.lines().filter_map(|line| line.rsplit(' ').next());
            if !names.any(|name| name.trim_start_matches("./") == path) {
                return Err(Stop::FileMissing {
                    path: package.join(path),
                    made_by: "cargo tauri build",
                });
            }
        }
        println!("{}: both programs are in /usr/bin", package.display());
    }
    Ok(())
}
