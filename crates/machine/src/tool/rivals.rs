//! What wins over the settings that are written: variables, and files that the tool reads after or above them.

use secrecy::SecretString;

use super::document::shown;
use super::settings::WrittenTool;
use super::{ToolUse, written};
use crate::{Surroundings, file};

/// Something of others that wins over ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// A file with a line, or `$NAME` for a variable.
    pub place: String,
    /// The setting, such as `env.ANTHROPIC_API_KEY`.
    pub setting: String,
    /// Its value, masked; empty for what is no text.
    pub masked: String,
}

/// What wins, as far as it can be seen from here. A project has settings too, which are not looked for. `after` is the file
/// as it would be.
pub(super) fn rivals(surroundings: &Surroundings, what: &ToolUse, after: &[u8]) -> Vec<Rival> {
    let tool = written::of(what.tool);
    let mut found = variables(surroundings, tool, what);
    let own = tool.settings_file(surroundings);
    for rival in tool.rival_files(surroundings, what.way) {
        let snapshot;
        let bytes = if rival.path == own {
            after
        } else {
            // What cannot be read is no reason to refuse: it is not written.
            snapshot = file::resolve(&rival.path).and_then(|resolved| file::read(&resolved.target));
            match &snapshot {
                Ok(Some(snapshot)) => &snapshot.bytes,
                _ => continue,
            }
        };
        for path in &rival.settings {
            let Ok(Some(there)) = rival.format.get(bytes, path) else {
                continue;
            };
            let masked = there
                .text
                .map(|text| surroundings.masked(&SecretString::from(text.as_str())));
            found.push(Rival {
                place: format!("{}:{}", rival.path.display(), there.line),
                setting: shown(path),
                masked: masked.unwrap_or_default(),
            });
        }
    }
    found
}

fn variables(surroundings: &Surroundings, tool: &dyn WrittenTool, what: &ToolUse) -> Vec<Rival> {
    tool.rival_variables(what.way)
        .into_iter()
        .filter_map(|name| {
            let value = surroundings.environment.get(name)?;
            (!value.is_empty()).then(|| Rival {
                place: format!("${name}"),
                setting: name.to_owned(),
                masked: surroundings.masked(&SecretString::from(value.as_str())),
            })
        })
        .collect()
}
