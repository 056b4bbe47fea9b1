//! `cargo xtask run`: from a fresh machine to the window.

use crate::node;
use crate::packages::{self, Need};
use crate::parts::ui;
use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;
use crate::tour;

pub(crate) fn run(project: &Project) -> Result<(), Stop> {
    if !project.has_display {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.\n\
             Taking the tour instead: a virtual display, the main job done through the driver, one picture a step."
        );
        return tour::tour(project);
    }
    packages::install(Need::Build, &project.root)?;
    node::install(&project.ui())?;
    ui::build(project)?;
    // Beside the program, which looks for it there.
    Program::cargo(project)
        .words(["build", "--locked", "-p", "key-printer"])
        .run()?;
    Program::cargo(project)
        .words([
            "run",
            "--locked",
            "--features",
            "custom-protocol",
            "--bin",
            "studio-keys",
        ])
        .run()
}
