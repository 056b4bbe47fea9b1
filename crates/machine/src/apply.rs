//! Writes what a plan showed, or nothing.
//!
//! The journal is on disk before the first file is touched. Everything that can be refused is refused before that. If a
//! write fails in the middle, what was written is put back at once; if even that is interrupted, the journal says so and
//! [`crate::undo()`] finishes it.

use std::path::Path;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use crate::change::seen;
use crate::content::hash_of_value;
use crate::file::{Snapshot, Witness};
use crate::follow::holder;
use crate::journal::{self, Deed, Journal, Record, Stage};
use crate::plan::{Edit, EditKind};
use crate::registry::entry::{self, Entry};
use crate::store::Store;
use crate::value_file::Dialect;
use crate::{
    Change, ChangedFile, MachineError, Plan, Steps, Surroundings, block, follow, foreign, running,
    wish,
};

/// A file that is about to be written.
struct Prepared<'a> {
    edit: &'a Edit,
    store: Store,
    before: Option<Snapshot>,
    after: Zeroizing<Vec<u8>>,
}

impl Prepared<'_> {
    fn is_changed(&self) -> bool {
        self.before
            .as_ref()
            .is_none_or(|before| *before.bytes != *self.after)
    }

    /// Whether somebody, and no standing change of ours, put what is in a variable of the registry there. It goes back there
    /// at the end, even if one of ours said the same once.
    fn is_somebodys(&self, records: &[Record], entry: &Entry) -> bool {
        let (target, hash) = (&self.edit.target, hash_of_value(&entry.value));
        holder(records, target, &entry.variable, &hash).is_none()
    }

    /// What of it has to be copied before it is written over.
    fn to_copy(&self, records: &[Record]) -> Option<Zeroizing<Vec<u8>>> {
        let before = self.before.as_ref()?;
        match &self.edit.kind {
            EditKind::StartUp { .. } | EditKind::Agent { .. } => {
                let is_changed = self.is_changed();
                is_changed.then(|| Zeroizing::new(before.bytes.to_vec()))
            }
            // Never what one of ours put there: that is in the keyring, and would stay in plain text when all is undone.
            EditKind::Value {
                dialect: Dialect::Registry,
                ..
            } => {
                let mut theirs = entry::entries(&before.bytes);
                theirs.retain(|entry| self.is_somebodys(records, entry));
                (!theirs.is_empty()).then(|| entry::text(&theirs))
            }
            // What somebody wrote into a file of ours stays in it.
            EditKind::Value { .. } => None,
        }
    }
}

/// Does what the plan showed.
pub fn apply(
    surroundings: &Surroundings,
    plan: &Plan,
    value: &SecretString,
    steps: &dyn Steps,
) -> Result<Change, MachineError> {
    wish::check_value(value)?;
    if plan.edits.is_empty() {
        return Err(MachineError::NoDestination);
    }
    let journal = Journal::open(surroundings)?;
    let mut records = journal::read_all(surroundings)?;
    let prepared = prepare(surroundings, plan, value)?;
    let mut record = Record::begin(
        surroundings,
        &records,
        &plan.variable,
        &plan.key,
        &plan.masked,
    )?;
    record.method = plan.method.clone();
    record.companions = plan.companions.clone();
    record.deeds = deeds(plan, &prepared, value);
    for one in &prepared {
        for folder in one.store.missing_folders() {
            if !record.made_folders.contains(&folder) {
                record.made_folders.push(folder);
            }
        }
    }
    record.files = copies(surroundings, plan, &prepared, &records, &record.id)?;
    know_what_was_before(&mut record, &prepared, &records);
    steps.reached("copies were kept");
    journal.write(&record, steps)?;
    steps.reached("the journal was written");

    let written = write_all(&prepared, steps).and_then(|()| {
        record.stage = Stage::Active;
        journal.write(&record, steps)
    });
    if let Err(error) = written {
        match put_back(&prepared, &record) {
            Ok(()) => journal.forget(&record)?,
            // The change stays in the journal as unfinished, for undo to put back.
            Err(second) => {
                tracing::error!(error = %second, id = record.id, "a failed change could not be put back")
            }
        }
        return Err(error);
    }
    for place in follow::own_places(&record) {
        let content = record.content(place.dialect, &place.variable, value);
        running::tell(surroundings, &place, content.as_ref());
    }
    records.push(record);
    let last = &records[records.len() - 1];
    Ok(seen(last, &records))
}

/// Reads every file again, refuses what is not as it was, and composes what will be written.
fn prepare<'a>(
    surroundings: &Surroundings,
    plan: &'a Plan,
    value: &SecretString,
) -> Result<Vec<Prepared<'a>>, MachineError> {
    let mut prepared = Vec::new();
    for edit in &plan.edits {
        let store = Store::find(&edit.path)?;
        let before = store.read(plan.variables())?;
        if store.target != edit.target || Witness::of(before.as_ref()) != edit.witness {
            return Err(MachineError::FileChanged {
                path: edit.path.clone(),
            });
        }
        let bytes = before.as_ref().map(|snapshot| snapshot.bytes.as_slice());
        let after = edit.compose(bytes, plan.settings(value))?;
        let one = Prepared {
            edit,
            store,
            before,
            after,
        };
        if one.is_changed() {
            one.store.check_writable(one.before.as_ref())?;
            edit.check_after(surroundings, &one.after)?;
        }
        prepared.push(one);
    }
    Ok(prepared)
}

