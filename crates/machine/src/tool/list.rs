//! Which tools are on this computer, and what they are set to. Looks, and writes nothing.

use std::path::PathBuf;

use super::compose::{done, refused};
use super::document::{Format, Obstacle, obstacle};
use super::layer::is_whole;
use super::plan::ways;
use super::{ToolId, ToolUse, ToolWay, written};
use crate::change::seen;
use crate::journal::{self, Record, Stage};
use crate::{Change, ChangeState, MachineError, Surroundings, file};

/// A tool, as it is here.
#[derive(Debug)]
pub struct Tool {
    /// Which.
    pub id: ToolId,
    /// Where its program is; none if it was not found.
    pub program: Option<PathBuf>,
    /// The file of its settings, which may not exist.
    pub settings: PathBuf,
    /// How it can be given a key here, the best first.
    pub ways: Vec<ToolWay>,
    /// It could run a program that prints keys, and there is none that stays where it is.
    pub lacks_printer: bool,
    /// The variable that it reads, for [`ToolWay::Environment`].
    pub variable: Option<&'static str>,
    /// What this program set it to.
    pub used: Option<UsedTool>,
    /// Its settings cannot be written as they are now.
    pub problem: Option<MachineError>,
}

/// What a tool was set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedTool {
    /// The change that did it.
    pub change: Change,
    /// To what.
    pub what: ToolUse,
    /// Its settings are no longer what was written.
    pub changed_since: bool,
    /// What keeps the tool from reading its settings as they are now.
    pub obstacle: Option<Obstacle>,
}

/// Every tool whose settings can be written, installed or not.
///
/// # Errors
/// What is wrong with the journal.
pub fn tools(surroundings: &Surroundings) -> Result<Vec<Tool>, MachineError> {
    let records = journal::read_all(surroundings)?;
    Ok(ToolId::ALL
        .into_iter()
        .map(|id| tool(surroundings, &records, id))
        .collect())
}

fn tool(surroundings: &Surroundings, records: &[Record], id: ToolId) -> Tool {
    let tool = written::of(id);
    let settings = tool.settings_file(surroundings);
    let read = read(&settings, tool.format());
    let used = latest(records, id).map(|(record, what)| UsedTool {
        change: seen(record, records),
        what: what.clone(),
        changed_since: done(record).is_none_or(|done| {
            let now = match &read {
                // Where the tool keeps its settings may have changed since.
                Ok(Some(bytes)) if done.path == &settings => bytes,
                _ => return true,
            };
            !is_whole(done.format, now, done.settings).unwrap_or(false)
        }),
        obstacle: match &read {
            Ok(Some(bytes)) => obstacle(tool.reads(), bytes),
            _ => None,
        },
    });
    let program = surroundings.program(tool.program_name()).or_else(|| {
        tool.usual_programs(surroundings)
            .into_iter()
            .find(|path| file::is_program(path))
    });
    Tool {
        id,
        program,
        ways: ways(surroundings, id),
        lacks_printer: surroundings.key_printer.is_none() && tool.ways().contains(&ToolWay::Helper),
        variable: tool.variable(),
        used,
        problem: read.err(),
        settings,
    }
}

/// The change that is in effect, or was interrupted.
fn latest(records: &[Record], id: ToolId) -> Option<(&Record, &ToolUse)> {
    records
        .iter()
        .rev()
        .filter(|record| record.stage != Stage::Undone)
        .find_map(|record| {
            let what = record.tool.as_ref().filter(|what| what.tool == id)?;
            let is_in_effect = !matches!(seen(record, records).state, ChangeState::Replaced);
            is_in_effect.then_some((record, what))
        })
}

/// The settings; refused as a plan would refuse them.
fn read(
    path: &std::path::Path,
    format: Format,
) -> Result<Option<secrecy::zeroize::Zeroizing<Vec<u8>>>, MachineError> {
    let resolved = file::resolve(path)?;
    let Some(snapshot) = file::read(&resolved.target)? else {
        return Ok(None);
    };
    snapshot.check_replaceable(&resolved.target)?;
    format
        .check(&snapshot.bytes)
        .map_err(|flaw| refused(path, flaw))?;
    Ok(Some(snapshot.bytes))
}
