//! `cargo xtask bench`: release builds of the program and of an empty window with the same profile, measured in turn.
//!
//! Here they are built; `tests/e2e/bench` measures them and writes `BENCHMARKS.md`.

use crate::node;
use crate::packages::{self, Need};
use crate::parts::ui;
use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

pub(crate) fn bench(project: &Project) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        return Err(Stop::NotOnThisSystem {
            what: "the measurement",
        });
    }
    packages::install(Need::Test, &project.root)?;
    node::install(&project.ui())?;
    ui::build(project)?;
    for package in ["studio-keys", "empty-window"] {
        Program::cargo(project)
            .words([
                "build",
                "--locked",
                "--release",
                "--features",
                "custom-protocol",
                "--package",
                package,
            ])
            .run()?;
    }
    node::install(&project.end_to_end())?;
    node::npm(&project.end_to_end())
        .words(["run", "bench"])
        .with(
            "STUDIO_KEYS_PROGRAM",
            project.built("release", "studio-keys"),
        )
        .with(
            "STUDIO_KEYS_EMPTY_WINDOW",
            project.built("release", "empty-window"),
        )
        .with("STUDIO_KEYS_BENCHMARKS", project.root.join("BENCHMARKS.md"))
        .run()
}
