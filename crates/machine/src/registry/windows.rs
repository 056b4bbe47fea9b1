//! The registry itself.

use std::io;

use secrecy::zeroize::Zeroizing;
use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE, Type};

use super::entry::{Entry, EntryKind};
use super::{Hive, NotRead};

/// What Windows says where a key or value is not there: ERROR_FILE_NOT_FOUND.
const NOT_FOUND: i32 = 2;

/// A variable that is there.
pub(super) type Found = Option<(EntryKind, Zeroizing<String>)>;

fn root(hive: Hive) -> &'static Key {
    match hive {
        Hive::User => CURRENT_USER,
        Hive::Machine => LOCAL_MACHINE,
    }
}

/// The variable of this name in a key.
pub(super) fn read(hive: Hive, below: &str, variable: &str) -> Result<Found, NotRead> {
    let found = root(hive)
        .open(below)
        .and_then(|key| key.get_value(variable))
        .map_err(system);
    let value = match found {
        Ok(value) => value,
        Err(error) if error.raw_os_error() == Some(NOT_FOUND) => return Ok(None),
        Err(error) => return Err(NotRead::System(error)),
    };
    let kind = match value.ty() {
        Type::String => EntryKind::Plain,
        Type::ExpandString => EntryKind::Expanded,
        _ => return Err(NotRead::NoText),
    };
    // Read from the bytes: whoever wrote the value may have left out the zero at its end, or its last half letter.
    let letters: Zeroizing<Vec<u16>> = Zeroizing::new(
        value
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect(),
    );
    let end = letters
        .iter()
        .rposition(|letter| *letter != 0)
        .map_or(0, |last| last + 1);
    let text = String::from_utf16(&letters[..end]).map_err(|_| NotRead::NoText)?;
    let text = Zeroizing::new(text);
    if text.chars().any(char::is_control) {
        return Err(NotRead::NoText);
    }
    Ok(Some((kind, text)))
}

/// Sets a variable.
pub(super) fn write(hive: Hive, below: &str, entry: &Entry) -> io::Result<()> {
    let kind = match entry.kind {
        EntryKind::Plain => Type::String,
        EntryKind::Expanded => Type::ExpandString,
    };
    let bytes: Zeroizing<Vec<u8>> = Zeroizing::new(
        entry
            .value
            .encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect(),
    );
    root(hive)
        .create(below)
        .and_then(|key| key.set_bytes(&entry.variable, kind, &bytes))
        .map_err(system)
}

/// Takes a variable out.
pub(super) fn remove(hive: Hive, below: &str, variable: &str) -> io::Result<()> {
    root(hive)
        .options()
        .read()
        .write()
        .open(below)
        .and_then(|key| key.remove_value(variable))
        .map_err(system)
}

/// Tells the programs of the session.
pub(super) fn tell() {
    drop(announce::environment_changed());
}

/// The system's own number of a failure is in the lower half of what it is wrapped in.
fn system(error: impl Into<io::Error>) -> io::Error {
    let error = error.into();
    match error.raw_os_error() {
        Some(wrapped) => io::Error::from_raw_os_error(wrapped & 0xFFFF),
        None => error,
    }
}
