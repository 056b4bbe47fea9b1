//! Keeps the settings of tools on their key: after a reset, when another key takes its places, when it gets another name.

use std::collections::BTreeSet;
use std::path::Path;

use secrecy::SecretString;

use super::compose::{done, refused};
use super::settings::Setting;
use super::{Rights, ToolUse, ToolWay, written};
use crate::file::{self, Privacy, Snapshot};
use crate::journal::{Deed, Journal, Record, Stage};
use crate::{KeyName, MachineError, Steps};

/// After a reset: settings with the key's value in them get the new one. The names of the tools.
pub(crate) fn follow_tools(
    journal: &Journal,
    records: &mut [Record],
    key: &KeyName,
    value: &SecretString,
) -> (BTreeSet<String>, Option<MachineError>) {
    each(records, value, &(), |record| {
        let holds_value = |what: &ToolUse| what.way == ToolWay::Value;
        if !record.is_standing()
            || record.key != *key
            || !record.tool.as_ref().is_some_and(holds_value)
        {
            return Ok(false);
        }
        // The journal knows the new value before the file has it.
        know_contents(record, Some(value));
        journal.write(record, &())?;
        Ok(true)
    })
}

/// The same for changes that were moved from one key to another, as the journal knows already.
pub(crate) fn move_tools(
    records: &mut [Record],
    (from, to): (&KeyName, &KeyName),
    value: &SecretString,
    steps: &dyn Steps,
) -> (BTreeSet<String>, Option<MachineError>) {
    each(records, value, steps, |record| {
        Ok(record.is_standing() && record.was_moved(from, to))
    })
}

/// The same for changes whose key has another name now.
pub(crate) fn rename_in_tools(records: &[Record], to: &KeyName) -> Result<(), MachineError> {
    for index in 0..records.len() {
        if records[index].is_standing() && records[index].key == *to {
            refresh(records, index, None, &())?;
        }
    }
    Ok(())
}

/// One that cannot be written does not keep the others from it; the first of them is the error.
fn each(
    records: &mut [Record],
    value: &SecretString,
    steps: &dyn Steps,
    mut is_meant: impl FnMut(&mut Record) -> Result<bool, MachineError>,
) -> (BTreeSet<String>, Option<MachineError>) {
    let mut names = BTreeSet::new();
    let mut first = None;
    for index in 0..records.len() {
        let Some(tool) = records[index].tool.as_ref().map(|what| what.tool) else {
            continue;
        };
        let done = is_meant(&mut records[index]).and_then(|meant| match meant {
            true => refresh(records, index, Some(value), steps),
            false => Ok(false),
        });
        match done {
            Ok(true) => {
                names.insert(tool.name().to_owned());
            }
            Ok(false) => {}
            Err(error) => first = first.or(Some(error)),
        }
    }
    (names, first)
}

/// Takes note of what is about to be put into the settings. Without a value, of what has no value in it.
pub(crate) fn know_contents(record: &mut Record, value: Option<&SecretString>) {
    let settings = contents(record, value);
    let has_key = settings.iter().any(|setting| setting.content.has_key());
    for deed in &mut record.deeds {
        let Deed::Setting {
            settings: owned,
            path,
            mode,
            ..
        } = deed
        else {
            continue;
        };
        if has_key && let Some(now) = read(path) {
            *mode = Rights::of(Some(&now), *mode, true).before;
        }
        for setting in &settings {
            let digest = setting
                .content
                .digest(value.unwrap_or(&SecretString::default()));
            for one in owned.iter_mut().filter(|one| one.path == setting.path) {
                if !one.digests.contains(&digest.hex()) {
                    one.digests.push(digest.hex());
                }
            }
        }
    }
}

/// The file as it is; none if it cannot be read, which is said when it is to be written.
fn read(path: &Path) -> Option<Snapshot> {
    let resolved = file::resolve_now(path).ok()??;
    file::read(&resolved.target).ok()?
}

/// What the tool is to have, as far as it can be said without the value.
fn contents(record: &Record, value: Option<&SecretString>) -> Vec<Setting> {
    let Some(what) = &record.tool else {
        return Vec::new();
    };
    let mut settings = written::of(what.tool).settings(what, &record.key);
    settings.retain(|setting| value.is_some() || !setting.content.has_key());
    settings
}

/// Writes what changed since, where our own still stands. Whether the key is in the settings now.
fn refresh(
    records: &[Record],
    index: usize,
    value: Option<&SecretString>,
    steps: &dyn Steps,
) -> Result<bool, MachineError> {
    let record = &records[index];
    let Some(done) = done(record) else {
        return Ok(false);
    };
    let is_taken_over = records[index + 1..]
        .iter()
        .any(|later| later.stage == Stage::Active && later.is_of_the_tool_of(record));
    let resolved = file::resolve_now(done.path)?.filter(|_| !is_taken_over);
    let Some(target) = resolved.map(|resolved| resolved.target) else {
        return Ok(false);
    };
    file::sweep(&target);
    let Some(before) = file::read(&target)? else {
        return Ok(false);
    };
    let refused = |flaw| refused(done.path, flaw);
    let nothing = SecretString::default();
    let key = value.unwrap_or(&nothing);
    let mut now = before.bytes.clone();
    let (mut is_there, mut has_key) = (false, false);
    for setting in contents(record, value) {
        let Some(owned) = done.settings.iter().find(|one| one.path == setting.path) else {
            continue;
        };
        if !owned.is_own(done.format, &now).map_err(refused)? {
            continue;
        }
        is_there = true;
        has_key |= setting.content.has_key();
        let found = done.format.get(&now, &setting.path).map_err(refused)?;
        if found.is_none_or(|found| found.digest != setting.content.digest(key)) {
            let new = done
                .format
                .renew(&now, &setting.path, &setting.content, key);
            now = new.map_err(refused)?;
        }
    }
    // Without a value in hand, one that is there stays, and who may read it.
    let rights = has_key.then(|| Rights::of(Some(&before), done.mode, true));
    if *now != *before.bytes || rights.is_some_and(|rights| rights.is_changed) {
        before.check_replaceable(&target)?;
        let privacy = rights.map_or(Privacy::Theirs, Rights::privacy);
        file::replace(&target, &now, Some(&before), privacy, steps)?;
        steps.reached("a tool was moved");
    }
    Ok(is_there)
}
