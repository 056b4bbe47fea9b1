//! Systems without a registry. Nothing is found in it, and nothing can be put there.

use std::io;

use secrecy::zeroize::Zeroizing;

use super::entry::{Entry, EntryKind};
use super::{Hive, NotRead};

pub(super) type Found = Option<(EntryKind, Zeroizing<String>)>;

pub(super) fn read(_hive: Hive, _below: &str, _variable: &str) -> Result<Found, NotRead> {
    Err(NotRead::System(io::ErrorKind::Unsupported.into()))
}

pub(super) fn write(_hive: Hive, _below: &str, _entry: &Entry) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn remove(_hive: Hive, _below: &str, _variable: &str) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn tell() {}
