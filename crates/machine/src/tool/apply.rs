//! Writes what a plan showed into a tool's settings, or nothing: in the same order and with the same care as for a variable.

use secrecy::SecretString;

use super::compose::{Composed, compose, done, top};
use super::{ToolPlan, ToolWay, written};
use crate::change::seen;
use crate::file::{self, Privacy, Snapshot, Witness};
use crate::journal::{self, Deed, Journal, Record, Stage};
use crate::{Change, ChangedFile, MachineError, Method, Steps, Surroundings, wish};

/// Does what the plan showed.
///
/// # Errors
/// [`MachineError::FileChanged`], or what is wrong with the file.
pub fn apply_tool(
    surroundings: &Surroundings,
    plan: &ToolPlan,
    value: &SecretString,
    steps: &dyn Steps,
) -> Result<Change, MachineError> {
    wish::check_value(value)?;
    let journal = Journal::open(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    let resolved = file::resolve(&plan.path)?;
    let before = file::read(&resolved.target)?;
    if resolved.target != plan.target || Witness::of(before.as_ref()) != plan.witness {
        return Err(MachineError::FileChanged {
            path: plan.path.clone(),
        });
    }
    let bytes = before.as_ref().map(|before| before.bytes.as_slice());
    let earlier = bytes
        .and_then(|bytes| top(&records, plan.what.tool, &plan.target, bytes))
        .and_then(done);
    let tool = written::of(plan.what.tool);
    let settings = tool.settings(&plan.what, &plan.key);
    let composed = compose(
        &plan.path,
        tool.format(),
        before.as_ref(),
        earlier,
        &settings,
        value,
    )?;
    let is_changed = composed.changes(bytes);
    match &before {
        _ if !is_changed => {}
        Some(before) => before.check_replaceable(&plan.target)?,
        None => file::check_can_make(&plan.target)?,
    }
    let record = record(surroundings, &records, plan, &composed)?;
    steps.reached("copies were kept");
    journal.write(&record, steps)?;
    steps.reached("the journal was written");

    let mut record = record;
    let written = write(plan, before.as_ref(), &composed, is_changed, steps).and_then(|()| {
        record.stage = Stage::Active;
        journal.write(&record, steps)
    });
    if let Err(error) = written {
        match put_back(plan, before.as_ref(), &composed, &record) {
            Ok(()) => journal.forget(&record)?,
            // The change stays in the journal as unfinished, for undo to put back.
            Err(second) => {
                tracing::error!(error = %second, id = record.id, "a failed change could not be put back");
            }
        }
        return Err(error);
    }
    records.push(record);
    let last = &records[records.len() - 1];
    Ok(seen(last, &records))
}

/// The change as the journal is to know it, and the copy of the file as it was without anything of ours.
fn record(
    surroundings: &Surroundings,
    records: &[Record],
    plan: &ToolPlan,
    composed: &Composed,
) -> Result<Record, MachineError> {
    let mut record = Record::begin(surroundings, records, "", &plan.key, &plan.masked)?;
    if let (ToolWay::Helper, Some(program)) = (plan.what.way, &plan.what.printer) {
        record.method = Method::Keyring {
            program: program.clone(),
        };
    }
    record.tool = Some(plan.what.clone());
    record.made_folders = file::missing_folders(&plan.target);
    let copy = match &composed.base {
        None => None,
        Some(base) => {
            let needed = |path: &std::path::Path| is_needed(records, path);
            Some(journal::keep_copy(
                surroundings,
                &plan.target,
                base,
                &record.id,
                &needed,
            )?)
        }
    };
    record.files = plan
        .writes
        .iter()
        .map(|write| ChangedFile {
            path: write.path.clone(),
            action: write.action,
            backup: copy.clone(),
        })
        .collect();
    record.deeds = vec![Deed::Setting {
        path: plan.path.clone(),
        target: plan.target.clone(),
        format: written::of(plan.what.tool).format(),
        settings: composed.owned.clone(),
        made_file: copy.is_none(),
        copy,
        mode: composed.rights.before,
    }];
    Ok(record)
}

/// Whether a standing change would put something back from this copy.
pub(crate) fn is_needed(records: &[Record], copy: &std::path::Path) -> bool {
    records
        .iter()
        .filter(|record| record.is_standing())
        .filter_map(done)
        .any(|done| done.copy.is_some_and(|kept| kept == copy))
}

fn write(
    plan: &ToolPlan,
    before: Option<&Snapshot>,
    composed: &Composed,
    is_changed: bool,
    steps: &dyn Steps,
) -> Result<(), MachineError> {
    if !is_changed {
        return Ok(());
    }
    file::sweep(&plan.target);
    // Folders like those of the tool's own files; whatever is in them.
    file::make_folders(&plan.target, Privacy::Ours)?;
    steps.reached("folders were made");
    file::replace(
        &plan.target,
        &composed.after,
        before,
        composed.rights.privacy(),
        steps,
    )?;
    steps.reached("a file was written");
    Ok(())
}

/// Puts the file back if it has what was just written, and takes the folders away that were made for it.
fn put_back(
    plan: &ToolPlan,
    before: Option<&Snapshot>,
    composed: &Composed,
    record: &Record,
) -> Result<(), MachineError> {
    put_file_back(plan, before, composed)?;
    for folder in record.made_folders.iter().rev() {
        // One with something in it is no longer only ours.
        let _ = std::fs::remove_dir(folder);
    }
    Ok(())
}

fn put_file_back(
    plan: &ToolPlan,
    before: Option<&Snapshot>,
    composed: &Composed,
) -> Result<(), MachineError> {
    let now = match file::read(&plan.target) {
        Ok(Some(now)) if *now.bytes == *composed.after => now,
        // It was not written yet, or somebody put something else there.
        Ok(_) | Err(MachineError::NotAFile { .. }) => return Ok(()),
        Err(error) => return Err(error),
    };
    match before {
        Some(before) => file::replace(
            &plan.target,
            &before.bytes,
            Some(&now),
            Privacy::of_mode(before.mode()),
            &(),
        ),
        None => file::remove(&plan.target, &now),
    }
}
