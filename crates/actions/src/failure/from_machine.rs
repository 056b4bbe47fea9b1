use std::path::Path;

use machine::MachineError;
use model_studio::key::shown;

use super::Failure;

impl From<MachineError> for Failure {
    fn from(error: MachineError) -> Self {
        match error {
            MachineError::VariableName { name } => Self::VariableNameInvalid {
                // A key may have been pasted in its place.
                name: shown(&name),
            },
            MachineError::VariableReserved { name } => Self::VariableReserved { name },
            MachineError::VariableTwice { name } => Self::VariableTwice { name },
            MachineError::ValueUnsuitable => Self::ValueUnsuitable,
            MachineError::NoDestination => Self::NoDestination,
            MachineError::DestinationMissing { program, .. } => Self::ProgramMissing {
                program: program.to_owned(),
            },
            MachineError::ProgramMissing { id } => Self::ProgramMissing { program: id },
            MachineError::PathUnsupported { path } => Self::PathUnsupported { path: text(&path) },
            MachineError::LinkDangling { path, .. } | MachineError::LinkLoop { path } => {
                Self::FileLinkBroken { path: text(&path) }
            }
            MachineError::NotAFile { path, .. } => Self::FileNotOrdinary { path: text(&path) },
            MachineError::HardLinked { path } => Self::FileHardLinked { path: text(&path) },
            MachineError::ReadOnly { path } | MachineError::ReadOnlyFileSystem { path } => {
                Self::FileReadOnly { path: text(&path) }
            }
            MachineError::TooLarge { path, .. } => Self::FileTooLarge { path: text(&path) },
            MachineError::PermissionDenied { path } => {
                Self::FilePermissionDenied { path: text(&path) }
            }
            MachineError::DiskFull { path } => Self::DiskFull { path: text(&path) },
            MachineError::System { path, source } => Self::FileNotWritten {
                path: text(&path),
                reason: source.to_string(),
            },
            MachineError::RegistryValueUnsuitable { key, variable } => {
                Self::RegistryValueUnsuitable {
                    path: text(&key),
                    variable,
                }
            }
            MachineError::FileChanged { path } => Self::FileChanged { path: text(&path) },
            MachineError::FileHasSyntaxError { path, line, said } => Self::FileHasSyntaxError {
                path: text(&path),
                line,
                detail: said,
            },
            MachineError::ChangeBreaksFile { path, line, said } => Self::ChangeBreaksFile {
                path: text(&path),
                line,
                detail: said,
            },
            MachineError::FileEndsOpen { path, line } => Self::FileEndsOpen {
                path: text(&path),
                line,
            },
            MachineError::FileBlockDamaged { path, line } => Self::FileBlockDamaged {
                path: text(&path),
                line,
            },
            MachineError::SettingInTheWay { path, setting } => Self::SettingInTheWay {
                path: text(&path),
                setting,
            },
            MachineError::ToolWayUnavailable { tool } => Self::ToolWayUnavailable {
                tool: tool.name().to_owned(),
            },
            MachineError::ForeignLineUnknown { .. } => Self::PlanUnknown,
            MachineError::ForeignLineNotAlone { path, line } => Self::LineNotAlone {
                path: text(&path),
                line,
            },
            MachineError::ShellUnusable { program } => Self::ShellUnusable {
                program: text(&program),
            },
            MachineError::ChangeUnknown { .. } => Self::ChangeUnknown,
            MachineError::ChangeUndone { .. } => Self::ChangeUndone,
            MachineError::JournalDamaged { path } => Self::JournalDamaged { path: text(&path) },
            MachineError::JournalNewer { path } => Self::JournalNewer { path: text(&path) },
            MachineError::Busy => Self::AnotherChange,
            // Undo says what the keyring said; this is for whoever does not.
            MachineError::EarlierUnavailable { .. } => Self::SecretStoreLocked,
            MachineError::NoRandomness => Self::Interrupted,
        }
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_in_the_box_of_a_name_is_masked() {
        for (typed, told) in [
            ("MY-KEY", "MY-KEY"),
            ("sk-0123456789abcdef0123456789abcdef", "sk-012…cdef"),
        ] {
            let name = typed.to_owned();
            let failure = Failure::from(MachineError::VariableName { name });
            let name = told.to_owned();
            assert_eq!(failure, Failure::VariableNameInvalid { name });
        }
    }
}
