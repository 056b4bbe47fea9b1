//! What is put into a variable: the value, or the question for it.

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::value_file::Dialect;
use crate::{Companion, KeyName, Method};

/// What a line of ours has for its variable.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// This value.
    Value(SecretString),
    /// What a program prints.
    Asked(Ask),
}

/// The question for a key. Nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ask {
    /// The program that prints keys.
    pub(crate) program: String,
    /// The key's name, as that program takes it.
    pub(crate) key: String,
}

impl Content {
    /// What is put into the variable of a key.
    pub(crate) fn of_key(
        dialect: Dialect,
        method: &Method,
        key: &KeyName,
        value: &SecretString,
    ) -> Self {
        match method {
            Method::Keyring { program } if dialect.can_ask() => {
                let [_, key] = key.print_arguments();
                Self::Asked(Ask {
                    program: program.to_string_lossy().into_owned(),
                    key,
                })
            }
            Method::Keyring { .. } | Method::Value => Self::Value(value.clone()),
        }
    }

    /// What is put into a companion.
    pub(crate) fn of_companion(companion: &Companion) -> Self {
        Self::Value(companion.text.as_str().into())
    }

    /// Its hash, by which the journal knows it again. A key's value cannot be guessed, so its hash gives nothing away.
    pub(crate) fn hash(&self) -> String {
        match self {
            // EXPOSE: hashed, the text is not kept.
            Self::Value(value) => hash_of_value(value.expose_secret()),
            Self::Asked(ask) => hash(&[
                b"studio-keys line",
                ask.program.as_bytes(),
                ask.key.as_bytes(),
            ]),
        }
    }
}

/// The hash of a value.
pub(crate) fn hash_of_value(value: &str) -> String {
    hash(&[b"studio-keys value", value.as_bytes()])
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            hasher.update(b"\0");
        }
        hasher.update(part);
    }
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

/// Everything that one change sets.
#[derive(Clone, Copy)]
pub(crate) struct Settings<'a> {
    pub(crate) variable: &'a str,
    pub(crate) key: &'a KeyName,
    pub(crate) method: &'a Method,
    pub(crate) companions: &'a [Companion],
    pub(crate) value: &'a SecretString,
}

impl<'a> Settings<'a> {
    /// Each variable with what is put into it, the key's first.
    pub(crate) fn contents(self, dialect: Dialect) -> impl Iterator<Item = (&'a str, Content)> {
        let key = Content::of_key(dialect, self.method, self.key, self.value);
        let companions = self
            .companions
            .iter()
            .map(|companion| (companion.name.as_str(), Content::of_companion(companion)));
        std::iter::once((self.variable, key)).chain(companions)
    }
}
