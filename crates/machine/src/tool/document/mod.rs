//! Settings files of others, edited in place.
//!
//! A file is parsed only to find out where things are. What is changed is cut out of and put into its bytes, so that
//! everything else survives as it is: comments, order, commas, tabs, the byte order mark, line ends, unknown keys. What was
//! put in comes out again without a trace. A file that cannot be parsed is refused, and never repaired.

mod content;
mod digest;
mod json;
mod obstacle;
mod shown;
mod splice;
mod step;
mod toml;

#[cfg(test)]
mod tests;

pub(crate) use content::Content;
pub(crate) use digest::Digest;
pub use obstacle::{Obstacle, ObstacleKind};
pub(crate) use obstacle::{Reads, obstacle};
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};
pub(crate) use shown::Word;
pub(crate) use splice::Splice;
pub(crate) use step::{Step, shown};

/// The language of a settings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Format {
    /// JSON, with comments and trailing commas if there are any.
    Json,
    /// JSON5: keys without quotes, single quotes, and what else it allows.
    Json5,
    /// TOML.
    Toml,
}

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It cannot be parsed, or one of our keys is there twice.
    Unreadable {
        /// From 1.
        line: Option<u32>,
        /// What the parser says, without a word of the file.
        said: String,
    },
    /// Something else stands where an object is needed.
    InTheWay {
        /// How far the path leads.
        setting: String,
    },
}

/// What stands at a path.
pub(crate) struct Found {
    pub(crate) digest: Digest,
    /// The text of a string; none for anything else.
    pub(crate) text: Option<Zeroizing<String>>,
    /// Where its value begins, from 1.
    pub(crate) line: u32,
    /// As it is written in the file.
    pub(crate) raw: Zeroizing<String>,
}

/// What [`Format::set`] found at its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub(crate) enum Before {
    /// Nothing.
    Nothing {
        /// How many objects above it were made too.
        made: usize,
        /// The space that the innermost object had in it, if it was empty otherwise; line ends before a table.
        space: String,
    },
    /// Something else.
    Something,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Parses the text, with or without a byte order mark, and says where it begins.
fn text_of(bytes: &[u8]) -> Result<(&str, usize), Flaw> {
    let start = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = std::str::from_utf8(&bytes[start..]).map_err(|error| Flaw::Unreadable {
        line: Some(line_at(
            &String::from_utf8_lossy(&bytes[..start + error.valid_up_to()]),
            usize::MAX,
        )),
        said: "not UTF-8".to_owned(),
    })?;
    Ok((text, start))
}

/// The number of the line with this byte in it, from 1.
fn line_at(text: &str, at: usize) -> u32 {
    let before = &text.as_bytes()[..at.min(text.len())];
    let ends = before.iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(ends + 1).unwrap_or(u32::MAX)
}

impl Format {
    /// What a new file begins as.
    pub(crate) fn blank(self) -> &'static [u8] {
        match self {
            Self::Json | Self::Json5 => b"{}\n",
            Self::Toml => b"",
        }
    }

    /// Whether nothing but space is in a file. No program takes that for a mistake, though it is no JSON.
    pub(crate) fn is_empty(self, bytes: &[u8]) -> bool {
        text_of(bytes).is_ok_and(|(text, _)| self != Self::Toml && text.trim().is_empty())
    }

    /// Whether nothing is left in a file that was made.
    pub(crate) fn is_blank(self, bytes: &[u8]) -> bool {
        bytes == self.blank()
    }

    /// Refuses a file that cannot be parsed.
    pub(crate) fn check(self, bytes: &[u8]) -> Result<(), Flaw> {
        self.get(bytes, &[]).map(|_| ())
    }

    /// What stands at a path; none if nothing does. Refused where that cannot be said: a key on the way is there twice, or
    /// something else stands where an object is needed.
    pub(crate) fn get(self, bytes: &[u8], path: &[Step]) -> Result<Option<Found>, Flaw> {
        if self.is_empty(bytes) {
            return Ok(None);
        }
        let (text, _) = text_of(bytes)?;
        match self {
            Self::Json | Self::Json5 => json::get(self, text, path),
            Self::Toml => toml::get(text, path),
        }
    }

    /// The file with this at the path, and what was there before.
    pub(crate) fn set(
        self,
        bytes: &[u8],
        path: &[Step],
        content: &Content,
        key: &SecretString,
    ) -> Result<(Zeroizing<Vec<u8>>, Before), Flaw> {
        let bytes = match self.is_empty(bytes) {
            true => self.blank(),
            false => bytes,
        };
        let (text, start) = text_of(bytes)?;
        let (splices, before) = match self {
            Self::Json | Self::Json5 => json::set(self, text, path, content, key)?,
            Self::Toml => toml::set(text, path, content, key)?,
        };
        Ok((splice::apply(bytes, start, splices), before))
    }

    /// The file with this in the place of something of ours of the same form.
    pub(crate) fn renew(
        self,
        bytes: &[u8],
        path: &[Step],
        content: &Content,
        key: &SecretString,
    ) -> Result<Zeroizing<Vec<u8>>, Flaw> {
        let (text, start) = text_of(bytes)?;
        let splices = match self {
            Self::Json | Self::Json5 => json::renew(self, text, path, content, key)?,
            Self::Toml => toml::renew(text, path, content, key)?,
        };
        Ok(splice::apply(bytes, start, splices))
    }

    /// The file with this text, which was cut out of it or of an earlier state of it, as the value at the path. The path
    /// must be there.
    pub(crate) fn put_raw(
        self,
        bytes: &[u8],
        path: &[Step],
        raw: &str,
    ) -> Result<Zeroizing<Vec<u8>>, Flaw> {
        let (text, start) = text_of(bytes)?;
        let range = match self {
            Self::Json | Self::Json5 => json::range(self, text, path)?,
            Self::Toml => toml::range(text, path)?,
        };
        let splices = range.map(|range| Splice::new(range, raw));
        Ok(splice::apply(bytes, start, splices.into_iter().collect()))
    }

    /// The file without what [`Self::set`] put in where nothing was, and without what it made for that. Comments that somebody
    /// wrote into it stay in its place.
    pub(crate) fn unset(
        self,
        bytes: &[u8],
        path: &[Step],
        made: usize,
        space: &str,
    ) -> Result<Zeroizing<Vec<u8>>, Flaw> {
        match self {
            Self::Json | Self::Json5 => json::unset(self, bytes, path, made, space),
            Self::Toml => toml::unset(bytes, path, space),
        }
    }
}
