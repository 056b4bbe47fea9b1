//! The platform's own Python SDK, in a throw-away environment, against the headless server of This computer.

use std::path::{Path, PathBuf};

use crate::program::Program;
use crate::project::Project;
use crate::stop::Stop;

pub(crate) fn run(project: &Project) -> Result<(), Stop> {
    // The same choice of packages as for the program itself, so that nothing is compiled a second time.
    Program::cargo(project)
        .words(["build", "--locked", "--bin", "local-studio"])
        .run()?;
    let python = environment(project)?;
    Program::new(python, &project.root)
        .words([
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/conformance",
        ])
        .with(
            "STUDIO_LOCAL_STUDIO_BIN",
            project.built("debug", "local-studio"),
        )
        // Nothing is written beside the tests.
        .with("PYTHONDONTWRITEBYTECODE", "1")
        .run()
}

/// Its Python. Made anew when the list of requirements changed.
fn environment(project: &Project) -> Result<PathBuf, Stop> {
    let folder = project.target.join("conformance-venv");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let list = project.root.join("tests/conformance/requirements.txt");
    let wanted = read(&list)?;
    let stamp = folder.join("requirements.txt");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let system_python = if cfg!(windows) { "python" } else { "python3" };
    Program::new(system_python, &project.root)
        .words(["-m", "venv", "--clear"])
        .words([&folder])
        .run()?;
    Program::new(&python, &project.root)
        .words([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .words([&list])
        .run()?;
    std::fs::write(&stamp, wanted).map_err(|reason| Stop::File {
        path: stamp,
        reason,
    })?;
    Ok(python)
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    std::fs::read(path).map_err(|reason| Stop::File {
        path: path.to_path_buf(),
        reason,
    })
}
