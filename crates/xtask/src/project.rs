//! Where things are, and what is around the program: read once at the start and handed down.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The project's folders and the surroundings that verbs depend on.
pub(crate) struct Project {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where cargo puts what it builds.
    pub(crate) target: PathBuf,
    /// A window can be opened here.
    pub(crate) has_display: bool,
    /// The cargo that started us, so that a toolchain chosen on the command line stays chosen.
    pub(crate) cargo: OsString,
}

impl Project {
    pub(crate) fn find() -> Project {
        // The folder of this crate as it was compiled: `cargo xtask` works in every folder of the project.
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).unwrap_or(here).to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        Project {
            root,
            target,
            has_display: !cfg!(target_os = "linux")
                || is_set("DISPLAY")
                || is_set("WAYLAND_DISPLAY"),
            cargo: std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        }
    }

    /// The pages of the window.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The end-to-end tests.
    pub(crate) fn end_to_end(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// A program that cargo built.
    pub(crate) fn built(&self, profile: &str, program: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
    }
}
