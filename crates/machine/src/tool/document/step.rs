use serde::{Deserialize, Serialize};

/// One step of a path into a settings file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Step {
    /// Into an object, by a key.
    Key(String),
    /// Into a list, to the one object in it that has this text at this key.
    Element {
        /// The key.
        key: String,
        /// The text.
        text: String,
    },
}

impl Step {
    /// A path of keys.
    pub(crate) fn keys(keys: &[&str]) -> Vec<Self> {
        keys.iter()
            .map(|key| Self::Key((*key).to_owned()))
            .collect()
    }
}

/// A path as people write it: `env.ANTHROPIC_BASE_URL`.
pub(crate) fn shown(path: &[Step]) -> String {
    let mut shown = String::new();
    for step in path {
        match step {
            Step::Key(key) if shown.is_empty() => shown.push_str(key),
            Step::Key(key) => {
                shown.push('.');
                shown.push_str(key);
            }
            Step::Element { key, text } => {
                shown.push_str(&format!("[{key}={text}]"));
            }
        }
    }
    shown
}
