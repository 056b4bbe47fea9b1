//! What the user wants set, and whether it can be asked for at all.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::{DestinationId, MachineError};

/// A key by its name. A journal may hold this; it may never hold the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyName {
    /// The region: `this-computer`.
    pub region: String,
    /// The key's id in it.
    pub api_key_id: String,
}

/// What the user wants.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The variable: `DASHSCOPE_API_KEY`.
    pub variable: String,
    /// The key that it shall hold.
    pub key: KeyName,
    /// That key's masked value, for what is shown.
    pub masked: String,
    /// Where. None means what is recommended.
    pub destinations: Option<Vec<DestinationId>>,
    /// Lines of others, by [`crate::ForeignLine::id`], to comment out.
    pub comment_out: Vec<String>,
}

/// Variables on which a session itself depends, or which make programs load other code. A key never belongs in one.
const RESERVED: [&str; 19] = [
    "BASH_ENV",
    "DISPLAY",
    "ENV",
    "HOME",
    "IFS",
    "LANG",
    "LC_ALL",
    "LOGNAME",
    "NODE_OPTIONS",
    "PATH",
    "PROMPT_COMMAND",
    "PWD",
    "PYTHONPATH",
    "SHELL",
    "SHLVL",
    "TERM",
    "UID",
    "USER",
    "ZDOTDIR",
];

/// Whether a variable of this name may be set.
pub(crate) fn check_variable(name: &str) -> Result<(), MachineError> {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let goes_on_well = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if !starts_well || !goes_on_well || name.len() > 128 {
        return Err(MachineError::VariableName {
            name: name.to_owned(),
        });
    }
    let reserved = RESERVED.contains(&name)
        || ["LD_", "DYLD_", "XDG_", "BASH_FUNC_"]
            .iter()
            .any(|prefix| name.starts_with(prefix));
    if reserved {
        return Err(MachineError::VariableReserved {
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// Whether every destination can carry this value.
pub(crate) fn check_value(value: &SecretString) -> Result<(), MachineError> {
    // EXPOSE: the value's characters are looked at, nothing of it is kept.
    let text = value.expose_secret();
    if text.is_empty() || text.len() > 4096 || text.chars().any(char::is_control) {
        return Err(MachineError::ValueUnsuitable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_variables() {
        for name in ["DASHSCOPE_API_KEY", "_x", "a1"] {
            check_variable(name).unwrap();
        }
        for name in ["", "1A", "A-B", "A B", "A=B", "Ä", "A\n"] {
            assert!(
                matches!(check_variable(name), Err(MachineError::VariableName { .. })),
                "{name:?}"
            );
        }
        for name in ["PATH", "LD_PRELOAD", "XDG_CONFIG_HOME"] {
            assert!(
                matches!(
                    check_variable(name),
                    Err(MachineError::VariableReserved { .. })
                ),
                "{name:?}"
            );
        }
    }

    #[test]
    fn values_without_line_breaks() {
        check_value(&SecretString::from("sk-a b'c\"$d")).unwrap();
        for value in ["", "a\nb", "a\0b", "a\u{7f}"] {
            assert!(matches!(
                check_value(&SecretString::from(value)),
                Err(MachineError::ValueUnsuitable)
            ));
        }
    }
}
