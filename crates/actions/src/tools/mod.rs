//! Tools that use keys: those whose settings are written by this program, and those that the user is led through.

mod guide;
mod link;
mod list;
mod obstacle;
mod plan;

pub use guide::{copy_import_link, tool_guide, tool_page};
pub use list::list_tools;
pub(crate) use obstacle::{obstacle, obstacle_kind};
pub use plan::plan_tool;

use crate::failure::Failure;
use crate::wire::{BaseUrlsView, HostView, KeyRef, ToolId, ToolWay};
use crate::world::World;

/// The model that tools for writing programs are given unless another is wanted.
const USUAL_MODEL: &str = "qwen3-coder-plus";

/// Its name, the same in every language.
pub(crate) fn name(tool: ToolId) -> &'static str {
    match written(tool) {
        Some(tool) => tool.name(),
        None => match tool {
            ToolId::Chatbox => "Chatbox",
            ToolId::CherryStudio => "Cherry Studio",
            ToolId::Dify => "Dify",
            ToolId::Cursor => "Cursor",
            _ => "Cline",
        },
    }
}

/// A tool whose settings are written; none for one that the user is led through.
fn written(tool: ToolId) -> Option<machine::ToolId> {
    match tool {
        ToolId::ClaudeCode => Some(machine::ToolId::ClaudeCode),
        ToolId::QwenCode => Some(machine::ToolId::QwenCode),
        ToolId::Codex => Some(machine::ToolId::Codex),
        ToolId::OpenCode => Some(machine::ToolId::OpenCode),
        ToolId::OpenClaw => Some(machine::ToolId::OpenClaw),
        ToolId::ClineCli => Some(machine::ToolId::ClineCli),
        ToolId::Chatbox
        | ToolId::CherryStudio
        | ToolId::Dify
        | ToolId::Cursor
        | ToolId::ClineExtension => None,
    }
}

/// A tool, as the window names it.
pub(crate) fn wire_id(tool: machine::ToolId) -> ToolId {
    match tool {
        machine::ToolId::ClaudeCode => ToolId::ClaudeCode,
        machine::ToolId::QwenCode => ToolId::QwenCode,
        machine::ToolId::Codex => ToolId::Codex,
        machine::ToolId::OpenCode => ToolId::OpenCode,
        machine::ToolId::OpenClaw => ToolId::OpenClaw,
        machine::ToolId::ClineCli => ToolId::ClineCli,
    }
}

fn wire_way(way: machine::ToolWay) -> ToolWay {
    match way {
        machine::ToolWay::Helper => ToolWay::Helper,
        machine::ToolWay::Environment => ToolWay::Environment,
        machine::ToolWay::Value => ToolWay::Value,
    }
}

/// The addresses of one of the key's own hosts: host and key are a pair.
async fn urls(
    world: &std::sync::Arc<World>,
    key: &KeyRef,
    origin: &str,
) -> Result<BaseUrlsView, Failure> {
    let hosts = world.hosts_of(key).await?;
    let is_wanted = |host: &HostView| host.origin == origin;
    let host = hosts.into_iter().find(is_wanted);
    Ok(host.ok_or(Failure::HostUnknown)?.base_urls)
}
