//! What would be written, found out by reading alone.
//!
//! A plan names every file and line. It remembers what each file was, so that [`crate::apply()`] writes what was shown or
//! nothing at all. It holds no value and no line of anybody's.

mod edit;
mod shown;
mod source;
mod spelling;
mod start_up;

use std::collections::BTreeSet;
use std::path::PathBuf;

pub(crate) use edit::{Edit, EditKind};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use source::Source;

use crate::content::{Content, Settings};
use crate::destination::{Destination, destinations};
use crate::diff::{DiffLine, diff};
use crate::file;
use crate::follow::{self, holder};
use crate::journal::Record;
use crate::value_file::{self, Dialect, Found};
use crate::{
    Companion, DestinationId, ForeignLine, KeyName, MachineError, Method, Surroundings, Wish,
    block, journal, wish,
};

/// What would be written.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The variable.
    pub variable: String,
    /// The key that it would hold.
    pub key: KeyName,
    /// That key's masked value.
    pub masked: String,
    /// How programs would come by the value.
    pub method: Method,
    /// What would be set with it.
    pub companions: Vec<Companion>,
    /// Every place on this computer, ticked or not.
    pub destinations: Vec<PlannedDestination>,
    /// What would be done to each file; a file with a block and a commented line is there twice.
    pub writes: Vec<PlannedWrite>,
    /// Lines of others that set the same variable in the ticked places.
    pub foreign: Vec<ForeignLine>,
    pub(crate) edits: Vec<Edit>,
}

impl Plan {
    /// Every variable that is set, the key's first.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        let companions = self.companions.iter();
        std::iter::once(self.variable.as_str())
            .chain(companions.map(|companion| companion.name.as_str()))
    }

    /// What is set, the key's value being this.
    pub(crate) fn settings<'a>(&'a self, value: &'a SecretString) -> Settings<'a> {
        Settings {
            variable: &self.variable,
            key: &self.key,
            method: &self.method,
            companions: &self.companions,
            value,
        }
    }
}

/// A place to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDestination {
    /// Which.
    pub id: DestinationId,
    /// The start-up file, or our file in the folder that is read.
    pub path: PathBuf,
    /// In this plan.
    pub ticked: bool,
    /// It should be ticked when the user has not said anything.
    pub recommended: bool,
    /// It is the login shell.
    pub is_login_shell: bool,
    /// It holds the variable already, written by this program.
    pub already_set: bool,
    /// It runs a line that asks the keyring. Where it does not, it would hold the value in plain text.
    pub can_ask: bool,
}

/// A file that would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedWrite {
    /// For which place; bash and zsh share our file. None for the settings of a tool.
    pub destination: Option<DestinationId>,
    /// The file as the user knows it.
    pub path: PathBuf,
    /// Where its links lead, if it is one.
    pub link_target: Option<PathBuf>,
    /// What would be done.
    pub action: WriteAction,
    /// The file will hold the key in plain text.
    pub plaintext: bool,
    /// Others can read the file now; with the key in it only its owner may, until that is taken back.
    pub makes_private: bool,
    /// The lines around the change.
    pub lines: Vec<DiffLine>,
}

/// What would be done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WriteAction {
    /// A new file of our own.
    Create,
    /// A value in our own file.
    Update,
    /// Our marked block in somebody's file.
    AddBlock,
    /// Nothing: what is needed is there.
    Keep,
    /// A line of somebody's is commented out.
    CommentOut,
    /// Our paths in a tool's settings.
    Settings,
}

