//! The project folders that the user named. Each of their files counts by itself: which one a program reads, and whether
//! it prefers it to the environment, is the program's own choice.

use std::path::PathBuf;

use super::{Reading, Source, dot_env};
use crate::doctor::Scope;
use crate::doctor::value::Held;
use crate::foreign::Grammar;

/// Files that dotenv libraries and frameworks read, the one that usually wins first.
const NAMES: [&str; 5] = [
    ".env.local",
    ".env.development",
    ".env.production",
    ".env.test",
    ".env",
];

/// Adds what the files of these folders say.
pub(in crate::doctor) fn of_folders(reading: &mut Reading<'_>, folders: &[PathBuf]) {
    for folder in folders {
        if let Err(error) = folder.read_dir() {
            reading.cannot(folder, &error);
            continue;
        }
        for name in NAMES {
            let path = folder.join(name);
            add_dot_env(reading, Scope::Project, &path);
        }
        reading.add_file(Scope::Project, &folder.join(".envrc"), Grammar::Sh);
    }
}

/// Adds what a file in the manner of `.env` says: its last line about the variable, which is the one that counts.
pub(super) fn add_dot_env(reading: &mut Reading<'_>, scope: Scope, path: &std::path::Path) {
    let Some(snapshot) = reading.read(path) else {
        return;
    };
    if let Some((line, value)) = dot_env::settings(&snapshot.bytes, reading.variable).pop() {
        let held = Held::written(reading.surroundings, &value);
        reading
            .sources
            .push(Source::new(scope, path, Some(line), held));
    }
    for variable in reading.beside {
        if let Some((line, value)) = dot_env::settings(&snapshot.bytes, variable).pop() {
            reading.add_host(scope, path, Some(line), variable, &value);
        }
    }
}
