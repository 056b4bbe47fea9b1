//! Keeping a pasted key, and letting go of one.

use std::sync::Arc;

use model_studio::control::wire::ApiKey;
use model_studio::data::probe::AskedHost;
use vault::{Catalog, KeyOrigin, KeyRecord};

use crate::failure::Failure;
use crate::keys::known_here::known_here;
use crate::keys::list;
use crate::keys::plan;
use crate::keys::seen::Seen;
use crate::pasted::{is_same, is_shown_by};
use crate::places::origin;
use crate::places::place::Place;
use crate::typed;
use crate::wire::{KeepPastedRequest, KeyRef, KeyView, PastedKindView, PlanView};
use crate::world::{PastedKey, World};

/// Keeps a pasted key in the keyring: under the entry of the list that it is, if the user chose one or exactly one has its masked
/// form, else under an id of this program's own until its entry is seen.
///
/// # Errors
/// [`Failure::PastedGone`], [`Failure::KeyNotListed`] for an entry that is not its own, [`Failure::KeptAlready`],
/// [`Failure::HostUnknown`] for a host that does not go with it, and what the keyring says: then it is still held.
pub async fn keep_pasted(
    world: &Arc<World>,
    request: &KeepPastedRequest,
) -> Result<KeyView, Failure> {
    // On a task of its own: closing the window's request must not leave a value in the keyring that has no row.
    let (world, request) = (Arc::clone(world), request.clone());
    let kept = tokio::spawn(async move { keep(&world, &request).await });
    kept.await.map_err(|_ended| Failure::Interrupted)?
}

async fn keep(world: &Arc<World>, request: &KeepPastedRequest) -> Result<KeyView, Failure> {
    let pasted = world.pasted.get(&request.id, world.now());
    let pasted = pasted.ok_or(Failure::PastedGone)?;
    let place: Place = request.region.parse()?;
    let description = typed::description(&request.description)?;
    let host = host(&pasted, &place, request.origin.as_deref())?;
    if place.account.is_some() && world.account_of(&request.region).await?.is_none() {
        return Err(Failure::AccountUnknown);
    }
    let entry = entry(world, &place, &pasted, request.api_key_id.as_deref()).await?;
    let _one_at_a_time = world.replacing.lock().await;
    let text = place.to_string();
    let known = world.catalog(move |catalog| catalog.keys(&text)).await?;
    let id = match &entry {
        Some(entry) => {
            not_kept_otherwise(&known, entry, &pasted)?;
            entry.api_key_id
        }
        None => unlisted_id(world, &place, &known, &pasted).await?,
    };
    let key = KeyRef {
        region: place.to_string(),
        api_key_id: id.to_string(),
    };
    world.put_value(&key, pasted.value.secret().clone()).await?;
    world.steps.reached("pasted value kept");
    let mut record = record(world, &key, id, entry.as_ref(), description);
    record.masked = pasted.value.masked();
    record.host = host;
    record.plan = plan::word(plan_of(&pasted, request.plan)).map(str::to_owned);
    world
        .catalog(move |catalog| catalog.remember_key(&record))
        .await?;
    world.pasted.forget(&pasted.id);
    match entry {
        Some(entry) => Ok(known_here(world, &key.region).await?.row(world, &entry)),
        None => list::one(world, &key).await,
    }
}

/// Wipes a pasted key that is not to be kept.
///
/// # Errors
/// None; one that is not held any more is wiped already.
pub async fn forget_pasted(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    world.pasted.sweep(world.now());
    world.pasted.forget(id);
    Ok(())
}

/// The host that it is to be used with, if it goes with a key of this kind.
fn host(
    pasted: &PastedKey,
    place: &Place,
    origin: Option<&str>,
) -> Result<Option<String>, Failure> {
    let is_here = *place == Place::THIS_COMPUTER;
    if is_here && pasted.kind != PastedKindView::ThisComputer {
        return Err(Failure::HostUnknown);
    }
    // This computer's server is not always at one address.
    let Some(origin) = origin::typed(origin)?.filter(|_| !is_here) else {
        return Ok(None);
    };
    let is_plans = matches!(AskedHost::of(&origin), AskedHost::Plan(_));
    if is_plans != (pasted.kind == PastedKindView::Plan) {
        return Err(Failure::HostUnknown);
    }
    Ok(Some(origin))
}

