//! Tools that are set up in their own window: what goes into which of their fields, and the link that some take instead.

use std::sync::Arc;

use super::{USUAL_MODEL, link, name, urls};
use crate::clipboard;
use crate::failure::Failure;
use crate::preferences;
use crate::wire::{
    BaseUrlsView, CopiedView, GuideFieldView, ToolGuideRequest, ToolGuideView, ToolId,
};
use crate::world::World;

/// What the user is told, in the tool's own words.
///
/// # Errors
/// [`Failure::ToolNotGuided`], [`Failure::HostUnknown`], [`Failure::ToolProtocolMissing`].
pub async fn tool_guide(
    world: &Arc<World>,
    request: &ToolGuideRequest,
) -> Result<ToolGuideView, Failure> {
    let urls = urls_for(world, request).await?;
    let fields = fields(request, &urls).ok_or_else(|| not_guided(request.tool))?;
    let page = tool_page(request.tool)?;
    Ok(ToolGuideView {
        tool: request.tool,
        fields,
        import_link: link::is_taken_by(request.tool),
        page: page.to_owned(),
    })
}

/// The page that says how to get to the settings of a tool: of the tool's own or of the platform's documentation.
///
/// # Errors
/// [`Failure::ToolNotGuided`].
pub fn tool_page(tool: ToolId) -> Result<&'static str, Failure> {
    Ok(match tool {
        ToolId::Chatbox => "https://help.aliyun.com/zh/model-studio/chatbox",
        ToolId::CherryStudio => "https://docs.cherry-ai.com/en-us/pre-basic/settings/providers",
        ToolId::Dify => "https://docs.dify.ai",
        ToolId::Cursor => "https://help.aliyun.com/zh/model-studio/cursor",
        ToolId::ClineExtension => "https://docs.cline.bot/provider-config/openai-compatible",
        ToolId::ClaudeCode
        | ToolId::QwenCode
        | ToolId::Codex
        | ToolId::OpenCode
        | ToolId::OpenClaw
        | ToolId::ClineCli => return Err(not_guided(tool)),
    })
}

/// Copies the link that brings host, key and model into a tool at once. It carries the key in clear, so it leaves the
/// clipboard as a key does.
///
/// # Errors
/// As [`tool_guide()`]; [`Failure::SecretMissing`], what the keyring says, [`Failure::ClipboardUnavailable`].
pub async fn copy_import_link(
    world: &Arc<World>,
    request: &ToolGuideRequest,
) -> Result<CopiedView, Failure> {
    let urls = urls_for(world, request).await?;
    let value = world.value(&request.key).await?;
    let link = link::to(request.tool, &urls.openai, &model(request), &value)
        .ok_or_else(|| not_guided(request.tool))?;
    let clears_in_seconds = world.catalog(preferences::read).await?.clipboard_seconds;
    clipboard::put(world, link, clears_in_seconds).await?;
    Ok(CopiedView { clears_in_seconds })
}

async fn urls_for(world: &Arc<World>, request: &ToolGuideRequest) -> Result<BaseUrlsView, Failure> {
    let urls = urls(world, &request.key, &request.origin).await?;
    if urls.openai.is_empty() {
        return Err(Failure::ToolProtocolMissing {
            tool: name(request.tool).to_owned(),
            origin: request.origin.clone(),
        });
    }
    Ok(urls)
}

fn not_guided(tool: ToolId) -> Failure {
    Failure::ToolNotGuided {
        tool: name(tool).to_owned(),
    }
}

fn model(request: &ToolGuideRequest) -> String {
    let wanted = request
        .model
        .clone()
        .filter(|model| !model.trim().is_empty());
    wanted.unwrap_or_else(|| USUAL_MODEL.to_owned())
}

/// The fields in the tool's order and by its names; none for a tool that is written.
fn fields(request: &ToolGuideRequest, urls: &BaseUrlsView) -> Option<Vec<GuideFieldView>> {
    let base_url = urls.openai.as_str();
    let model = model(request);
    Some(match request.tool {
        ToolId::Chatbox => {
            let (host, path) = link::host_and_path(base_url);
            vec![
                text("API Mode", "OpenAI API Compatible"),
                key("API Key"),
                text("API Host", &host),
                text("API Path", &path),
                text("Model ID", &model),
            ]
        }
        ToolId::CherryStudio => {
            vec![
                text("Provider Type", "OpenAI"),
                key("API Key"),
                text("API Host", &link::without_version(base_url)),
                text("Model ID", &model),
            ]
        }
        ToolId::Dify => {
            vec![
                text("Model Name", &model),
                key("API Key"),
                text("API endpoint URL", base_url),
            ]
        }
        ToolId::Cursor => {
            vec![
                key("OpenAI API Key"),
                text("Override OpenAI Base URL", base_url),
                text("Add Custom Model", &model),
            ]
        }
        ToolId::ClineExtension => {
            vec![
                text("API Provider", "OpenAI Compatible"),
                text("Base URL", base_url),
                key("OpenAI Compatible API Key"),
                text("Model ID", &model),
            ]
        }
        ToolId::ClaudeCode
        | ToolId::QwenCode
        | ToolId::Codex
        | ToolId::OpenCode
        | ToolId::OpenClaw
        | ToolId::ClineCli => return None,
    })
}

fn text(label: &str, value: &str) -> GuideFieldView {
    GuideFieldView::Text {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn key(label: &str) -> GuideFieldView {
    GuideFieldView::Key {
        label: label.to_owned(),
    }
}
