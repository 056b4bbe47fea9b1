use secrecy::{ExposeSecret, SecretString};

use super::Digest;

/// What is put into a settings file. The key itself is only named in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// Yes or no.
    Truth(bool),
    /// A list.
    List(Vec<Content>),
    /// An object or a table.
    Table(Vec<(String, Content)>),
    /// The key's value.
    Key,
}

impl Content {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object or a table.
    pub(crate) fn table<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Table(
            entries
                .into_iter()
                .map(|(name, entry)| (name.to_owned(), entry))
                .collect(),
        )
    }

    /// Whether the key's value is in it.
    pub(crate) fn has_key(&self) -> bool {
        match self {
            Self::Key => true,
            Self::Text(_) | Self::Number(_) | Self::Truth(_) => false,
            Self::List(items) => items.iter().any(Self::has_key),
            Self::Table(entries) => entries.iter().any(|(_, entry)| entry.has_key()),
        }
    }

    /// What it says, with this key.
    pub(crate) fn digest(&self, key: &SecretString) -> Digest {
        match self {
            Self::Text(text) => Digest::text(text),
            Self::Number(number) => Digest::number(&number.to_string()),
            Self::Truth(truth) => Digest::truth(*truth),
            Self::List(items) => Digest::list(items.iter().map(|item| item.digest(key))),
            Self::Table(entries) => Digest::table(
                entries
                    .iter()
                    .map(|(name, entry)| (name.as_str(), entry.digest(key))),
            ),
            // EXPOSE: hashed, the text is not kept.
            Self::Key => Digest::text(key.expose_secret()),
        }
    }
}