/// Finds out what would be written. Reads, asks shells to read, and writes nothing.
pub fn plan(
    surroundings: &Surroundings,
    wish: &Wish,
    value: &SecretString,
) -> Result<Plan, MachineError> {
    wish::check_variable(&wish.variable)?;
    wish::check_companions(&wish.variable, &wish.companions)?;
    wish::check_value(value)?;
    check_method(&wish.method)?;
    let records = journal::read_all(surroundings)?;
    let wish = &spelling::as_before(surroundings, &records, wish);
    let all = destinations(surroundings);
    let ticked = ticked(&all, wish)?;
    let mut plan = Plan {
        variable: wish.variable.clone(),
        key: wish.key.clone(),
        masked: wish.masked.clone(),
        method: wish.method.clone(),
        companions: wish.companions.clone(),
        destinations: places_of(surroundings, &all, &wish.variable, &ticked),
        writes: Vec::new(),
        foreign: Vec::new(),
        edits: Vec::new(),
    };
    for destination in all
        .iter()
        .filter(|destination| ticked.contains(&destination.id()))
    {
        add_value(
            surroundings,
            &records,
            &mut plan,
            destination.as_ref(),
            value,
        )?;
        add_agent(&mut plan, destination.as_ref())?;
        start_up::add(surroundings, &mut plan, destination.as_ref(), wish, value)?;
        let elsewhere: Vec<ForeignLine> = plan
            .variables()
            .filter_map(|variable| destination.machine_wide(surroundings, variable))
            .collect();
        plan.foreign.extend(elsewhere);
    }
    for id in &wish.comment_out {
        if !plan.foreign.iter().any(|line| line.id == *id) {
            return Err(MachineError::ForeignLineUnknown { id: id.clone() });
        }
    }
    Ok(plan)
}

/// A line that asks is written with the program's path in it, for shells that may stand anywhere.
fn check_method(method: &Method) -> Result<(), MachineError> {
    match method {
        Method::Keyring { program }
            if !program.is_absolute()
                || program
                    .to_str()
                    .is_none_or(|text| text.contains(char::is_control)) =>
        {
            Err(MachineError::PathUnsupported {
                path: program.clone(),
            })
        }
        Method::Keyring { .. } | Method::Value => Ok(()),
    }
}

/// Every place on this computer, the recommended ones ticked. Cannot fail, so that there is something to choose from
/// where a plan was refused for one place.
pub fn places(surroundings: &Surroundings, variable: &str) -> Vec<PlannedDestination> {
    let all = destinations(surroundings);
    let ticked = recommended(&all, &Method::Value);
    places_of(surroundings, &all, variable, &ticked)
}

/// Who chose the keyring chose it against plain text, so that a place which would hold it is not ticked by itself.
fn recommended(all: &[Box<dyn Destination>], method: &Method) -> BTreeSet<DestinationId> {
    all.iter()
        .filter(|destination| destination.is_recommended())
        .filter(|destination| *method == Method::Value || destination.dialect().can_ask())
        .map(|destination| destination.id())
        .collect()
}

fn ticked(
    all: &[Box<dyn Destination>],
    wish: &Wish,
) -> Result<BTreeSet<DestinationId>, MachineError> {
    let Some(wanted) = &wish.destinations else {
        return Ok(recommended(all, &wish.method));
    };
    for destination in all
        .iter()
        .filter(|destination| wanted.contains(&destination.id()))
    {
        if !destination.is_available() {
            let (destination, program) = (destination.id(), destination.program_name());
            return Err(MachineError::DestinationMissing {
                destination,
                program,
            });
        }
    }
    Ok(wanted.iter().copied().collect())
}

fn places_of(
    surroundings: &Surroundings,
    all: &[Box<dyn Destination>],
    variable: &str,
    ticked: &BTreeSet<DestinationId>,
) -> Vec<PlannedDestination> {
    let shown = |destination: &dyn Destination| PlannedDestination {
        id: destination.id(),
        path: destination.shown_path().to_owned(),
        ticked: ticked.contains(&destination.id()),
        recommended: destination.is_recommended(),
        is_login_shell: destination.is_login_shell(),
        already_set: is_set(surroundings, destination, variable),
        can_ask: destination.dialect().can_ask(),
    };
    all.iter()
        .map(AsRef::as_ref)
        .filter(|destination| destination.is_available())
        .map(shown)
        .collect()
}

