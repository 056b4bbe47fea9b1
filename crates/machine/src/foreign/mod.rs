//! Lines of others that set the same variable.
//!
//! They are found by reading the files the way a shell splits them into commands, so that a name in a comment, a text
//! or a here-document is not taken for one, nor `NAME=value program`, which sets nothing. They are shown with the value
//! masked and left alone, unless the user picks one that stands alone on its line.

mod environment_d;
mod fish;
mod sh;
mod tokens;

use std::path::{Path, PathBuf};

use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};

use crate::block::{Block, lines, text_of};
use crate::{DestinationId, Surroundings};

/// What is put before a line that is commented out.
pub(crate) const COMMENT: &[u8] = b"# studio-keys: ";

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// bash and zsh.
    Sh,
    Fish,
    /// systemd's `environment.d`.
    EnvironmentD,
}

/// A line, not ours, that sets the same variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignLine {
    /// Names it to a wish. It is another one as soon as the line or its place changes.
    pub id: String,
    /// The place whose programs read it.
    pub destination: DestinationId,
    /// The file, or the key of the registry.
    pub path: PathBuf,
    /// Its number, from 1. 0 for a value in the registry, which stands in no line.
    pub line: u32,
    /// What it does, with the value masked and without the rest of the line.
    pub text: String,
    /// It is read after our value and would win.
    pub wins: bool,
    /// It can be commented out: it stands alone on its line, in the file that also holds our block.
    pub can_comment_out: bool,
    /// In this plan it is.
    pub comment_out: bool,
}

/// A setting found in a file.
#[derive(Debug, PartialEq, Eq)]
struct Setting {
    /// Its line, from 0.
    line: usize,
    /// What stands before the name: `export `, `set -gx `, or nothing.
    command: String,
    /// What stands between name and value.
    between: &'static str,
    value: Zeroizing<String>,
    /// Nothing else happens on its line, and it is whole there.
    alone: bool,
}

/// A file to look through.
pub(crate) struct Look<'a> {
    pub(crate) destination: DestinationId,
    pub(crate) path: &'a Path,
    pub(crate) bytes: &'a [u8],
    pub(crate) grammar: Grammar,
    /// Our block in it, if it is the start-up file and has one.
    pub(crate) block: Option<&'a Block>,
    /// The whole file is read after ours.
    pub(crate) later: bool,
    /// It is the file that holds our block, so that a line of it may be changed.
    pub(crate) ours_to_edit: bool,
}

/// Every line of the file that sets the variable, but for those in our block.
pub(crate) fn find(
    surroundings: &Surroundings,
    look: &Look<'_>,
    variable: &str,
) -> Vec<ForeignLine> {
    find_with_values(surroundings, look, variable)
        .into_iter()
        .map(|(line, _)| line)
        .collect()
}

/// The same with what stands there as the value, for who compares values and shows none.
pub(crate) fn find_with_values(
    surroundings: &Surroundings,
    look: &Look<'_>,
    variable: &str,
) -> Vec<(ForeignLine, Zeroizing<String>)> {
    let settings = match look.grammar {
        Grammar::Sh => sh::settings(look.bytes, variable),
        Grammar::Fish => fish::settings(look.bytes, variable),
        Grammar::EnvironmentD => environment_d::settings(look.bytes, variable),
    };
    let spans: Vec<_> = lines(look.bytes).collect();
    let mut found: Vec<(ForeignLine, Zeroizing<String>)> = Vec::new();
    for setting in settings {
        let Some(span) = spans.get(setting.line) else {
            continue;
        };
        if look
            .block
            .is_some_and(|block| block.span.contains(&span.start))
        {
            continue;
        }
        let line = u32::try_from(setting.line + 1).unwrap_or(u32::MAX);
        if found.last().is_some_and(|(last, _)| last.line == line) {
            continue;
        }
        let masked = (surroundings.mask)(&setting.value);
        let foreign = ForeignLine {
            id: id(look.path, line, &look.bytes[span.clone()]),
            destination: look.destination,
            path: look.path.to_owned(),
            line,
            text: format!("{}{variable}{}{masked}", setting.command, setting.between),
            wins: look.later || look.block.is_some_and(|block| span.start >= block.span.end),
            can_comment_out: look.ours_to_edit && setting.alone,
            comment_out: false,
        };
        found.push((foreign, setting.value));
    }
    found
}

/// The file with these lines, counted from 1, commented out.
pub(crate) fn comment_out(bytes: &[u8], numbers: &[u32]) -> Vec<u8> {
    let mut after = Vec::with_capacity(bytes.len() + numbers.len() * COMMENT.len());
    for (number, span) in (1u32..).zip(lines(bytes)) {
        if numbers.contains(&number) {
            after.extend_from_slice(COMMENT);
        }
        after.extend_from_slice(&bytes[span]);
    }
    after
}

/// What restoring a commented line came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Restored {
    /// It is as it was.
    Yes,
    /// It was as it was before already.
    Already,
    /// Somebody changed or removed it.
    Gone,
}

/// The file with the line of this hash no longer commented out.
pub(crate) fn restore(bytes: &[u8], hash: &str) -> (Vec<u8>, Restored) {
    let commented = lines(bytes).find(|span| {
        bytes[span.clone()]
            .strip_prefix(COMMENT)
            .is_some_and(|line| line_hash(line) == hash)
    });
    if let Some(span) = commented {
        let after = [&bytes[..span.start], &bytes[span.start + COMMENT.len()..]].concat();
        return (after, Restored::Yes);
    }
    let is_there = lines(bytes).any(|span| line_hash(&bytes[span]) == hash);
    (
        bytes.to_vec(),
        if is_there {
            Restored::Already
        } else {
            Restored::Gone
        },
    )
}

/// By which a line is known again, whatever its end. The journal keeps this and not the line, which may hold a key.
pub(crate) fn line_hash(line: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(b"studio-keys line\0");
    hasher.update(text_of(line));
    data_encoding::HEXLOWER.encode(&hasher.finalize())
}

fn id(path: &Path, number: u32, line: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(path.as_os_str().as_encoded_bytes());
    hasher.update(number.to_be_bytes());
    hasher.update(line_hash(line));
    data_encoding::HEXLOWER.encode(&hasher.finalize()[..12])
}

#[cfg(test)]
mod tests;
