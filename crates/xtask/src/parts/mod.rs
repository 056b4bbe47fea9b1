//! The parts of the test, in their order. Each can be run alone and brings what it needs from others with it; one that
//! cannot run fails, and none is skipped.

pub(crate) mod conformance;
pub(crate) mod cross;
pub(crate) mod end_to_end;
pub(crate) mod rust;
pub(crate) mod tools;
pub(crate) mod ui;

use crate::packages::Need;
use crate::project::Project;
use crate::stop::Stop;

/// A part.
pub(crate) struct Part {
    /// As it is asked for.
    pub(crate) name: &'static str,
    /// What it shows, in a line.
    pub(crate) says: &'static str,
    /// The system's packages that it uses.
    pub(crate) need: Need,
    /// Parts that come first when it is asked for alone.
    after: &'static [&'static str],
    /// Does it.
    pub(crate) run: fn(&Project) -> Result<(), Stop>,
}

/// All of them. A part stands behind those that it needs.
const PARTS: &[Part] = &[
    Part {
        name: "fmt",
        says: "Rust is laid out as rustfmt does it",
        need: Need::Nothing,
        after: &[],
        run: rust::format,
    },
    Part {
        name: "clippy",
        says: "no warning in any target",
        need: Need::Build,
        after: &[],
        run: rust::clippy,
    },
    Part {
        name: "docs",
        says: "the documentation builds without a warning",
        need: Need::Build,
        after: &[],
        run: rust::docs,
    },
    Part {
        name: "rust",
        says: "the tests of every crate and of the program",
        need: Need::Test,
        after: &[],
        run: rust::test,
    },
    Part {
        name: "wire",
        says: "ui/src/wire.ts is what the Rust types say",
        need: Need::Build,
        after: &[],
        run: rust::wire,
    },
    Part {
        name: "ui-install",
        says: "the packages of the lock file",
        need: Need::Nothing,
        after: &[],
        run: ui::install,
    },
    Part {
        name: "tsc",
        says: "the pages' types",
        need: Need::Nothing,
        after: &["ui-install"],
        run: ui::types,
    },
    Part {
        name: "ui-lint",
        says: "the pages' lint",
        need: Need::Nothing,
        after: &["ui-install"],
        run: ui::lint,
    },
    Part {
        name: "ui-test",
        says: "the pages' tests",
        need: Need::Nothing,
        after: &["ui-install"],
        run: ui::test,
    },
    Part {
        name: "ui-build",
        says: "the pages as they are released",
        need: Need::Nothing,
        after: &["ui-install"],
        run: ui::build,
    },
    Part {
        name: "conformance",
        says: "the platform's own SDK against This computer",
        need: Need::Test,
        after: &[],
        run: conformance::run,
    },
    Part {
        name: "windows",
        says: "what is different on Windows, under Wine",
        need: Need::Cross,
        after: &[],
        run: cross::windows,
    },
    Part {
        name: "macos-check",
        says: "the whole workspace type-checks for macOS",
        need: Need::Cross,
        after: &[],
        run: cross::macos_check,
    },
    Part {
        name: "e2e",
        says: "the real window, a real keyring, real shells",
        need: Need::Test,
        after: &["ui-install", "ui-build"],
        run: end_to_end::run,
    },
    Part {
        name: "tools",
        says: "real tools, set up in the real window, call with the right key",
        need: Need::Test,
        after: &["ui-install", "ui-build"],
        run: tools::run,
    },
];

/// Their names, as a list to read.
pub(crate) fn names() -> String {
    PARTS
        .iter()
        .map(|part| part.name)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Those that were asked for and those that they stand on, in the house's order; all where none was named.
pub(crate) fn choose(words: &[String]) -> Result<Vec<&'static Part>, Stop> {
    let mut wanted: Vec<&str> = Vec::new();
    for word in words {
        let part = PARTS.iter().find(|part| part.name == word);
        let part = part.ok_or_else(|| Stop::UnknownPart {
            part: word.clone(),
            parts: names(),
        })?;
        wanted.push(part.name);
        wanted.extend(part.after);
    }
    Ok(PARTS
        .iter()
        .filter(|part| words.is_empty() || wanted.contains(&part.name))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        choose(&words)
            .unwrap()
            .iter()
            .map(|part| part.name)
            .collect()
    }

    #[test]
    fn no_word_means_every_part() {
        assert_eq!(chosen(&[]).len(), PARTS.len());
    }

    #[test]
    fn a_part_brings_what_it_stands_on_and_the_order_is_the_houses() {
        assert_eq!(chosen(&["e2e"]), ["ui-install", "ui-build", "e2e"]);
        assert_eq!(
            chosen(&["ui-test", "fmt"]),
            ["fmt", "ui-install", "ui-test"]
        );
    }

    #[test]
    fn what_a_part_stands_on_comes_before_it() {
        for (place, part) in PARTS.iter().enumerate() {
            for name in part.after {
                assert!(
                    PARTS[..place].iter().any(|earlier| earlier.name == *name),
                    "{} needs {name}",
                    part.name
                );
            }
        }
    }

    #[test]
    fn an_unknown_part_is_refused() {
        assert!(matches!(
            choose(&["e3e".to_owned()]),
            Err(Stop::UnknownPart { .. })
        ));
    }
}
