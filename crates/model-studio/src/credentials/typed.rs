//! Credentials as somebody typed or pasted them. Strict on purpose: what is cut, swapped or masked is told here with the
//! reason, rather than by the service as a signature that does not match.

use secrecy::{ExposeSecret, SecretString};

use crate::acs3::AccessKey;
use crate::key::looks_masked;

/// The field that a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CredentialPart {
    /// The AccessKey id.
    Id,
    /// The AccessKey secret.
    Secret,
    /// The STS token.
    Token,
}

/// Why credentials cannot be right. None of these repeats what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CredentialProblem {
    /// Nothing was typed.
    #[error("the {part} is missing")]
    Missing {
        /// Where.
        part: CredentialPart,
    },
    /// Parts of it are stars or dots: a console shows it so.
    #[error("the {part} is masked")]
    Masked {
        /// Where.
        part: CredentialPart,
    },
    /// More than one line.
    #[error("the {part} has a line break inside")]
    LineBreakInside {
        /// Where.
        part: CredentialPart,
    },
    /// A space or tab inside.
    #[error("the {part} has a space inside")]
    WhitespaceInside {
        /// Where.
        part: CredentialPart,
    },
    /// In quotation marks, or with characters that it never has.
    #[error("the {part} has characters that it cannot have")]
    ForeignCharacters {
        /// Where.
        part: CredentialPart,
    },
    /// A key for models, which does not manage keys.
    #[error("the {part} is an API key for models")]
    ModelKey {
        /// Where.
        part: CredentialPart,
    },
    /// The id is where the secret belongs, and the secret where the id does.
    #[error("the id and the secret are swapped")]
    Swapped,
    /// It begins with neither `LTAI` nor `STS.`, or is too short or too long.
    #[error("this does not have the shape of an AccessKey id")]
    IdOfUnknownShape,
    /// Shorter or longer than any secret.
    #[error("the secret has {length} characters, which no secret has")]
    SecretOfUnknownLength {
        /// Characters typed.
        length: usize,
    },
    /// A temporary id (`STS.…`) does not sign without its token.
    #[error("a temporary AccessKey needs its STS token")]
    TokenNeeded,
    /// A lasting id (`LTAI…`) has no token.
    #[error("a lasting AccessKey has no STS token")]
    TokenNotNeeded,
}

impl std::fmt::Display for CredentialPart {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            CredentialPart::Id => "AccessKey id",
            CredentialPart::Secret => "AccessKey secret",
            CredentialPart::Token => "STS token",
        })
    }
}

/// The AccessKey in what was typed, without what a paste carries around it.
pub fn access_key_of(
    id: &str,
    secret: &SecretString,
    token: Option<&SecretString>,
) -> Result<AccessKey, CredentialProblem> {
    // EXPOSE: its shape is looked at, to say what is wrong with it before it is used.
    let (secret, token) = (
        secret.expose_secret(),
        token.map(ExposeSecret::expose_secret),
    );
    let (id, secret) = (trimmed(id), trimmed(secret));
    let token = token.map(trimmed).filter(|token| !token.is_empty());
    if is_id(secret) && !is_id(id) && !id.is_empty() {
        return Err(CredentialProblem::Swapped);
    }
    check(id, CredentialPart::Id)?;
    check(secret, CredentialPart::Secret)?;
    if let Some(token) = token {
        check(token, CredentialPart::Token)?;
    }
    if !is_id(id) {
        return Err(CredentialProblem::IdOfUnknownShape);
    }
    // 30 for a lasting one, 43 or 44 for a temporary one; some room, since no document says so.
    if !(24..=64).contains(&secret.len()) || is_id(secret) {
        return Err(CredentialProblem::SecretOfUnknownLength {
            length: secret.len(),
        });
    }
    match (id.starts_with("STS."), token) {
        (true, None) => Err(CredentialProblem::TokenNeeded),
        (false, Some(_)) => Err(CredentialProblem::TokenNotNeeded),
        _ => Ok(AccessKey {
            id: id.to_owned(),
            secret: SecretString::from(secret),
            security_token: token.map(SecretString::from),
        }),
    }
}

fn check(text: &str, part: CredentialPart) -> Result<(), CredentialProblem> {
    if text.is_empty() {
        Err(CredentialProblem::Missing { part })
    } else if text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        Err(CredentialProblem::LineBreakInside { part })
    } else if text.contains(char::is_whitespace) {
        Err(CredentialProblem::WhitespaceInside { part })
    } else if looks_masked(text) || text.contains(['*', '＊', '•', '…']) {
        Err(CredentialProblem::Masked { part })
    } else if text.starts_with("sk-") {
        Err(CredentialProblem::ModelKey { part })
    } else if !text.chars().all(|character| belongs(character, part)) {
        Err(CredentialProblem::ForeignCharacters { part })
    } else {
        Ok(())
    }
}

/// Ids and secrets are letters and digits, an id with one dot after `STS`; a token is Base64.
fn belongs(character: char, part: CredentialPart) -> bool {
    character.is_ascii_alphanumeric()
        || match part {
            CredentialPart::Id => character == '.',
            CredentialPart::Secret => false,
            CredentialPart::Token => "+/=-_.".contains(character),
        }
}

fn is_id(text: &str) -> bool {
    let (rest, lengths) = match (text.strip_prefix("LTAI"), text.strip_prefix("STS.")) {
        // 12 in old ones, 20 in new ones.
        (Some(rest), _) => (rest, 8..=28),
        (None, Some(rest)) => (rest, 8..=64),
        (None, None) => return false,
    };
    lengths.contains(&rest.len())
        && rest
            .chars()
            .all(|character| character.is_ascii_alphanumeric())
}

/// Without white space and marks without width around it, which a paste carries and nobody meant.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

#[cfg(test)]
#[path = "typed/tests.rs"]
mod tests;
