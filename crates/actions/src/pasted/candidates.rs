//! The hosts that a pasted key could belong to.

use std::sync::Arc;

use model_studio::region::{PLAN_HOSTS, Plan, REGIONS, RegionId};
use vault::{Account, Catalog, CatalogError, OwnEndpoints};

use crate::failure::Failure;
use crate::places::origin;
use crate::wire::{CandidateHostView, PastedKindView, PlanView};
use crate::world::World;

/// The hosts of its kind: for a plan's key its plans' alone, for others the one that each region has for all workspaces.
/// Where the user has set an address for a region, that stands for it.
pub(crate) async fn candidates(
    world: &Arc<World>,
    kind: PastedKindView,
) -> Result<Vec<CandidateHostView>, Failure> {
    Ok(match kind {
        PastedKindView::ThisComputer => {
            let origin = world.platform.this_computer()?.origin;
            let here = candidate(RegionId::ThisComputer, origin, PlanView::PayAsYouGo);
            let accounts = world.catalog(own_endpoints).await?;
            // Behind an address that the user set may be another such server; the cloud makes no keys of this form.
            let set = REGIONS
                .iter()
                .flat_map(|region| addresses_set(world, region.id, &accounts))
                .collect::<Vec<_>>();
            std::iter::once(here).chain(set).collect()
        }
        PastedKindView::Plan => PLAN_HOSTS
            .iter()
            .map(|host| {
                let plan = match host.plan {
                    Plan::Coding => PlanView::Coding,
                    Plan::Token => PlanView::Token,
                };
                candidate(host.region, origin::of_host(host.host), plan)
            })
            .collect(),
        PastedKindView::Old | PastedKindView::New => {
            let accounts = world.catalog(own_endpoints).await?;
            REGIONS
                .iter()
                .filter(|region| region.id != RegionId::ThisComputer)
                // Where keys have an owner, the platform makes none of the new form.
                .filter(|region| kind == PastedKindView::Old || !region.capabilities.owner_account)
                .flat_map(|region| of_region(world, region.id, &accounts))
                .collect()
        }
    })
}

/// The addresses that the user set for a region, and where an account has set none the region's own.
fn of_region(
    world: &World,
    region: RegionId,
    accounts: &[(Account, Vec<OwnEndpoints>)],
) -> Vec<CandidateHostView> {
    let mut found = addresses_set(world, region, accounts);
    let has_none =
        |(_, endpoints): &(Account, Vec<OwnEndpoints>)| data_of(endpoints, region).is_none();
    let is_shared_used = accounts.is_empty() || accounts.iter().any(has_none);
    if is_shared_used && !world.shared_hosts.contains_key(&region) {
        let shared = region.region().shared_host.and_then(origin::of_host);
        found.push(candidate(region, shared, PlanView::PayAsYouGo));
    }
    found
}

fn addresses_set(
    world: &World,
    region: RegionId,
    accounts: &[(Account, Vec<OwnEndpoints>)],
) -> Vec<CandidateHostView> {
    let mut origins: Vec<&str> = Vec::new();
    let own = accounts
        .iter()
        .filter_map(|(_, endpoints)| data_of(endpoints, region));
    for origin in own.chain(world.shared_hosts.get(&region).map(String::as_str)) {
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    origins
        .into_iter()
        .map(|origin| candidate(region, Some(origin.to_owned()), PlanView::PayAsYouGo))
        .collect()
}

fn data_of(endpoints: &[OwnEndpoints], region: RegionId) -> Option<&str> {
    endpoints
        .iter()
        .find(|set| set.region == region.as_str())
        .and_then(|set| set.data.as_deref())
}

/// The file of certificates that an account with this address brings along.
pub(crate) async fn certificates_for(
    world: &Arc<World>,
    origin: &str,
) -> Result<Option<String>, Failure> {
    let accounts = world.catalog(own_endpoints).await?;
    let set = |endpoints: &[OwnEndpoints]| {
        endpoints
            .iter()
            .any(|set| set.data.as_deref() == Some(origin))
    };
    Ok(accounts
        .into_iter()
        .find(|(_, endpoints)| set(endpoints))
        .and_then(|(account, _)| account.ca_file))
}

fn own_endpoints(catalog: &Catalog) -> Result<Vec<(Account, Vec<OwnEndpoints>)>, CatalogError> {
    let accounts = catalog.accounts()?.into_iter();
    accounts
        .map(|account| {
            let endpoints = catalog.account_endpoints(&account.id)?;
            Ok((account, endpoints))
        })
        .collect()
}

fn candidate(region: RegionId, origin: Option<String>, plan: PlanView) -> CandidateHostView {
    CandidateHostView {
        region: region.as_str().to_owned(),
        origin,
        plan,
    }
}
