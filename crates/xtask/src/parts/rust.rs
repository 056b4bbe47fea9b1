//! What cargo itself checks.

use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;
use crate::toolchain;

/// The test that compares `ui/src/wire.ts` with the Rust types, and writes it when told to.
const WIRE_TEST: [&str; 3] = ["test", "--test", "wire_types"];

pub(crate) fn format(project: &Project) -> Result<(), Stop> {
    toolchain::component(project, "rustfmt", "fmt")?;
    Program::cargo(project)
        .words(["fmt", "--all", "--check"])
        .run()
}

pub(crate) fn clippy(project: &Project) -> Result<(), Stop> {
    toolchain::component(project, "clippy", "clippy")?;
    Program::cargo(project)
        .words([
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
        .run()
}

pub(crate) fn docs(project: &Project) -> Result<(), Stop> {
    // The private parts too: the rooms explain themselves in the comments at their heads.
    Program::cargo(project)
        .words([
            "doc",
            "--locked",
            "--workspace",
            "--no-deps",
            "--document-private-items",
        ])
        .with("RUSTDOCFLAGS", "-D warnings")
        .run()
}

pub(crate) fn test(project: &Project) -> Result<(), Stop> {
    Program::cargo(project).words(["test", "--locked"]).run()
}

pub(crate) fn wire(project: &Project) -> Result<(), Stop> {
    Program::cargo(project).words(WIRE_TEST).run()
}

/// `cargo xtask wire`.
pub(crate) fn write_wire(project: &Project) -> Result<(), Stop> {
    Program::cargo(project)
        .words(WIRE_TEST)
        .with("STUDIO_WRITE_WIRE", "1")
        .run()
}
