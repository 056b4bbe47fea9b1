//! systemd: plain unit files with their drop-ins, of this user and of the computer's administrator.

use std::path::{Path, PathBuf};

use super::command::{could_use_a_key, words};
use super::ini::{Entry, GoesOn, entries};
use super::{BareUnit, Inherited, ServiceManager, Units};
use crate::doctor::Scope;
use crate::doctor::source::{Reading, Source, dot_env_settings};
use crate::doctor::value::Held;

/// More than anybody writes by hand.
const MOST_UNITS: usize = 256;

pub(super) fn add(reading: &mut Reading<'_>, units: &mut Units, inherited: Inherited) {
    let user = reading.surroundings.config_home.join("systemd/user");
    let system = reading.surroundings.system.settings.join("systemd/system");
    add_folder(
        reading,
        units,
        &user,
        ServiceManager::SystemdUser,
        inherited,
    );
    add_folder(
        reading,
        units,
        &system,
        ServiceManager::SystemdSystem,
        inherited,
    );
}

fn add_folder(
    reading: &mut Reading<'_>,
    units: &mut Units,
    folder: &Path,
    manager: ServiceManager,
    inherited: Inherited,
) {
    let inherits = manager == ServiceManager::SystemdUser && inherited.by_user_manager;
    for path in files_in(folder, "service").into_iter().take(MOST_UNITS) {
        // A link enables or masks what somebody else wrote. This user's own may lead to a project.
        let is_link = path
            .symlink_metadata()
            .is_ok_and(|found| found.is_symlink());
        if is_link && (manager == ServiceManager::SystemdSystem || !leads_home(reading, &path)) {
            continue;
        }
        let Some(unit) = Unit::read(reading, &path) else {
            continue;
        };
        units.count += 1;
        if unit.sets(reading) || inherits || !unit.could_use(reading) {
            continue;
        }
        let file = reading
            .surroundings
            .config_home
            .join("environment.d/60-studio-keys.conf");
        units.bare.push(BareUnit {
            unit: name_of(&path),
            path,
            manager,
            line: inherited
                .by_user_manager
                .then(|| format!("EnvironmentFile={}", file.display())),
        });
    }
}

fn leads_home(reading: &Reading<'_>, path: &Path) -> bool {
    path.canonicalize()
        .is_ok_and(|target| target.starts_with(&reading.surroundings.home))
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn files_in(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    found.sort();
    found
}

/// A unit with its drop-ins: what its `[Service]` sets, and where.
struct Unit {
    entries: Vec<(PathBuf, Entry)>,
}

impl Unit {
    fn read(reading: &mut Reading<'_>, path: &Path) -> Option<Self> {
        let mut all = vec![path.to_owned()];
        let folder = path.parent()?;
        all.extend(files_in(&folder.join("service.d"), "conf"));
        all.extend(files_in(
            &folder.join(format!("{}.d", name_of(path))),
            "conf",
        ));
        let mut found = Vec::new();
        for (number, path) in all.into_iter().enumerate() {
            let Some(snapshot) = reading.read(&path) else {
                if number == 0 {
                    return None;
                }
                continue;
            };
            let entries = entries(&snapshot.bytes, GoesOn::Backslash).into_iter();
            let of_service = entries.filter(|entry| entry.section == "Service");
            found.extend(of_service.map(|entry| (path.clone(), entry)));
        }
        Some(Self { entries: found })
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a (PathBuf, Entry)> {
        self.entries
            .iter()
            .filter(move |(_, entry)| entry.name == name)
    }

    fn could_use(&self, reading: &Reading<'_>) -> bool {
        let starts = |entry: &Entry| {
            let command = entry
                .value
                .trim_start_matches(['@', '-', ':', '+', '!', '|']);
            could_use_a_key(command, &reading.surroundings.home)
        };
        self.values("ExecStart").any(|(_, entry)| starts(entry))
    }

    /// Whether the unit gives the variable a value. If it does, that is a source.
    fn sets(&self, reading: &mut Reading<'_>) -> bool {
        let mut source = self.in_environment(reading);
        // What a file says wins over what the unit says.
        source = self.in_files(reading).or(source);
        if let Some(source) = source {
            reading.sources.push(source);
            return true;
        }
        let passes = self.values("PassEnvironment").any(|(_, entry)| {
            entry
                .value
                .split_whitespace()
                .any(|name| name == reading.variable)
        });
        passes || self.in_folder(reading)
    }

    fn in_environment(&self, reading: &Reading<'_>) -> Option<Source> {
        let mut found = None;
        for (path, entry) in self.values("Environment") {
            if entry.value.is_empty() {
                // An empty one forgets those before it.
                found = None;
            }
            for word in words(&entry.value) {
                let value = word
                    .strip_prefix(reading.variable)
                    .and_then(|rest| rest.strip_prefix('='));
                if let Some(value) = value {
                    let held = Held::plain(reading.surroundings, value);
                    found = Some(Source::new(Scope::Unit, path, Some(entry.line), held));
                }
            }
        }
        found
    }

    fn in_files(&self, reading: &mut Reading<'_>) -> Option<Source> {
        let mut files: Vec<PathBuf> = Vec::new();
        for (_, entry) in self.values("EnvironmentFile") {
            if entry.value.is_empty() {
                files.clear();
            } else {
                files.push(self.expanded(reading, entry.value.trim_start_matches('-')));
            }
        }
        let mut found = None;
        for path in files {
            let Some(snapshot) = reading.read(&path) else {
                continue;
            };
            if let Some((line, value)) = dot_env_settings(&snapshot.bytes, reading.variable).pop() {
                let held = Held::plain(reading.surroundings, &value);
                found = Some(Source::new(Scope::Unit, &path, Some(line), held));
            }
        }
        found
    }

    /// A program that reads `.env` itself finds it in the folder in which it is started.
    fn in_folder(&self, reading: &mut Reading<'_>) -> bool {
        let folder = self.values("WorkingDirectory").last();
        let Some((_, entry)) = folder.filter(|(_, entry)| !entry.value.is_empty()) else {
            return false;
        };
        let folder = self.expanded(reading, entry.value.trim_start_matches('-'));
        let snapshot = reading.read(&folder.join(".env"));
        snapshot.is_some_and(|found| !dot_env_settings(&found.bytes, reading.variable).is_empty())
    }

    fn expanded(&self, reading: &Reading<'_>, path: &str) -> PathBuf {
        let home = reading.surroundings.home.to_string_lossy();
        match path.strip_prefix('~') {
            Some(rest) => PathBuf::from(format!("{home}{rest}")),
            None => PathBuf::from(path.trim_matches('"').replace("%h", &home)),
        }
    }
}
