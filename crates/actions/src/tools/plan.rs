//! The preview: what would be written into a tool's settings, before anything is.

use std::sync::Arc;

use machine::{KeyName, Protocol, Rival, ToolPlan, ToolWish};
use model_studio::key::mask;
use secrecy::ExposeSecret;
use vault::SecretsState;

use super::{USUAL_MODEL, name, obstacle, urls, wire_id, wire_way, written};
use crate::failure::Failure;
use crate::variables::plan;
use crate::wire::{KeyRef, PlanToolRequest, ToolPlanView, ToolSourceView, ToolWay};
use crate::world::{KnownPlan, PlanOf, World, blocking, fresh_name};

/// Reads a tool's settings and says what would be written. Writes nothing.
///
/// # Errors
/// [`Failure::ToolNotWritten`], [`Failure::HostUnknown`] for an origin that is none of the key's, [`Failure::ToolProtocolMissing`],
/// [`Failure::ToolWayUnavailable`], [`Failure::SecretMissing`], what the keyring says, or what is wrong with the file.
pub async fn plan_tool(
    world: &Arc<World>,
    request: PlanToolRequest,
) -> Result<ToolPlanView, Failure> {
    let named = || name(request.tool).to_owned();
    let tool = written(request.tool).ok_or_else(|| Failure::ToolNotWritten { tool: named() })?;
    let urls = urls(world, &request.key, &request.origin).await?;
    let base_url = match tool.protocol() {
        Protocol::Anthropic => urls.anthropic,
        Protocol::OpenAi => urls.openai,
    };
    if base_url.is_empty() {
        return Err(Failure::ToolProtocolMissing {
            tool: named(),
            origin: request.origin,
        });
    }
    let value = world.value(&request.key).await?;
    let surroundings = Arc::clone(&world.surroundings);
    let known = blocking(move || machine::tools(&surroundings)).await??;
    let known = known.into_iter().find(|one| one.id == tool);
    let can_print = can_print(world, &request.key);
    let ways = known.iter().flat_map(|one| &one.ways).copied();
    let mut ways = ways.filter(|way| can_print || *way != machine::ToolWay::Helper);
    let way = match request.way {
        Some(wanted) => ways.find(|way| wire_way(*way) == wanted),
        None => ways.next(),
    };
    let way = way.ok_or_else(|| Failure::ToolWayUnavailable { tool: named() })?;
    let set = known.as_ref().and_then(|one| one.used.as_ref());
    let model = request
        .model
        .filter(|model| !model.trim().is_empty())
        .or_else(|| set.map(|used| used.what.model.clone()));
    let wish = ToolWish {
        tool,
        way: Some(way),
        key: KeyName {
            region: request.key.region.clone(),
            api_key_id: request.key.api_key_id.clone(),
        },
        // EXPOSE: for its masked form.
        masked: mask(value.expose_secret()),
        base_url,
        model: model.unwrap_or_else(|| USUAL_MODEL.to_owned()),
    };
    let surroundings = Arc::clone(&world.surroundings);
    let plan = blocking(move || machine::plan_tool(&surroundings, &wish, &value)).await??;
    let id = fresh_name();
    let view = view(&id, &plan);
    world.plans.remember(KnownPlan {
        id,
        key: request.key,
        plan: PlanOf::Tool(plan),
    });
    Ok(view)
}

/// Whether the keyring, which the program that prints keys asks, has this one.
fn can_print(world: &World, key: &KeyRef) -> bool {
    world.secrets.state() == SecretsState::Available && world.in_memory.get(key).is_none()
}

fn view(id: &str, plan: &ToolPlan) -> ToolPlanView {
    let what = &plan.what;
    let way: ToolWay = wire_way(what.way);
    ToolPlanView {
        plan_id: id.to_owned(),
        tool: wire_id(what.tool),
        way,
        masked: plan.masked.clone(),
        base_url: what.base_url.clone(),
        model: what.model.clone(),
        writes: plan.writes.iter().map(plan::view::write).collect(),
        overridden_by: plan.rivals.iter().map(source).collect(),
        obstacle: plan
            .obstacle
            .zip(plan.writes.first())
            .map(|(found, write)| obstacle(&write.path, found)),
    }
}

fn source(rival: &Rival) -> ToolSourceView {
    ToolSourceView {
        place: rival.place.clone(),
        setting: rival.setting.clone(),
        masked: rival.masked.clone(),
    }
}
