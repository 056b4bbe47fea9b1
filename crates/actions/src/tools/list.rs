//! Which tools are on this computer, and what they are set to.

use std::path::Path;
use std::sync::Arc;

use machine::{Change, ChangeState, GuidedTool, Tool, UsedTool};

use super::{name, obstacle, wire_id, wire_way};
use crate::failure::Failure;
use crate::wire::{KeyRef, ToolHandlingView, ToolId, ToolUseView, ToolView, ToolWay, ToolWayView};
use crate::world::{World, blocking};

/// Those that the user is led through.
const GUIDED: [ToolId; 5] = [
    ToolId::Chatbox,
    ToolId::CherryStudio,
    ToolId::Cursor,
    ToolId::ClineExtension,
    ToolId::Dify,
];

/// Every tool, installed or not. Looks, and writes nothing.
///
/// # Errors
/// What is wrong with the journal.
pub async fn list_tools(world: &Arc<World>) -> Result<Vec<ToolView>, Failure> {
    let surroundings = Arc::clone(&world.surroundings);
    blocking(move || {
        let changes = machine::changes(&surroundings)?;
        let written = machine::tools(&surroundings)?;
        let mut all: Vec<ToolView> = written
            .into_iter()
            .map(|tool| view(tool, &changes))
            .collect();
        for id in GUIDED {
            let found = guided(id).and_then(|tool| machine::find_guided(&surroundings, tool));
            all.push(ToolView {
                id,
                name: name(id).to_owned(),
                handling: ToolHandlingView::Guided,
                program: found.map(|path| path.display().to_string()),
                settings: None,
                ways: Vec::new(),
                lacks_printer: false,
                used: None,
                problem: None,
            });
        }
        Ok(all)
    })
    .await?
}

/// What is looked for; none for what runs somewhere else.
fn guided(tool: ToolId) -> Option<GuidedTool> {
    match tool {
        ToolId::Chatbox => Some(GuidedTool::Chatbox),
        ToolId::CherryStudio => Some(GuidedTool::CherryStudio),
        ToolId::Cursor => Some(GuidedTool::Cursor),
        ToolId::ClineExtension => Some(GuidedTool::ClineExtension),
        _ => None,
    }
}

fn view(tool: Tool, changes: &[Change]) -> ToolView {
    let id = wire_id(tool.id);
    let key_in = |variable: &str| {
        changes
            .iter()
            .find(|change| change.state == ChangeState::Active && change.variable == variable)
            .map(key_of)
    };
    let way = |way: &machine::ToolWay| {
        let way = wire_way(*way);
        let variable = tool.variable.filter(|_| way == ToolWay::Environment);
        ToolWayView {
            way,
            variable: variable.map(str::to_owned),
            variable_key: variable.and_then(key_in),
        }
    };
    ToolView {
        id,
        name: name(id).to_owned(),
        handling: ToolHandlingView::Written,
        program: tool.program.map(|path| path.display().to_string()),
        settings: Some(tool.settings.display().to_string()),
        ways: tool.ways.iter().map(way).collect(),
        lacks_printer: tool.lacks_printer,
        used: tool.used.map(|one| used(one, &tool.settings)),
        problem: tool.problem.map(Failure::from),
    }
}

fn used(used: UsedTool, settings: &Path) -> ToolUseView {
    ToolUseView {
        key: key_of(&used.change),
        change_id: used.change.id,
        masked: used.change.masked,
        way: wire_way(used.what.way),
        base_url: used.what.base_url,
        model: used.what.model,
        changed_since: used.changed_since,
        obstacle: used.obstacle.map(|found| obstacle(settings, found)),
    }
}

fn key_of(change: &Change) -> KeyRef {
    KeyRef {
        region: change.key.region.clone(),
        api_key_id: change.key.api_key_id.clone(),
    }
}
