//! What the settings of tools put into the environment of what they start: the `env` of Claude Code and Qwen Code, and the
//! `.env` files that Qwen Code reads. Of a project folder, those of the project too. Settings that their tool does not read
//! set nothing, and are told apart.

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;

use super::project::add_dot_env;
use super::{Reading, Source};
use crate::ToolId;
use crate::doctor::value::Held;
use crate::doctor::{Scope, UnreadSettings};
use crate::journal::Record;
use crate::tool::{self, Format, Step};

/// The settings files of tools, below a home or a project.
const SETTINGS: [(ToolId, &str, &str); 3] = [
    (ToolId::ClaudeCode, ".claude", "settings.json"),
    (ToolId::ClaudeCode, ".claude", "settings.local.json"),
    (ToolId::QwenCode, ".qwen", "settings.json"),
];

/// Adds what the tools' settings say. Answers how many files there were.
pub(in crate::doctor) fn of_tools(
    reading: &mut Reading<'_>,
    folders: &[PathBuf],
    records: &[Record],
) -> usize {
    let before = reading.files;
    let home = reading.surroundings.home.clone();
    for (id, usual, name) in SETTINGS {
        // A variable may name another folder for the user's own. Those of the home are then a project's.
        let own = tool::settings_file(reading.surroundings, id).with_file_name(name);
        if own != home.join(usual).join(name) {
            add_settings(reading, id, &own, records);
        }
    }
    for folder in std::iter::once(&home).chain(folders) {
        for (id, usual, name) in SETTINGS {
            add_settings(reading, id, &folder.join(usual).join(name), records);
        }
        add_dot_env(reading, Scope::Tool, &folder.join(".qwen/.env"));
    }
    add_dot_env(reading, Scope::Tool, &home.join(".env"));
    reading.files - before
}

fn add_settings(reading: &mut Reading<'_>, id: ToolId, path: &Path, records: &[Record]) {
    let Some(snapshot) = reading.read(path) else {
        return;
    };
    let bytes = &snapshot.bytes;
    if let Some(obstacle) = tool::in_the_way(id, bytes) {
        // It sets nothing. That is a reason not to see the key only where the key was to come from it: a file that neither
        // names one of the variables nor has anything of ours in it is its user's own affair.
        let beside = reading.beside.iter().map(String::as_str);
        let mut variables = std::iter::once(reading.variable).chain(beside);
        if variables.any(|name| is_named(bytes, name)) || tool::has_ours(records, path, bytes) {
            let unread = UnreadSettings {
                tool: id,
                place: path.to_owned(),
                obstacle,
            };
            // A folder may be named twice.
            if !reading.unread.contains(&unread) {
                reading.unread.push(unread);
            }
        }
        return;
    }
    if let Some((line, value)) = in_env(bytes, reading.variable) {
        let held = Held::written(reading.surroundings, &value);
        reading
            .sources
            .push(Source::new(Scope::Tool, path, line, held));
    }
    for variable in reading.beside {
        if let Some((line, value)) = in_env(bytes, variable) {
            reading.add_host(Scope::Tool, path, line, variable, &value);
        }
    }
}

/// Whether the settings set a variable, or a text in them names it, as that of a model which takes its key from it.
fn is_named(bytes: &[u8], variable: &str) -> bool {
    in_env(bytes, variable).is_some() || Format::Json.has_words(bytes, variable).unwrap_or(false)
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

    #[test]
    fn a_variable_is_named_where_it_is_set_or_where_a_model_takes_its_key_from_it() {
        for text in [
            "{\"env\": {\"KEY\": \"a\",}}",
            "{\"modelProviders\": {\"openai\": [{\"envKey\": \"KEY\"},]}}",
            "{\"apiKeyHelper\": \"echo $KEY\"} // mine",
        ] {
            assert!(is_named(text.as_bytes(), "KEY"), "{text}");
        }
        for text in [
            "{ // KEY\n \"env\": {}\n}",
            "{\"KEY\": \"a\",}",
            "{\"env\": {\"KEY\":",
            "",
        ] {
            assert!(!is_named(text.as_bytes(), "KEY"), "{text}");
        }
    }
}
