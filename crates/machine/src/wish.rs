//! What the user wants set, and whether it can be asked for at all.

mod reserved;

use std::path::PathBuf;

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

impl KeyName {
    /// What the program that prints keys is given to print this one.
    #[must_use]
    pub fn print_arguments(&self) -> [String; 2] {
        [
            "print".to_owned(),
            format!("{}/{}", self.region, self.api_key_id),
        ]
    }
}

/// How a program comes by the value.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum Method {
    /// It stands in our file, in plain text.
    #[default]
    Value,
    /// Our file has a line that asks for it whenever a shell starts. A place that cannot run a line gets the value.
    Keyring {
        /// The program that prints keys, by its absolute path.
        program: PathBuf,
    },
}

/// Another variable that goes with the key, such as the base URL that it belongs to. Not secret: it is in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Companion {
    /// The variable: `OPENAI_BASE_URL`.
    pub name: String,
    /// What it is set to.
    pub text: String,
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
    /// How programs come by the value.
    pub method: Method,
    /// Variables that are set and taken back together with it.
    pub companions: Vec<Companion>,
}

/// Whether a variable of this name may be set.
pub fn check_variable(name: &str) -> Result<(), MachineError> {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let goes_on_well = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if !starts_well || !goes_on_well || name.len() > 128 {
        return Err(MachineError::VariableName {
            name: name.to_owned(),
        });
    }
    if reserved::is_reserved(name) {
        return Err(MachineError::VariableReserved {
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// Whether companions may be set beside `variable`.
pub(crate) fn check_companions(
    variable: &str,
    companions: &[Companion],
) -> Result<(), MachineError> {
    let mut names = vec![variable];
    for Companion { name, text } in companions {
        check_variable(name)?;
        // Windows would put both into one variable.
        if names.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            return Err(MachineError::VariableTwice { name: name.clone() });
        }
        names.push(name);
        check_value(&SecretString::from(text.as_str()))?;
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
        for name in [
            "PATH",
            "Path",
            "path",
            "LD_PRELOAD",
            "ld_preload",
            "XDG_CONFIG_HOME",
            "TEMP",
            "SystemRoot",
            "PathExt",
            "ProgramFiles",
            "fpath",
            "status",
            "STUDIO_KEYS_ONLY",
        ] {
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
    fn a_variable_is_set_once() {
        let companion = |name: &str, text: &str| Companion {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let url = companion("OPENAI_BASE_URL", "https://example.com/v1");
        check_companions("OPENAI_API_KEY", std::slice::from_ref(&url)).unwrap();
        let refused = |companions: &[Companion]| check_companions("OPENAI_API_KEY", companions);
        assert!(matches!(
            refused(&[url.clone(), url]),
            Err(MachineError::VariableTwice { .. })
        ));
        assert!(matches!(
            refused(&[companion("OPENAI_API_KEY", "x")]),
            Err(MachineError::VariableTwice { .. })
        ));
        assert!(matches!(
            refused(&[companion("OpenAI_Api_Key", "x")]),
            Err(MachineError::VariableTwice { .. })
        ));
        assert!(matches!(
            refused(&[companion("PATH", "x")]),
            Err(MachineError::VariableReserved { .. })
        ));
        assert!(matches!(
            refused(&[companion("URL", "a\nb")]),
            Err(MachineError::ValueUnsuitable)
        ));
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
