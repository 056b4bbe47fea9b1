//! What one file becomes. The same code makes the preview and the file.

use std::path::PathBuf;

use secrecy::zeroize::Zeroizing;

use crate::content::Settings;
use crate::file::{Privacy, Witness};
use crate::shell::{Complaint, Script, Shell};
use crate::value_file::Dialect;
use crate::{DestinationId, MachineError, Surroundings, block, foreign, value_file};

/// A change of one file.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    /// For which places.
    pub(crate) destinations: Vec<DestinationId>,
    /// The file as the user knows it.
    pub(crate) path: PathBuf,
    /// The file itself.
    pub(crate) target: PathBuf,
    pub(crate) kind: EditKind,
    /// What the file was when the plan was made.
    pub(crate) witness: Witness,
}

/// Of which kind.
#[derive(Debug, Clone)]
pub(crate) enum EditKind {
    /// The value, in our own file.
    Value {
        dialect: Dialect,
        /// What standing changes put there, by variable and hash. Any other line is somebody's.
        known: Vec<(String, String)>,
    },
    /// What has our file with the values run, a file of our own too.
    Agent { text: String, value_target: PathBuf },
    /// Our block, in somebody's start-up file, and lines that the user wants commented out.
    StartUp {
        shell: Shell,
        source: String,
        value_target: PathBuf,
        comment_out: Vec<u32>,
    },
}

impl Edit {
    /// Whose file it is.
    pub(crate) fn privacy(&self) -> Privacy {
        match self.kind {
            EditKind::Value { .. } | EditKind::Agent { .. } => Privacy::Ours,
            EditKind::StartUp { .. } => Privacy::Theirs,
        }
    }

    /// The file as it will be.
    pub(crate) fn compose(
        &self,
        before: Option<&[u8]>,
        settings: Settings<'_>,
    ) -> Result<Zeroizing<Vec<u8>>, MachineError> {
        match &self.kind {
            EditKind::Value { dialect, known } => Ok(value_file::set_all(
                before,
                *dialect,
                settings.contents(*dialect),
                &|variable, hash| {
                    known
                        .iter()
                        .any(|(name, of)| name == variable && of == hash)
                },
            )),
            EditKind::Agent { text, .. } => Ok(Zeroizing::new(text.clone().into_bytes())),
            EditKind::StartUp {
                source,
                comment_out,
                ..
            } => {
                let bytes = foreign::comment_out(before.unwrap_or_default(), comment_out);
                self.with_block(&bytes, source, before.is_none())
                    .map(Zeroizing::new)
            }
        }
    }

    /// The start-up file with the block in it.
    pub(crate) fn with_block(
        &self,
        bytes: &[u8],
        source: &str,
        makes_file: bool,
    ) -> Result<Vec<u8>, MachineError> {
        let path = || self.path.clone();
        let found = block::find(bytes).map_err(|damage| MachineError::FileBlockDamaged {
            path: path(),
            line: damage.line,
        })?;
        match found {
            Some(found) if block::is_whole(bytes, &found, source) => Ok(bytes.to_vec()),
            Some(found) => Ok(block::renew(bytes, &found, source)),
            None => match block::ends_in_continuation(bytes) {
                Some(line) => Err(MachineError::FileEndsOpen { path: path(), line }),
                None => Ok(block::append(bytes, source, makes_file)),
            },
        }
    }

    /// Refuses a start-up file that its shell cannot read, or in which the block would not be read.
    pub(crate) fn check_before(
        &self,
        surroundings: &Surroundings,
        before: &[u8],
    ) -> Result<(), MachineError> {
        let EditKind::StartUp { shell, .. } = &self.kind else {
            return Ok(());
        };
        if let Some(Complaint { line, said }) =
            shell.complaint(surroundings, Script::File(&self.target))?
        {
            return Err(MachineError::FileHasSyntaxError {
                path: self.path.clone(),
                line,
                said,
            });
        }
        if matches!(block::find(before), Ok(None))
            && shell.swallows_the_end(surroundings, before)?
        {
            let line = u32::try_from(block::lines(before).count()).unwrap_or(u32::MAX);
            return Err(MachineError::FileEndsOpen {
                path: self.path.clone(),
                line,
            });
        }
        Ok(())
    }

    /// Refuses a change after which the shell could no longer read its file.
    pub(crate) fn check_after(
        &self,
        surroundings: &Surroundings,
        after: &[u8],
    ) -> Result<(), MachineError> {
        let EditKind::StartUp { shell, .. } = &self.kind else {
            return Ok(());
        };
        match shell.complaint(surroundings, Script::Bytes(after))? {
            Some(Complaint { line, said }) => Err(MachineError::ChangeBreaksFile {
                path: self.path.clone(),
                line,
                said,
            }),
            None => Ok(()),
        }
    }
}
