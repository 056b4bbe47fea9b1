//! supervisord: the sections of its files that start a program.

use std::path::{Path, PathBuf};

use super::command::could_use_a_key;
use super::ini::{Entry, GoesOn, entries};
use super::{BareUnit, Inherited, ServiceManager, Units};
use crate::doctor::Scope;
use crate::doctor::source::{Reading, Source, dot_env_settings};
use crate::doctor::value::Held;

/// More than anybody writes by hand.
const MOST_FILES: usize = 128;

pub(super) fn add(
    reading: &mut Reading<'_>,
    units: &mut Units,
    folders: &[PathBuf],
    inherited: Inherited,
) {
    let settings = reading.surroundings.system.settings.clone();
    let mut files = vec![
        settings.join("supervisord.conf"),
        settings.join("supervisor/supervisord.conf"),
    ];
    for folder in ["supervisor/conf.d", "supervisord.d", "supervisor.d"] {
        let entries = settings.join(folder).read_dir().into_iter().flatten();
        let mut found: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| {
                let extension = path.extension().and_then(|found| found.to_str());
                matches!(extension, Some("conf" | "ini"))
            })
            .collect();
        found.sort();
        files.extend(found);
    }
    files.extend(folders.iter().map(|folder| folder.join("supervisord.conf")));

    let mut read: Vec<(PathBuf, Vec<Entry>)> = Vec::new();
    for path in files.into_iter().take(MOST_FILES) {
        if let Some(snapshot) = reading.read(&path) {
            read.push((path, entries(&snapshot.bytes, GoesOn::Indented)));
        }
    }
    // What supervisord is given, every program of it inherits, whichever file that one stands in.
    let of_all = read
        .iter()
        .flat_map(|(_, entries)| entries)
        .any(|entry| entry.section == "supervisord" && is_set(entry, reading.variable));
    for (path, entries) in &read {
        add_file(
            reading,
            units,
            path,
            entries,
            of_all || inherited.by_supervisord,
        );
    }
}

fn is_set(entry: &Entry, variable: &str) -> bool {
    entry.name == "environment" && value_in(&entry.value, variable).is_some()
}

fn add_file(
    reading: &mut Reading<'_>,
    units: &mut Units,
    path: &Path,
    entries: &[Entry],
    inherits: bool,
) {
    let mut sections: Vec<&str> = Vec::new();
    for entry in entries.iter().filter(|entry| is_program(&entry.section)) {
        if !sections.contains(&entry.section.as_str()) {
            sections.push(&entry.section);
        }
    }
    for section in sections {
        units.count += 1;
        let of = |name: &str| {
            entries
                .iter()
                .rfind(|entry| entry.section == section && entry.name == name)
        };
        let environment = of("environment");
        let value = environment
            .and_then(|entry| Some((entry.line, value_in(&entry.value, reading.variable)?)));
        if let Some((line, value)) = value {
            let held = Held::written(reading.surroundings, &value);
            let source = Source::new(Scope::Unit, path, Some(line), held);
            reading.sources.push(source);
            continue;
        }
        let could_use = of("command")
            .is_some_and(|entry| could_use_a_key(&entry.value, &reading.surroundings.home));
        let in_folder = of("directory").is_some_and(|entry| {
            let snapshot = reading.read(&Path::new(entry.value.trim()).join(".env"));
            snapshot
                .is_some_and(|found| !dot_env_settings(&found.bytes, reading.variable).is_empty())
        });
        if inherits || !could_use || in_folder {
            continue;
        }
        let variable = reading.variable;
        let setting = format!("{variable}=\"%(ENV_{variable})s\"");
        units.bare.push(BareUnit {
            unit: section.to_owned(),
            path: path.to_owned(),
            manager: ServiceManager::Supervisord,
            // Into the list that is there, or as a list of its own.
            line: Some(match environment {
                Some(_) => format!(",{setting}"),
                None => format!("environment={setting}"),
            }),
        });
    }
}

fn is_program(section: &str) -> bool {
    section.starts_with("program:") || section.starts_with("fcgi-program:")
}

/// The value in a list such as `A="1",B='2',C=3`.
fn value_in(list: &str, variable: &str) -> Option<secrecy::zeroize::Zeroizing<String>> {
    let mut rest = list.trim_start_matches([',', ' ']);
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, next) = match after.chars().next() {
            Some(mark @ ('"' | '\'')) => after[1..].split_once(mark).unwrap_or((&after[1..], "")),
            _ => after.split_once(',').unwrap_or((after, "")),
        };
        if name.trim() == variable {
            return Some(value.trim().to_owned().into());
        }
        rest = next.trim_start_matches([',', ' ']);
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_value_in_a_list() {
        let of = |list: &str| value_in(list, "KEY").map(|value| value.to_string());
        assert_eq!(of("A=\"KEY=no,\",KEY=\"a,b\"").as_deref(), Some("a,b"));
        assert_eq!(of("KEY='x', B=1").as_deref(), Some("x"));
        assert_eq!(of("A=1,KEY=y,B=2").as_deref(), Some("y"));
        for none in ["", "A=1", "KEYS=1", "A=\"open, KEY=1"] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn any_list_is_read_without_harm(list in "[A-Z=\"', ä]{0,60}") {
            value_in(&list, "KEY");
        }
    }
}
