//! What would be written into a tool's settings, found out by reading alone.

use std::path::PathBuf;

use secrecy::SecretString;

use super::compose::{compose, done, top};
use super::document::{Obstacle, obstacle};
use super::preview::preview;
use super::rivals::{Rival, rivals};
use super::{ToolId, ToolUse, ToolWay, written};
use crate::file::{self, Witness};
use crate::journal;
use crate::{KeyName, MachineError, PlannedWrite, Surroundings, WriteAction, wish};

/// What the user wants.
#[derive(Debug, Clone)]
pub struct ToolWish {
    /// The tool.
    pub tool: ToolId,
    /// How it is to come by the key; none for the best that can be had.
    pub way: Option<ToolWay>,
    /// The key.
    pub key: KeyName,
    /// That key's masked value.
    pub masked: String,
    /// The base URL of the tool's protocol, at the host that goes with the key.
    pub base_url: String,
    /// The model.
    pub model: String,
}

/// What would be written.
#[derive(Debug, Clone)]
pub struct ToolPlan {
    /// What the tool would be set to.
    pub what: ToolUse,
    /// The key.
    pub key: KeyName,
    /// That key's masked value.
    pub masked: String,
    /// Every file that would be written.
    pub writes: Vec<PlannedWrite>,
    /// What wins over it.
    pub rivals: Vec<Rival>,
    /// What keeps the tool from reading its file, as that is now. It is not taken out, and nothing that is put in is one.
    pub obstacle: Option<Obstacle>,
    pub(super) path: PathBuf,
    pub(super) target: PathBuf,
    pub(super) witness: Witness,
}

/// Finds out what would be written. Reads, and writes nothing.
///
/// # Errors
/// [`MachineError::ToolWayUnavailable`], or what is wrong with the file.
pub fn plan_tool(
    surroundings: &Surroundings,
    wish: &ToolWish,
    value: &SecretString,
) -> Result<ToolPlan, MachineError> {
    wish::check_value(value)?;
    for text in [&wish.base_url, &wish.model] {
        wish::check_value(&SecretString::from(text.as_str()))?;
    }
    let tool = written::of(wish.tool);
    let what = ToolUse {
        tool: wish.tool,
        way: way(surroundings, wish)?,
        base_url: wish.base_url.clone(),
        model: wish.model.clone(),
        printer: None,
    };
    let what = ToolUse {
        printer: (what.way == ToolWay::Helper)
            .then(|| surroundings.key_printer.clone())
            .flatten(),
        ..what
    };
    let path = tool.settings_file(surroundings);
    let resolved = file::resolve(&path)?;
    let before = file::read(&resolved.target)?;
    let bytes = before.as_ref().map(|before| before.bytes.as_slice());
    let records = journal::read_all(surroundings)?;
    let settings = tool.settings(&what, &wish.key);
    let earlier = bytes
        .and_then(|bytes| top(&records, wish.tool, &resolved.target, bytes))
        .and_then(done);
    let composed = compose(
        &path,
        tool.format(),
        before.as_ref(),
        earlier,
        &settings,
        value,
    )?;
    let is_changed = composed.changes(bytes);
    let action = match bytes {
        None => WriteAction::Create,
        Some(_) if is_changed => WriteAction::Settings,
        Some(_) => WriteAction::Keep,
    };
    match &before {
        _ if !is_changed => {}
        Some(before) => before.check_replaceable(&resolved.target)?,
        None => file::check_can_make(&resolved.target)?,
    }
    let write = PlannedWrite {
        destination: None,
        link_target: resolved.is_link.then(|| resolved.target.clone()),
        action,
        plaintext: settings.iter().any(|setting| setting.content.has_key()),
        makes_private: composed.rights.makes_private(),
        lines: preview(
            surroundings,
            tool.format(),
            (bytes.unwrap_or_default(), &composed.after),
            &composed.owned,
            value,
        ),
        path: path.clone(),
    };
    Ok(ToolPlan {
        rivals: rivals(surroundings, &records, &what, &composed.after),
        obstacle: bytes.and_then(|bytes| obstacle(tool.reads(), bytes)),
        what,
        key: wish.key.clone(),
        masked: wish.masked.clone(),
        writes: vec![write],
        path,
        target: resolved.target,
        witness: Witness::of(before.as_ref()),
    })
}

/// The way that is wanted, or the best that can be had here.
fn way(surroundings: &Surroundings, wish: &ToolWish) -> Result<ToolWay, MachineError> {
    let can_be_had = ways(surroundings, wish.tool);
    let way = match wish.way {
        Some(way) => can_be_had.contains(&way).then_some(way),
        None => can_be_had.first().copied(),
    };
    way.ok_or(MachineError::ToolWayUnavailable { tool: wish.tool })
}

/// The ways of a tool that can be taken here, the best first. No helper without a program that prints keys.
pub(super) fn ways(surroundings: &Surroundings, tool: ToolId) -> Vec<ToolWay> {
    let has_printer = surroundings.key_printer.is_some();
    written::of(tool)
        .ways()
        .iter()
        .copied()
        .filter(|way| *way != ToolWay::Helper || has_printer)
        .collect()
}
