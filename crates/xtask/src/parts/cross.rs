//! Windows and macOS, from Linux: built with a private toolchain in `target/cross`; what is for Windows is run under Wine.
//!
//! Nothing here shows a window of those systems: what is left to look at by hand is listed in `CONTRIBUTING.md`.

use std::path::{Path, PathBuf};

use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

const SETUP: &str = "crates/xtask/cross/setup.sh";
const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// What is different there, and is therefore run: the tests of these names.
const WINDOWS_TESTS: &[&str] = &[
    // The broadcast, to a window that the test makes.
    "received",
    // The user's variables in the registry.
    "registry",
    // The settings of tools, at paths of Windows.
    "tools",
    "tool_secrets",
    "tool_comments",
    "tool_ambiguous",
    "tool_empty_file",
    "tool_interrupted",
    "tool_obstacles",
    // The Credential Manager.
    "credential_manager",
    // The server of This computer, started and spoken to.
    "started",
];

/// The whole program is built for Windows; what is different there is run under Wine.
pub(crate) fn windows(project: &Project) -> Result<(), Stop> {
    let folder = toolchain(project)?;
    let tests = WINDOWS_TESTS.iter().flat_map(|name| ["--test", *name]);
    // Always the whole workspace: of a part of it dependencies would have other features, and be built once more.
    let whole = |verb| {
        cargo(project, &folder)
            .words([verb, "--locked", "--workspace", "--target", WINDOWS])
            .words(tests.clone())
    };
    whole("build").words(["--bins"]).run()?;
    whole("test").run()?;
    cargo(project, &folder)
        .words(["test", "--locked", "--target", WINDOWS])
        .words(["-p", "machine", "--lib"])
        .run()
}

/// The whole workspace, its tests included, type-checked for macOS.
pub(crate) fn macos_check(project: &Project) -> Result<(), Stop> {
    let folder = toolchain(project)?;
    let words = ["check", "--locked", "--workspace", "--all-targets"];
    cargo(project, &folder)
        .words(words)
        .words(["--target", MACOS])
        .run()
}

/// The folder of the toolchain. Made anew when its script changed.
fn toolchain(project: &Project) -> Result<PathBuf, Stop> {
    if !cfg!(target_os = "linux") {
        return Err(Stop::NotOnThisSystem {
            what: "building for other systems",
        });
    }
    let folder = project.target.join("cross");
    let script = project.root.join(SETUP);
    let wanted = read(&script)?;
    let stamp = folder.join("setup.sh");
    if std::fs::read(&stamp).is_ok_and(|made| made == wanted) {
        return Ok(folder);
    }
    Program::new("bash", &project.root)
        .words([script.as_path(), folder.as_path()])
        .run()?;
    std::fs::write(&stamp, wanted).map_err(|reason| Stop::File {
        path: stamp,
        reason,
    })?;
    Ok(folder)
}

/// The cargo that started us, with that toolchain's compiler and a target folder of its own: two compilers in one would
/// build everything anew each time.
fn cargo(project: &Project, folder: &Path) -> Program {
    let compiler = folder.join("tc/usr");
    Program::cargo(project)
        .with("LD_LIBRARY_PATH", compiler.join("lib/x86_64-linux-gnu"))
        .with("RUSTC", compiler.join("bin/rustc"))
        .with("RUSTDOC", compiler.join("bin/rustdoc"))
        .with("RUSTC_WRAPPER", "")
        .with("CARGO_TARGET_DIR", folder.join("build"))
        // Nobody steps through it, and it is built anew only now and then: without these it takes half the room.
        .with("CARGO_PROFILE_DEV_DEBUG", "false")
        .with("CARGO_INCREMENTAL", "0")
        .with(
            "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER",
            "x86_64-w64-mingw32-gcc",
        )
        .with(
            "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER",
            folder.join("bin/wine-run"),
        )
        .with("CC_aarch64_apple_darwin", folder.join("bin/empty-cc"))
        .with("CXX_aarch64_apple_darwin", folder.join("bin/empty-cc"))
        .with("AR_aarch64_apple_darwin", folder.join("bin/empty-ar"))
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    std::fs::read(path).map_err(|reason| Stop::File {
        path: path.to_path_buf(),
        reason,
    })
}
