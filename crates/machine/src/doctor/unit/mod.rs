//! Units of service managers: what they start has an environment of its own, which no start-up file of a shell touches.
//!
//! Only units made by hand are looked at: those in the user's own folder, plain files in the folder of the computer's
//! administrator, and the sections of supervisord. What a package brought is left out, and so is a unit whose command is
//! neither a tool, nor a language, nor something in a home or project folder: such a one has no use for a key.

mod command;
mod ini;
mod supervisord;
mod systemd;

use std::path::PathBuf;

use super::source::Reading;

/// A service manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceManager {
    /// systemd, for this user.
    SystemdUser,
    /// systemd, for the computer.
    SystemdSystem,
    /// supervisord.
    Supervisord,
}

/// A unit without the variable that looks as if it could use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BareUnit {
    /// Its name.
    pub unit: String,
    /// Its file.
    pub path: PathBuf,
    /// Who starts it.
    pub manager: ServiceManager,
    /// The line to add; it holds no value. None where the variable has to be set for programs of the desktop before: a user's
    /// own manager hands that on, and for the computer's manager it makes the file that a line can name.
    pub line: Option<String>,
}

/// What is known that a unit may inherit from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inherited {
    /// New programs of the desktop find the key, and with them what the user's manager starts.
    pub(super) by_user_manager: bool,
    /// A supervisord that runs has it.
    pub(super) by_supervisord: bool,
}

/// What was found in units.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub(super) bare: Vec<BareUnit>,
    /// How many were looked at.
    pub(super) count: usize,
}

/// Looks through the units. Those that set the variable become sources.
pub(super) fn look_through(
    reading: &mut Reading<'_>,
    folders: &[PathBuf],
    inherited: Inherited,
) -> Units {
    let mut units = Units::default();
    systemd::add(reading, &mut units, inherited);
    supervisord::add(reading, &mut units, folders, inherited);
    units
}
