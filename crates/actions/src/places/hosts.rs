//! Where a key can be used: This computer, the address that the user set, its workspace's own host, the host that all
//! workspaces of the region share, or its plan's. Which of them a key is used with is the user's choice, kept with the key.
//! Nobody is asked here.

use model_studio::data::probe::AskedHost;
use model_studio::region::{self, PLAN_HOSTS, Plan};
use vault::KeyRecord;

use crate::keys::plan;
use crate::places::origin;
use crate::places::place::Place;
use crate::wire::{BaseUrlsView, HostKindView, HostView, PlanView};

/// A workspace, as far as its host goes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WorkspaceHost<'text> {
    /// Its id; empty where it is not known.
    pub(crate) id: &'text str,
    /// The host that the service names for it; empty where it names none.
    pub(crate) api_host: &'text str,
}

/// The hosts of a key or of a workspace (then without a record), the one in use first: the one chosen for the key, else
/// the user's own, the workspace's, the shared one, in this order. `own` is the origin that takes the keys of all
/// workspaces: This computer's, or the address that the user set for the region.
pub(crate) fn hosts(
    place: &Place,
    own: Option<&str>,
    workspace: WorkspaceHost<'_>,
    record: Option<&KeyRecord>,
) -> Vec<HostView> {
    let chosen = record.and_then(|record| record.host.as_deref());
    let mut hosts = match record.map(plan::of_record) {
        // The hosts of the region refuse the keys of a plan.
        Some(plan @ (PlanView::Coding | PlanView::Token | PlanView::CodingOrToken)) => {
            of_plan(place, plan)
        }
        Some(PlanView::PayAsYouGo) | None => of_region(place, own, workspace),
    };
    let Some(chosen) = chosen else { return hosts };
    match hosts.iter().position(|host| host.origin == chosen) {
        Some(position) => hosts[..=position].rotate_right(1),
        // Chosen when the key was pasted: of a workspace or a plan that nothing else is known of.
        None => hosts.insert(0, view(kind_of(place, record), chosen.to_owned())),
    }
    hosts
}

fn of_region(place: &Place, own: Option<&str>, workspace: WorkspaceHost<'_>) -> Vec<HostView> {
    let region = place.region();
    if *place == Place::THIS_COMPUTER {
        return own
            .map(|origin| view(HostKindView::ThisComputer, origin.to_owned()))
            .into_iter()
            .collect();
    }
    let of_workspace = origin::of_host(workspace.api_host)
        .or_else(|| origin::of_host(&region.workspace_host_of(workspace.id)?));
    let shared = region.shared_host.and_then(origin::of_host);
    let all = [
        (HostKindView::Own, own.map(str::to_owned)),
        (HostKindView::Workspace, of_workspace),
        (HostKindView::Shared, shared),
    ];
    let mut hosts: Vec<HostView> = Vec::new();
    for (kind, origin) in all {
        // A service may name the shared host, or the user's own, as a workspace's.
        if let Some(origin) =
            origin.filter(|origin| hosts.iter().all(|host| host.origin != *origin))
        {
            hosts.push(view(kind, origin));
        }
    }
    hosts
}

fn of_plan(place: &Place, plan: PlanView) -> Vec<HostView> {
    PLAN_HOSTS
        .iter()
        .filter(|host| host.region == place.region)
        .filter(|host| match plan {
            PlanView::Coding => host.plan == Plan::Coding,
            PlanView::Token => host.plan == Plan::Token,
            PlanView::CodingOrToken => true,
            PlanView::PayAsYouGo => false,
        })
        .filter_map(|host| Some(view(HostKindView::Plan, origin::of_host(host.host)?)))
        .collect()
}

fn kind_of(place: &Place, record: Option<&KeyRecord>) -> HostKindView {
    match record.map(plan::of_record) {
        _ if *place == Place::THIS_COMPUTER => HostKindView::ThisComputer,
        Some(PlanView::Coding | PlanView::Token | PlanView::CodingOrToken) => HostKindView::Plan,
        Some(PlanView::PayAsYouGo) | None => HostKindView::Workspace,
    }
}

fn view(kind: HostKindView, origin: String) -> HostView {
    HostView {
        kind,
        base_urls: base_urls(&origin),
        origin,
    }
}

/// The three addresses of a host; empty where the host of a plan lacks one.
pub(crate) fn base_urls(origin: &str) -> BaseUrlsView {
    let urls = match AskedHost::of(origin) {
        AskedHost::Plan(host) => host.base_urls(),
        _ => region::base_urls(origin),
    };
    BaseUrlsView {
        openai: urls.openai,
        native: urls.native,
        anthropic: urls.anthropic,
    }
}

#[cfg(test)]
mod tests;
