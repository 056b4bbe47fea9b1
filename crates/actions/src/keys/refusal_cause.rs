//! Why a key was refused, as far as it can be known without asking anybody but the service's own list.

use std::sync::Arc;

use model_studio::control::wire::ApiKey;
use model_studio::data::DataError;
use model_studio::data::probe::{AskedHost, Cause, KnownKey, Listing, RefusalKind, explain};
use model_studio::key::KeySecret;
use model_studio::region::Plan;

use crate::failure::{Failure, RefusalCauseView, about_key};
use crate::keys::plan;
use crate::pasted::is_shown_by;
use crate::places::origin;
use crate::typed;
use crate::wire::{KeyRef, PlanView};
use crate::world::World;

/// Why this host refused a key. Whether a program had a value at all is never the question here, where one was sent: the doctor
/// tells it.
pub(crate) async fn of(
    world: &Arc<World>,
    key: &KeyRef,
    value: &KeySecret,
    origin: &str,
    error: &DataError,
) -> RefusalCauseView {
    let Some(refusal) = RefusalKind::of(error).filter(|kind| is_about_key(*kind, error)) else {
        return RefusalCauseView::Unknown;
    };
    let (listing, entry) = listing(world, key, value).await;
    let known = KnownKey {
        plan: plan_of(world, key).await,
        listing,
        workspace_fits: entry
            .as_ref()
            .and_then(|entry| workspace_fits(key, entry, origin)),
        loaded: Some(true),
        ..KnownKey::default()
    };
    let asked = AskedHost::of(origin);
    let workspace = entry.map_or_else(String::new, |entry| entry.workspace_name);
    view(explain(value.kind(), asked, refusal, &known), workspace)
}

/// Other refusals than a 401 are about a right, but for those that name the workspace.
fn is_about_key(kind: RefusalKind, error: &DataError) -> bool {
    let names_workspace = matches!(
        kind,
        RefusalKind::NotAMember
            | RefusalKind::WorkspaceDenied
            | RefusalKind::EndpointDenied
            | RefusalKind::WorkspaceUnknown
    );
    let is_unauthorized = matches!(
        error,
        DataError::Refused {
            http_status: 401,
            ..
        }
    );
    names_workspace || is_unauthorized
}

/// What the service's list says of it, and its entry; a pasted key without an entry is in none.
async fn listing(world: &Arc<World>, key: &KeyRef, value: &KeySecret) -> (Listing, Option<ApiKey>) {
    let Ok(id) = typed::listed_id(key) else {
        return (Listing::NotAsked, None);
    };
    let Ok(connection) = world.connection(&key.region).await else {
        return (Listing::NotAsked, None);
    };
    let found = connection.control.get_api_key(id).await;
    match found.map_err(|error| about_key(error, key)) {
        Ok(found) => (of_entry(&found, value), Some(found)),
        Err(Failure::KeyNotFound { .. }) => (Listing::Missing, None),
        Err(_unanswered) => (Listing::NotAsked, None),
    }
}

fn of_entry(found: &ApiKey, value: &KeySecret) -> Listing {
    if found.disabled {
        Listing::Disabled
    } else if is_shown_by(value, &found.api_key_value) {
        Listing::Enabled
    } else if is_telling(&found.api_key_value) {
        Listing::Replaced
    } else {
        // A form that shows too little of a value tells nothing.
        Listing::NotAsked
    }
}

/// Whether the host is that of the key's workspace, where it is one of a workspace at all.
fn workspace_fits(key: &KeyRef, entry: &ApiKey, origin: &str) -> Option<bool> {
    let AskedHost::Workspace(_) = AskedHost::of(origin) else {
        return None;
    };
    let host = typed::region(&key.region)
        .ok()?
        .workspace_host_of(&entry.workspace_id)?;
    Some(origin::of_host(&host)? == origin)
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

/// A cause as the window shows it, with the name of the key's workspace where it is known.
pub(crate) fn view(cause: Cause, workspace: String) -> RefusalCauseView {
    match cause {
        Cause::WrongPlan => RefusalCauseView::WrongPlan,
        Cause::WrongRegion { region } => RefusalCauseView::WrongRegion {
            region: region.as_str().to_owned(),
        },
        Cause::Disabled => RefusalCauseView::Disabled,
        Cause::Deleted => RefusalCauseView::Deleted,
        Cause::Replaced => RefusalCauseView::Replaced,
        Cause::WrongWorkspace => RefusalCauseView::WrongWorkspace { workspace },
        Cause::NotYetKnown => RefusalCauseView::NotYetKnown,
        Cause::NotLoaded | Cause::AddressNotAllowed | Cause::NotTheKey | Cause::Unknown => {
            RefusalCauseView::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_fits_the_workspace_that_it_is_of() {
        let key = KeyRef {
            region: "cn-beijing@a7f3c2".to_owned(),
            api_key_id: "7".to_owned(),
        };
        let entry: ApiKey =
            serde_json::from_value(serde_json::json!({ "apiKeyId": 7, "workspaceId": "ws-one" }))
                .unwrap();
        let region = typed::region(&key.region).unwrap();
        let at = |workspace: &str| {
            let host = region.workspace_host_of(workspace).unwrap();
            workspace_fits(&key, &entry, &origin::of_host(&host).unwrap())
        };
        assert_eq!(at("ws-one"), Some(true));
        assert_eq!(at("ws-two"), Some(false));
        let shared = origin::of_host(region.shared_host.unwrap()).unwrap();
        assert_eq!(workspace_fits(&key, &entry, &shared), None);
    }
}
