//! Why something was not planned, written, verified or taken back.

use std::io;
use std::path::{Path, PathBuf};

use crate::{DestinationId, KeyName, ToolId};

/// What stands where a file was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A folder.
    Folder,
    /// A device.
    Device,
    /// A named pipe or a socket.
    Pipe,
}

/// Why not. No variant holds a value or a line of somebody's file.
#[derive(Debug, thiserror::Error)]
pub enum MachineError {
    /// No shell would take this name.
    #[error("{name:?} is no name of a variable")]
    VariableName {
        /// The name.
        name: String,
    },
    /// The session itself depends on this variable.
    #[error("{name} belongs to the system")]
    VariableReserved {
        /// The name.
        name: String,
    },
    /// It would be set twice at once.
    #[error("{name} is named twice")]
    VariableTwice {
        /// The name.
        name: String,
    },
    /// The value is empty, too long, or holds a control character.
    #[error("the value cannot be kept in an environment variable")]
    ValueUnsuitable,
    /// Nothing was ticked, or nothing is recommended here.
    #[error("no place was chosen")]
    NoDestination,
    /// This place does not exist on this computer: its program is not installed.
    #[error("{program} is not installed")]
    DestinationMissing {
        /// The place.
        destination: DestinationId,
        /// The program that it needs.
        program: &'static str,
    },
    /// No program of this name is on this computer.
    #[error("there is no program {id}")]
    ProgramMissing {
        /// Its name.
        id: String,
    },
    /// A path that is not UTF-8 cannot be shown, journalled or quoted without loss.
    #[error("{} is not a path that can be written into a start-up file", path.display())]
    PathUnsupported {
        /// The path.
        path: PathBuf,
    },
    /// A symbolic link leads to nothing.
    #[error("{} is a link to {}, which does not exist", path.display(), target.display())]
    LinkDangling {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// Symbolic links lead in a circle, or through more than 32 links.
    #[error("{} is a link that never ends", path.display())]
    LinkLoop {
        /// The link.
        path: PathBuf,
    },
    /// Something else than a file stands there.
    #[error("{} is not a file", path.display())]
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: FileKind,
    },
    /// The file has a second name. Replacing it would part the two.
    #[error("{} is hard-linked", path.display())]
    HardLinked {
        /// The file.
        path: PathBuf,
    },
    /// Its owner made it read-only.
    #[error("{} is read-only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Larger than any start-up file is.
    #[error("{} is too large", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// The system does not let this user read or write there.
    #[error("no permission for {}", path.display())]
    PermissionDenied {
        /// Where.
        path: PathBuf,
    },
    /// The file system is mounted read-only.
    #[error("{} is on a read-only file system", path.display())]
    ReadOnlyFileSystem {
        /// Where.
        path: PathBuf,
    },
    /// The disk or the user's share of it is full.
    #[error("no room left to write {}", path.display())]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// Another failure of the system.
    #[error("{}: {source}", path.display())]
    System {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A variable in the registry is no text that a program could be given, so it could not be put back either.
    #[error("{variable} in {} is no text", key.display())]
    RegistryValueUnsuitable {
        /// The key of the registry.
        key: PathBuf,
        /// The variable.
        variable: String,
    },
    /// It is no longer what the plan was made from.
    #[error("{} changed since the preview", path.display())]
    FileChanged {
        /// The file.
        path: PathBuf,
    },
    /// Its shell rejects the file as it is, before any change of ours.
    #[error("{} has a syntax error", path.display())]
    FileHasSyntaxError {
        /// The file.
        path: PathBuf,
        /// The line, if the shell named one.
        line: Option<u32>,
        /// What the shell said, without a word of the file.
        said: String,
    },
    /// The change would break the file, so it was not made. Commenting out the only line of an `if` does this.
    #[error("the change would break {}", path.display())]
    ChangeBreaksFile {
        /// The file.
        path: PathBuf,
        /// The line, if the shell named one.
        line: Option<u32>,
        /// What the shell said, without a word of the file.
        said: String,
    },
    /// The file ends inside a command or text which would swallow what is added.
    #[error("{} ends in the middle of something", path.display())]
    FileEndsOpen {
        /// The file.
        path: PathBuf,
        /// Its last line.
        line: u32,
    },
    /// Our block's marks are not one pair.
    #[error("the block of this program in {} is damaged at line {line}", path.display())]
    FileBlockDamaged {
        /// The file.
        path: PathBuf,
        /// The mark that has no partner.
        line: u32,
    },
    /// Something else stands where an object of a tool's settings is needed, and it is not ours to replace.
    #[error("{setting} in {} is something else than is needed", path.display())]
    SettingInTheWay {
        /// The file.
        path: PathBuf,
        /// The setting, such as `env`; empty for the whole file.
        setting: String,
    },
    /// The tool cannot come by a key in the way that is wanted, here.
    #[error("{} cannot be given a key in this way", tool.name())]
    ToolWayUnavailable {
        /// The tool.
        tool: ToolId,
    },
    /// No line of this id, or no longer.
    #[error("no such line")]
    ForeignLineUnknown {
        /// The id.
        id: String,
    },
    /// It cannot be commented out without taking something else along.
    #[error("line {line} of {} does not stand alone", path.display())]
    ForeignLineNotAlone {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u32,
    },
    /// A shell could not be started or did not end in time.
    #[error("{} could not be asked", program.display())]
    ShellUnusable {
        /// The shell.
        program: PathBuf,
    },
    /// No change of this id.
    #[error("no change {id}")]
    ChangeUnknown {
        /// The id.
        id: String,
    },
    /// It is undone already.
    #[error("change {id} is undone already")]
    ChangeUndone {
        /// The id.
        id: String,
    },
    /// A file of the journal is not what this program wrote.
    #[error("{} is damaged", path.display())]
    JournalDamaged {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of this program wrote a file of the journal.
    #[error("{} is of a newer version", path.display())]
    JournalNewer {
        /// The file.
        path: PathBuf,
    },
    /// Another window or process is changing this computer right now.
    #[error("another change is being made")]
    Busy,
    /// An undo would put an earlier key's value back, which cannot be asked for now. Nothing was changed.
    #[error("the value of key {} cannot be read now", key.api_key_id)]
    EarlierUnavailable {
        /// The earlier key.
        key: KeyName,
    },
    /// The system gave no random bytes.
    #[error("no random bytes from the system")]
    NoRandomness,
}

impl MachineError {
    /// A failure of the system at this path, told apart as far as someone can act on it.
    pub(crate) fn system(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::PermissionDenied => Self::PermissionDenied { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFileSystem { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::System { path, source },
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_told_apart() {
        let of =
            |number| MachineError::system(Path::new("/x"), io::Error::from_raw_os_error(number));
        assert!(
            matches!(of(13), MachineError::PermissionDenied { .. }),
            "EACCES"
        );
        assert!(matches!(of(28), MachineError::DiskFull { .. }), "ENOSPC");
        assert!(matches!(of(122), MachineError::DiskFull { .. }), "EDQUOT");
        assert!(
            matches!(of(30), MachineError::ReadOnlyFileSystem { .. }),
            "EROFS"
        );
        assert!(matches!(of(5), MachineError::System { .. }), "EIO");
    }
}
