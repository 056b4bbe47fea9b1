//! What the settings of tools put into the environment of what they start: the `env` of Claude Code and Qwen Code, and the
//! `.env` files that Qwen Code reads. Of a project folder, those of the project too.

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;

use super::project::add_dot_env;
use super::{Reading, Source};
use crate::doctor::Scope;
use crate::doctor::value::Held;
use crate::tool::{Format, Step};

/// Adds what the tools' settings say. Answers how many files there were.
pub(in crate::doctor) fn of_tools(reading: &mut Reading<'_>, folders: &[PathBuf]) -> usize {
    let before = reading.files;
    let home = reading.surroundings.home.clone();
    for folder in std::iter::once(&home).chain(folders) {
        for name in [
            ".claude/settings.json",
            ".claude/settings.local.json",
            ".qwen/settings.json",
        ] {
            add_settings(reading, &folder.join(name));
        }
        add_dot_env(reading, Scope::Tool, &folder.join(".qwen/.env"));
    }
    add_dot_env(reading, Scope::Tool, &home.join(".env"));
    reading.files - before
}

fn add_settings(reading: &mut Reading<'_>, path: &Path) {
    let Some(snapshot) = reading.read(path) else {
        return;
    };
    if let Some((line, value)) = in_env(&snapshot.bytes, reading.variable) {
        let held = Held::written(reading.surroundings, &value);
        reading
            .sources
            .push(Source::new(Scope::Tool, path, line, held));
    }
    for variable in reading.beside {
        if let Some((line, value)) = in_env(&snapshot.bytes, variable) {
            reading.add_host(Scope::Tool, path, line, variable, &value);
        }
    }
}

/// The value of a variable in the `env` of the settings, and its line.
fn in_env(bytes: &[u8], variable: &str) -> Option<(Option<u32>, Zeroizing<String>)> {
    // What cannot be parsed sets nothing.
    let found = Format::Json.get(bytes, &Step::keys(&["env", variable]));
    let found = found.ok().flatten()?;
    Some((Some(found.line), found.text?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_env_is_found_whatever_stands_around_it() {
        let text = "\u{feff}{ // \"env\": no\n /* { */ \"x\": \"// no, \\\" }\",\n \"env\": {\n  \"KEY\": \"sk-a/*b*/\", // mine\n },\n}\n";
        let (line, value) = in_env(text.as_bytes(), "KEY").unwrap();
        assert_eq!((line, value.as_str()), (Some(4), "sk-a/*b*/"));
        for none in [
            "",
            "{",
            "{\"KEY\": \"a\"}",
            "{\"env\": {\"KEY\": 1}}",
            "{\"env\": []}",
        ] {
            assert!(in_env(none.as_bytes(), "KEY").is_none(), "{none}");
        }
    }
}