fn deeds(plan: &Plan, prepared: &[Prepared<'_>], value: &SecretString) -> Vec<Deed> {
    let mut deeds = Vec::new();
    for Prepared { edit, before, .. } in prepared {
        let (path, target) = (edit.path.clone(), edit.target.clone());
        match &edit.kind {
            EditKind::Value { dialect, .. } => {
                let contents = plan.settings(value).contents(*dialect);
                deeds.extend(contents.map(|(variable, content)| Deed::Value {
                    destinations: edit.destinations.clone(),
                    companion: (variable != plan.variable).then(|| variable.to_owned()),
                    path: path.clone(),
                    target: target.clone(),
                    dialect: *dialect,
                    hashes: vec![content.hash()],
                    before: None,
                }));
            }
            EditKind::Agent { text, value_target } => deeds.push(Deed::Agent {
                destination: edit.destinations[0],
                path,
                target,
                value_target: value_target.clone(),
                hash: foreign::line_hash(text.as_bytes()),
            }),
            EditKind::StartUp {
                source,
                value_target,
                comment_out,
                ..
            } => {
                let destination = edit.destinations[0];
                let bytes = before.as_ref().map_or(&[][..], |before| &before.bytes);
                for (line, span) in (1u32..)
                    .zip(block::lines(bytes))
                    .filter(|(number, _)| comment_out.contains(number))
                {
                    let hash = foreign::line_hash(&bytes[span]);
                    deeds.push(Deed::Comment {
                        destination,
                        path: path.clone(),
                        target: target.clone(),
                        line,
                        hash,
                    });
                }
                let (source, value_target) = (source.clone(), value_target.clone());
                deeds.push(Deed::Block {
                    destination,
                    path,
                    target,
                    value_target,
                    source,
                });
            }
        }
    }
    deeds
}

/// Copies what is about to be written over, and says of each file what will be done to it.
fn copies(
    surroundings: &Surroundings,
    plan: &Plan,
    prepared: &[Prepared<'_>],
    records: &[Record],
    id: &str,
) -> Result<Vec<ChangedFile>, MachineError> {
    let mut files: Vec<ChangedFile> = plan
        .writes
        .iter()
        .map(|write| ChangedFile {
            path: write.path.clone(),
            action: write.action,
            backup: None,
        })
        .collect();
    for one in prepared {
        if let Some(bytes) = one.to_copy(records) {
            let needed = |copy: &Path| journal::is_needed(records, copy);
            let copy = journal::keep_copy(surroundings, &one.edit.target, &bytes, id, &needed)?;
            for file in files.iter_mut().filter(|file| file.path == one.edit.path) {
                file.backup = Some(copy.clone());
            }
        }
    }
    Ok(files)
}

/// What somebody had in a variable of the registry goes back there at the end. It may be a secret, so the journal knows
/// only in which copy it is.
fn know_what_was_before(record: &mut Record, prepared: &[Prepared<'_>], records: &[Record]) {
    let own = record.variable.clone();
    for deed in &mut record.deeds {
        let Deed::Value {
            companion,
            path,
            dialect: Dialect::Registry,
            before,
            ..
        } = deed
        else {
            continue;
        };
        let variable = companion.as_deref().unwrap_or(&own);
        let is_somebodys = |one: &Prepared<'_>| {
            let before = one.before.as_ref();
            let entries = before.map(|before| entry::entries(&before.bytes));
            let entry = entries.as_deref().and_then(|all| entry::of(all, variable));
            one.edit.path == *path && entry.is_some_and(|entry| one.is_somebodys(records, entry))
        };
        if prepared.iter().any(is_somebodys) {
            let file = record.files.iter().find(|file| file.path == *path);
            *before = file.and_then(|file| file.backup.clone());
        }
    }
}

fn write_all(prepared: &[Prepared<'_>], steps: &dyn Steps) -> Result<(), MachineError> {
    for one in prepared.iter().filter(|one| one.is_changed()) {
        let (store, privacy) = (&one.store, one.edit.privacy());
        store.sweep();
        store.make_folders(privacy)?;
        steps.reached("folders were made");
        store.replace(&one.after, one.before.as_ref(), privacy, steps)?;
        steps.reached("a file was written");
    }
    Ok(())
}

/// Puts every file back that has what was just written. One that cannot be put back does not keep the others from it.
fn put_back(prepared: &[Prepared<'_>], record: &Record) -> Result<(), MachineError> {
    let mut first_failure = Ok(());
    for one in prepared.iter().rev().filter(|one| one.is_changed()) {
        let put_back = one
            .store
            .put_back(&one.after, one.before.as_ref(), one.edit.privacy());
        first_failure = first_failure.and(put_back);
    }
    for folder in record.made_folders.iter().rev() {
        // One with something in it is no longer only ours.
        let _ = std::fs::remove_dir(folder);
    }
    first_failure
}
