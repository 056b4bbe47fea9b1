//! The parts of the Rust toolchain that a minimal installation leaves out.

use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

/// Sees to it that `cargo fmt` and `cargo clippy` are there.
pub(crate) fn complete(project: &Project) -> Result<(), Stop> {
    for (verb, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Program::cargo(project)
            .words([verb, "--version"])
            .ask()
            .is_none()
        {
            println!("Missing component of the Rust toolchain: {component}");
            Program::new("rustup", &project.root)
                .words(["component", "add", component])
                .run()?;
        }
    }
    Ok(())
}
