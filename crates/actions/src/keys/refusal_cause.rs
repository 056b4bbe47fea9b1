//! Why a key was refused, as far as it can be known without asking anybody but the service's own list.

use std::sync::Arc;

use model_studio::data::DataError;
use model_studio::data::probe::{AskedHost, Cause, KnownKey, Listing, RefusalKind, explain};
use model_studio::key::KeySecret;
use model_studio::region::Plan;

use crate::failure::{Failure, RefusalCauseView, about_key};
use crate::keys::plan;
use crate::pasted::is_shown_by;
use crate::typed;
use crate::wire::{KeyRef, PlanView};
use crate::world::World;

/// Why this host refused a key with a 401.
pub(crate) async fn of(
    world: &Arc<World>,
    key: &KeyRef,
    value: &KeySecret,
    origin: &str,
    error: &DataError,
) -> RefusalCauseView {
    let Some(refusal) = RefusalKind::of(error).filter(|_| is_unauthorized(error)) else {
        return RefusalCauseView::Unknown;
    };
    let known = KnownKey {
        plan: plan_of(world, key).await,
        listing: listing(world, key, value).await,
        ..KnownKey::default()
    };
    view(explain(
        value.kind(),
        AskedHost::of(origin),
        refusal,
        &known,
    ))
}

fn is_unauthorized(error: &DataError) -> bool {
    matches!(
        error,
        DataError::Refused {
            http_status: 401,
            ..
        }
    )
}

/// What the service's list says of it; a pasted key without an entry is in none.
async fn listing(world: &Arc<World>, key: &KeyRef, value: &KeySecret) -> Listing {
    let Ok(id) = typed::listed_id(key) else {
        return Listing::NotAsked;
    };
    let Ok(connection) = world.connection(&key.region).await else {
        return Listing::NotAsked;
    };
    let found = connection.control.get_api_key(id).await;
    match found.map_err(|error| about_key(error, key)) {
        Ok(found) if found.disabled => Listing::Disabled,
        Ok(found) if is_shown_by(value, &found.api_key_value) => Listing::Enabled,
        // A form that shows too little of a value tells nothing.
        Ok(found) if is_telling(&found.api_key_value) => Listing::Replaced,
        Ok(_) => Listing::NotAsked,
        Err(Failure::KeyNotFound { .. }) => Listing::Missing,
        Err(_unanswered) => Listing::NotAsked,
    }
}

fn is_telling(masked: &str) -> bool {
    crate::pasted::is_same(masked, masked)
}

async fn plan_of(world: &Arc<World>, key: &KeyRef) -> Option<Plan> {
    let (region, id) = (key.region.clone(), typed::key_id(&key.api_key_id).ok()?);
    let record = world
        .catalog(move |catalog| catalog.key(&region, id))
        .await
        .ok()??;
    match plan::of_record(&record) {
        PlanView::Coding => Some(Plan::Coding),
        PlanView::Token => Some(Plan::Token),
        PlanView::PayAsYouGo | PlanView::CodingOrToken => None,
    }
}

/// A cause as the window shows it.
pub(crate) fn view(cause: Cause) -> RefusalCauseView {
    match cause {
        Cause::WrongPlan => RefusalCauseView::WrongPlan,
        Cause::WrongRegion { region } => RefusalCauseView::WrongRegion {
            region: region.as_str().to_owned(),
        },
        Cause::Disabled => RefusalCauseView::Disabled,
        Cause::Deleted => RefusalCauseView::Deleted,
        Cause::Replaced => RefusalCauseView::Replaced,
        Cause::NotYetKnown => RefusalCauseView::NotYetKnown,
        Cause::NotLoaded
        | Cause::AddressNotAllowed
        | Cause::WrongWorkspace
        | Cause::NotTheKey
        | Cause::Unknown => RefusalCauseView::Unknown,
    }
}
