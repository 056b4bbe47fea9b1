//! Reads back what a tool will read.

use std::time::Instant;

use secrecy::{ExposeSecret, SecretString};

use super::compose::{done, refused};
use super::document::{Content, Flaw, obstacle};
use super::written;
use crate::file;
use crate::journal::Record;
use crate::{MachineError, Surroundings, Verification, VerificationStatus};

/// Whether everything that the change set is there, for this value of its key; none for a change of a variable.
pub(crate) fn read_back(
    surroundings: &Surroundings,
    record: &Record,
    value: &SecretString,
) -> Result<Option<Verification>, MachineError> {
    let (Some(what), Some(done)) = (&record.tool, done(record)) else {
        return Ok(None);
    };
    let begun = Instant::now();
    let tool = written::of(what.tool);
    let settings = tool.settings(what, &record.key);
    let resolved = file::resolve_now(done.path)?;
    let now = match &resolved {
        Some(resolved) => file::read(&resolved.target)?,
        None => None,
    };
    let mut status = VerificationStatus::NotSeen;
    let mut found_masked = None;
    let mut in_the_way = None;
    if let Some(now) = now {
        status = VerificationStatus::Seen;
        for setting in settings.iter().filter(|setting| !setting.is_default) {
            let found = match done.format.get(&now.bytes, &setting.path) {
                Ok(Some(found)) => found,
                Ok(None) | Err(Flaw::InTheWay { .. }) => {
                    status = VerificationStatus::NotSeen;
                    break;
                }
                Err(flaw) => return Err(refused(done.path, flaw)),
            };
            if found.digest != setting.content.digest(value) {
                status = VerificationStatus::Other;
            }
            if let (Content::Key, Some(text)) = (&setting.content, &found.text) {
                found_masked = Some(surroundings.masked(&SecretString::from(text.as_str())));
            }
        }
        in_the_way = obstacle(tool.reads(), &now.bytes);
    }
    if status == VerificationStatus::Seen {
        // EXPOSE: masked at once.
        found_masked = Some((surroundings.mask)(value.expose_secret()));
        if in_the_way.is_some() {
            status = VerificationStatus::Ignored;
        }
    }
    Ok(Some(Verification {
        destination: None,
        variable: String::new(),
        program: done.path.clone(),
        status,
        found_masked,
        obstacle: in_the_way,
        millis: u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX),
    }))
}