fn plan_of(pasted: &PastedKey, asked: PlanView) -> PlanView {
    match (pasted.kind, asked) {
        (PastedKindView::Plan, PlanView::PayAsYouGo) => PlanView::CodingOrToken,
        (PastedKindView::Plan, plan) => plan,
        _ => PlanView::PayAsYouGo,
    }
}

/// The entry of the list that it is.
async fn entry(
    world: &Arc<World>,
    place: &Place,
    pasted: &PastedKey,
    chosen: Option<&str>,
) -> Result<Option<ApiKey>, Failure> {
    // The keys of a plan are in no list, and a region without an account has none.
    let has_list = place.account.is_some() || *place == Place::THIS_COMPUTER;
    if !has_list || pasted.kind == PastedKindView::Plan {
        return match chosen {
            Some(_) => Err(Failure::KeyNotListed),
            None => Ok(None),
        };
    }
    let keys = match list::ask(world, place).await {
        Ok(seen) => seen.keys,
        // Kept all the same: its entry is found when the list is seen.
        Err(_unanswered) => {
            let place = place.clone();
            let seen = world
                .catalog(move |catalog: &Catalog| Seen::read(catalog, &place))
                .await?;
            seen.map(|seen| seen.keys).unwrap_or_default()
        }
    };
    let mut fitting = keys
        .into_iter()
        .filter(|key| is_shown_by(&pasted.value, &key.api_key_value));
    if let Some(chosen) = chosen {
        let id = typed::key_id(chosen)?;
        let entry = fitting.find(|key| key.api_key_id == id);
        return entry.map(Some).ok_or(Failure::KeyNotListed);
    }
    let first = fitting.next();
    Ok(first.filter(|_| fitting.next().is_none()))
}

/// Refuses where the value of the entry is kept already, and is another. One that was replaced at the service is dead, so
/// that it gives way.
fn not_kept_otherwise(
    known: &[KeyRecord],
    entry: &ApiKey,
    pasted: &PastedKey,
) -> Result<(), Failure> {
    let kept = known
        .iter()
        .find(|record| record.api_key_id == entry.api_key_id && record.kept_at.is_some());
    match kept {
        Some(kept)
            if kept.masked != pasted.value.masked()
                && is_same(&kept.masked, &entry.api_key_value) =>
        {
            Err(Failure::KeptAlready {
                api_key_id: entry.api_key_id.to_string(),
            })
        }
        _ => Ok(()),
    }
}

/// The id of a key without an entry: that under which it is kept already, or a new one.
async fn unlisted_id(
    world: &Arc<World>,
    place: &Place,
    known: &[KeyRecord],
    pasted: &PastedKey,
) -> Result<i64, Failure> {
    let masked = pasted.value.masked();
    let same = known
        .iter()
        .find(|record| record.api_key_id < 0 && record.masked == masked);
    match same {
        Some(same) => Ok(same.api_key_id),
        None => {
            let place = place.to_string();
            world
                .catalog(move |catalog| catalog.next_pasted_id(&place))
                .await
        }
    }
}

fn record(
    world: &World,
    key: &KeyRef,
    id: i64,
    entry: Option<&ApiKey>,
    description: String,
) -> KeyRecord {
    let now = world.now();
    let text = |of: fn(&ApiKey) -> &String| entry.map(of).cloned().unwrap_or_default();
    KeyRecord {
        region: key.region.clone(),
        api_key_id: id,
        description: entry.map_or(description, |entry| entry.description.clone()),
        masked: String::new(),
        workspace_id: text(|entry| &entry.workspace_id),
        workspace_name: text(|entry| &entry.workspace_name),
        created_by: text(|entry| &entry.created_by),
        gmt_create: entry.map_or(now, |entry| entry.gmt_create),
        kept_at: Some(now),
        host: None,
        plan: None,
        origin: KeyOrigin::Pasted,
    }
}
