//! What wins over the settings that are written: variables, and files that the tool reads after or above them.

use secrecy::SecretString;

use super::document::{obstacle, shown};
use super::{ToolUse, written};
use crate::journal::Record;
use crate::{Surroundings, doctor, file};

/// Something of others that wins over ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// A file with a line, or `$NAME` for a variable that this program itself was started with.
    pub place: String,
    /// The setting, such as `env.ANTHROPIC_API_KEY`.
    pub setting: String,
    /// Its value, masked; empty for what is no text.
    pub masked: String,
}

/// What wins, as far as it can be seen from here. A project has settings too, which are not looked for. `after` is the file
/// as it would be.
pub(super) fn rivals(
    surroundings: &Surroundings,
    records: &[Record],
    what: &ToolUse,
    after: &[u8],
) -> Vec<Rival> {
    let tool = written::of(what.tool);
    let mut found: Vec<Rival> = tool
        .rival_variables(what.way)
        .into_iter()
        .flat_map(|name| of_variable(surroundings, records, name))
        .collect();
    let own = tool.settings_file(surroundings);
    for rival in tool.rival_files(surroundings, what.way) {
        let snapshot;
        let bytes = if rival.path == own {
            after
        } else {
            // What cannot be read is no reason to refuse: it is not written.
            snapshot = file::resolve(&rival.path).and_then(|resolved| file::read(&resolved.target));
            match &snapshot {
                // What the tool does not read does not win. Its own file above is asked all the same: what stands in the
                // way there is said beside it, and the rival wins once that is taken out.
                Ok(Some(snapshot)) if obstacle(tool.reads(), &snapshot.bytes).is_none() => {
                    &snapshot.bytes
                }
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

/// The files that set a variable: programs that are started later find it, whether or not this one did. Without any, what this
/// one was started with.
fn of_variable(surroundings: &Surroundings, records: &[Record], name: &str) -> Vec<Rival> {
    let rival = |place: String, masked: String| Rival {
        place,
        setting: name.to_owned(),
        masked,
    };
    let in_files: Vec<Rival> = doctor::set_in(surroundings, records, name)
        .into_iter()
        .map(|source| {
            let path = source.place.display();
            let place = match source.line {
                Some(line) => format!("{path}:{line}"),
                None => path.to_string(),
            };
            rival(place, source.masked.unwrap_or_default())
        })
        .collect();
    if !in_files.is_empty() {
        return in_files;
    }
    let own = surroundings.environment.get(name);
    own.filter(|value| !value.is_empty())
        .map(|value| {
            let masked = surroundings.masked(&SecretString::from(value.as_str()));
            rival(format!("${name}"), masked)
        })
        .into_iter()
        .collect()
}