/// Whether our file has the variable and the start-up file reads it. What cannot be read is not set.
fn is_set(surroundings: &Surroundings, destination: &dyn Destination, variable: &str) -> bool {
    let read = |path| {
        let source = Source::read_of(path, [variable]).ok()?;
        source.before
    };
    let Some(values) = read(destination.value_file()) else {
        return false;
    };
    let has_block =
        |path| read(path).is_some_and(|before| matches!(block::find(&before.bytes), Ok(Some(_))));
    let found = value_file::find(&values.bytes, destination.dialect(), variable);
    if destination.dialect() == Dialect::Registry {
        // Anybody can have put it there, in no other writing than ours.
        let records = journal::read_all(surroundings).unwrap_or_default();
        let file = destination.value_file();
        return found
            .ours()
            .is_some_and(|content| holder(&records, file, variable, &content.hash()).is_some());
    }
    matches!(found, Found::Value(_) | Found::Asked(_))
        && destination.start_up_file().is_none_or(has_block)
}

/// Adds the value file of a place, unless another place brought it already.
fn add_value(
    surroundings: &Surroundings,
    records: &[Record],
    plan: &mut Plan,
    destination: &dyn Destination,
    value: &SecretString,
) -> Result<(), MachineError> {
    let source = Source::read_of(destination.value_file(), plan.variables())?;
    if let Some(edit) = plan
        .edits
        .iter_mut()
        .find(|edit| edit.target == source.store.target)
    {
        edit.destinations.push(destination.id());
        return Ok(());
    }
    let dialect = destination.dialect();
    let known = plan
        .variables()
        .flat_map(|variable| {
            let hashes = follow::known(records, &source.store.target, variable);
            hashes.map(|hash| (variable.to_owned(), hash.to_owned()))
        })
        .collect();
    let edit = source.edit(destination.id(), EditKind::Value { dialect, known });
    // Composed to be compared; what is shown of it is masked line by line.
    let settings = plan.settings(value);
    let after = edit.compose(source.bytes(), settings)?;
    let has_key = settings
        .contents(dialect)
        .next()
        .is_some_and(|(_, content)| matches!(content, Content::Value(_)));
    let before = source.bytes().unwrap_or_default();
    let action = match source.bytes() {
        None => WriteAction::Create,
        Some(before) if before == after.as_slice() => WriteAction::Keep,
        Some(_) => WriteAction::Update,
    };
    if action != WriteAction::Keep {
        source.check_writable()?;
    }
    let lines = diff(before, &after, &|line| {
        let shown = &plan.companions;
        shown::show_value_line(surroundings, dialect, (&plan.variable, shown), line)
    });
    plan.writes.push(PlannedWrite {
        plaintext: has_key,
        ..source.write(destination.id(), action, lines)
    });
    plan.edits.push(edit);
    Ok(())
}

/// Adds the file that has the value file run, where a place needs one.
fn add_agent(plan: &mut Plan, destination: &dyn Destination) -> Result<(), MachineError> {
    let Some((path, text)) = destination.agent() else {
        return Ok(());
    };
    let source = Source::read(path)?;
    let action = match source.bytes() {
        None => WriteAction::Create,
        Some(before) if before == text.as_bytes() => WriteAction::Keep,
        Some(_) => WriteAction::Update,
    };
    if action != WriteAction::Keep {
        source.check_writable()?;
    }
    let before = source.bytes().unwrap_or_default();
    let lines = diff(before, text.as_bytes(), &|line| {
        String::from_utf8_lossy(line).into_owned()
    });
    plan.writes
        .push(source.write(destination.id(), action, lines));
    let value_target = file::resolve(destination.value_file())?.target;
    let kind = EditKind::Agent { text, value_target };
    plan.edits.push(source.edit(destination.id(), kind));
    Ok(())
}
