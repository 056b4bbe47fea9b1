//! What a settings file becomes. The same code makes the preview and the file.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use super::document::{Flaw, Format};
use super::layer::{self, Owned};
use super::settings::Setting;
use super::{Rights, ToolId, written};
use crate::MachineError;
use crate::file::{self, Snapshot};
use crate::journal::{Deed, Record};

/// A settings file before and after.
pub(super) struct Composed {
    /// Without anything of ours; none if the file was made by this program, or is about to be.
    pub(super) base: Option<Zeroizing<Vec<u8>>>,
    pub(super) after: Zeroizing<Vec<u8>>,
    pub(super) owned: Vec<Owned>,
    pub(super) rights: Rights,
}

impl Composed {
    /// Whether the file would be another than the one with these bytes.
    pub(super) fn changes(&self, bytes: Option<&[u8]>) -> bool {
        self.rights.is_changed || bytes.is_none_or(|bytes| *bytes != **self.after)
    }
}

/// What a change did to a settings file.
pub(crate) struct Done<'a> {
    pub(crate) path: &'a PathBuf,
    pub(crate) target: &'a PathBuf,
    pub(crate) format: Format,
    pub(crate) settings: &'a [Owned],
    pub(crate) copy: Option<&'a PathBuf>,
    pub(crate) made_file: bool,
    pub(crate) mode: Option<u32>,
}

/// What this change did to the settings of a tool; none for a change of a variable.
pub(crate) fn done(record: &Record) -> Option<Done<'_>> {
    record.deeds.iter().find_map(|deed| match deed {
        Deed::Setting {
            path,
            target,
            format,
            settings,
            copy,
            made_file,
            mode,
        } => Some(Done {
            path,
            target,
            format: *format,
            settings,
            copy: copy.as_ref(),
            made_file: *made_file,
            mode: *mode,
        }),
        _ => None,
    })
}

impl Done<'_> {
    /// The file from before the change; none if there was none, or if it is gone.
    fn copied(&self) -> Result<Option<Zeroizing<Vec<u8>>>, MachineError> {
        let Some(copy) = self.copy else {
            return Ok(None);
        };
        Ok(file::read(copy)?.map(|snapshot| snapshot.bytes))
    }

    /// The file without what the change put in.
    pub(crate) fn take_out(&self, bytes: &[u8]) -> Result<layer::TakenOut, MachineError> {
        let copy = self.copied()?;
        let copy = copy.as_ref().map(|copy| copy.as_slice());
        let mut taken = layer::take_out(self.format, bytes, self.settings, copy)
            .map_err(|flaw| refused(self.path, flaw))?;
        if let Some(copy) = copy.filter(|copy| self.format.is_empty(copy))
            && self.format.is_blank(&taken.bytes)
        {
            taken.bytes = Zeroizing::new(copy.to_vec());
        }
        Ok(taken)
    }
}

/// Whether everything that a change set stands in the file.
pub(crate) fn is_whole(record: &Record, bytes: &[u8]) -> bool {
    done(record)
        .is_some_and(|done| layer::is_whole(done.format, bytes, done.settings).unwrap_or(false))
}

/// The file with the settings of an earlier change in it again, and what they stand on now.
pub(crate) fn put_back_in(
    record: &Record,
    base: &[u8],
    value: &SecretString,
) -> Result<(Zeroizing<Vec<u8>>, Vec<Owned>), MachineError> {
    let (Some(what), Some(done)) = (&record.tool, done(record)) else {
        return Ok((Zeroizing::new(base.to_vec()), Vec::new()));
    };
    let settings = written::of(what.tool).settings(what, &record.key);
    layer::put_in(done.format, base, &settings, value).map_err(|flaw| refused(done.path, flaw))
}

/// The latest standing change of the tool whose settings are in this file.
pub(super) fn top<'a>(
    records: &'a [Record],
    tool: ToolId,
    target: &Path,
    bytes: &[u8],
) -> Option<&'a Record> {
    records.iter().rev().find(|record| {
        record.is_standing()
            && record.tool.as_ref().is_some_and(|what| what.tool == tool)
            && done(record).is_some_and(|done| {
                let is_own = |one: &Owned| one.is_own(done.format, bytes).unwrap_or(false);
                done.target == target && done.settings.iter().any(is_own)
            })
    })
}

/// The file with these settings instead of those that an earlier change put in.
pub(super) fn compose(
    path: &Path,
    format: Format,
    before: Option<&Snapshot>,
    earlier: Option<Done<'_>>,
    settings: &[Setting],
    key: &SecretString,
) -> Result<Composed, MachineError> {
    let refused = |flaw| refused(path, flaw);
    let has_key = settings.iter().any(|setting| setting.content.has_key());
    let Some(file) = before else {
        let (after, owned) =
            layer::put_in(format, format.blank(), settings, key).map_err(refused)?;
        return Ok(Composed {
            base: None,
            after,
            owned,
            rights: Rights::of(None, None, has_key),
        });
    };
    let before = file.bytes.as_slice();
    format.check(before).map_err(refused)?;
    let made_file = earlier.as_ref().is_some_and(|earlier| earlier.made_file);
    let taken = earlier.as_ref().and_then(|earlier| earlier.mode);
    let mut leaves_key = false;
    let base = match earlier {
        Some(earlier) => {
            let out = earlier.take_out(before)?;
            if let Some(flaw) = out.flaw {
                return Err(refused(flaw));
            }
            leaves_key = taken.is_some() && out.is_partial;
            out.bytes
        }
        None => Zeroizing::new(before.to_vec()),
    };
    let (after, owned) = layer::put_in(format, &base, settings, key).map_err(refused)?;
    // It is ours to say what comes in: then it must also come out.
    format.check(&after).map_err(|flaw| match refused(flaw) {
        MachineError::FileHasSyntaxError { path, line, said } => {
            MachineError::ChangeBreaksFile { path, line, said }
        }
        other => other,
    })?;
    Ok(Composed {
        base: (!(made_file && format.is_blank(&base))).then_some(base),
        after,
        owned,
        rights: Rights::of(Some(file), taken, has_key || leaves_key),
    })
}

/// Why a settings file is left as it is.
pub(super) fn refused(path: &Path, flaw: Flaw) -> MachineError {
    let path = path.to_owned();
    match flaw {
        Flaw::Unreadable { line, said } => MachineError::FileHasSyntaxError { path, line, said },
        Flaw::InTheWay { setting } => MachineError::SettingInTheWay { path, setting },
    }
}
