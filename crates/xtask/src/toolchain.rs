//! The parts of the Rust toolchain that a minimal installation leaves out.

use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

/// Sees to it that a verb of cargo is there which a component brings.
pub(crate) fn component(project: &Project, name: &str, verb: &str) -> Result<(), Stop> {
    let is_there = || {
        Program::cargo(project)
            .words([verb, "--version"])
            .ask()
            .is_some()
    };
    if is_there() {
        return Ok(());
    }
    println!("Missing component of the Rust toolchain: {name}");
    Program::new("rustup", &project.root)
        .words(["component", "add", name])
        .run()
}
