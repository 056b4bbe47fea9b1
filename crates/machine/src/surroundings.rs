//! Everything this crate knows about the computer it runs on, handed in once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use crate::doctor::SystemPaths;
use crate::{RegistryKeys, file, launch};

/// Which places there are, and which files the shells of a new terminal read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperatingSystem {
    /// Linux, and whatever is like it.
    Linux,
    /// macOS, whose terminals start login shells.
    Macos,
    /// Windows.
    Windows,
}

impl OperatingSystem {
    /// The one that the program was built for.
    pub const BUILT_FOR: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::Macos
    } else {
        Self::Linux
    };
}

/// The computer as this crate sees it. Nothing here is read from the process's own environment.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The user's home folder.
    pub home: PathBuf,
    /// Where programs keep their settings: `~/.config` if nothing else is set.
    pub config_home: PathBuf,
    /// Our own folder in there.
    pub own_config: PathBuf,
    /// Where the journal and the copies from before are kept.
    pub state: PathBuf,
    /// What a fresh shell is given: `PATH`, `LANG` and what else a new session has.
    pub environment: BTreeMap<String, String>,
    /// The keys of the registry with variables, where the system has one.
    pub registry: RegistryKeys,
    /// The user's login shell.
    pub login_shell: Option<PathBuf>,
    /// The system; a test can stand on another's.
    pub operating_system: OperatingSystem,
    /// The program that prints keys, where there is one: what [`crate::Method::Keyring`] and tools' helpers are given.
    pub key_printer: Option<PathBuf>,
    /// How a value looks where it may be seen. Given by the caller, so that there is one way to mask in the program.
    pub mask: fn(&str) -> String,
    /// What time it is.
    pub now: fn() -> jiff::Timestamp,
    /// How long a fresh shell may take to say what it sees.
    pub shell_time_limit: Duration,
    /// What is looked at beyond the home folder, and never written.
    pub system: SystemPaths,
}

impl Surroundings {
    /// How long a fresh shell may take, unless the caller says otherwise.
    pub const SHELL_TIME_LIMIT: Duration = Duration::from_secs(10);

    /// The usual surroundings: our folder is `studio-keys` in `config_home`, no program prints keys, the clock is the system's.
    pub fn new(
        home: PathBuf,
        config_home: PathBuf,
        state: PathBuf,
        environment: BTreeMap<String, String>,
        login_shell: Option<PathBuf>,
        mask: fn(&str) -> String,
    ) -> Self {
        Self {
            own_config: config_home.join("studio-keys"),
            home,
            config_home,
            state,
            environment,
            registry: RegistryKeys::usual(),
            login_shell,
            operating_system: OperatingSystem::BUILT_FOR,
            key_printer: None,
            mask,
            now: jiff::Timestamp::now,
            shell_time_limit: Self::SHELL_TIME_LIMIT,
            system: SystemPaths::usual(),
        }
    }

    /// A value as it may be seen.
    pub(crate) fn masked(&self, value: &SecretString) -> String {
        // EXPOSE: masked at once.
        (self.mask)(value.expose_secret())
    }

    /// The program of this name in the `PATH` of [`Self::environment`].
    pub(crate) fn program(&self, name: &str) -> Option<PathBuf> {
        std::env::split_paths(self.variable("PATH")?)
            .filter(|folder| folder.is_absolute())
            .find_map(|folder| file::program(&folder.join(name)))
    }

    /// A variable of [`Self::environment`]. Windows does not tell big letters from small ones in names, and writes `Path`.
    fn variable(&self, name: &str) -> Option<&str> {
        let is_windows = self.operating_system == OperatingSystem::Windows;
        let is_it = |other: &str| other == name || is_windows && other.eq_ignore_ascii_case(name);
        let mut all = self.environment.iter();
        let (_, text) = all.find(|(other, _)| is_it(other))?;
        Some(text)
    }

    /// The login shell, if it is the one of this name.
    pub(crate) fn login_shell_named(&self, name: &str) -> Option<&Path> {
        self.login_shell
            .as_deref()
            .filter(|path| path.file_name().is_some_and(|last| last == name))
    }

    /// The environment of a fresh shell: what is given, with the home folder said, without `variable`, and without what keeps
    /// our files from being read where this program was started from a terminal with values of its own.
    pub(crate) fn environment_without(&self, variable: Option<&str>) -> BTreeMap<String, String> {
        let mut environment = self.environment.clone();
        environment.remove(launch::ONLY);
        if let Some(variable) = variable {
            environment.remove(variable);
        }
        environment.insert("HOME".to_owned(), self.home.to_string_lossy().into_owned());
        // On macOS programs keep their settings elsewhere than shells do.
        let is_linux = self.operating_system == OperatingSystem::Linux;
        if is_linux && self.config_home != self.home.join(".config") {
            environment.insert(
                "XDG_CONFIG_HOME".to_owned(),
                self.config_home.to_string_lossy().into_owned(),
            );
        }
        environment
            .entry("TERM".to_owned())
            .or_insert_with(|| "dumb".to_owned());
        environment
    }

    /// The folder of the journal.
    pub(crate) fn journal_folder(&self) -> PathBuf {
        self.state.join("changes")
    }

    /// The folder of the copies from before.
    pub(crate) fn backups_folder(&self) -> PathBuf {
        self.state.join("backups")
    }
}
