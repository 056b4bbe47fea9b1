//! The regions as the switcher shows them: This computer, and the six of the cloud as the account worked with has them.

use std::sync::Arc;

use model_studio::region::{Capabilities, REGIONS, Region, RegionId, Support};
use vault::{Account, Catalog, CatalogError, OwnEndpoints};

use crate::failure::Failure;
use crate::keys::seen::Seen;
use crate::places::hosts::base_urls;
use crate::places::place::Place;
use crate::typed;
use crate::wire::{CapabilitiesView, RegionStateView, RegionView, SupportView};
use crate::world::{World, usual_endpoint};

/// All regions. The account worked with is the chosen one, else the oldest.
pub(crate) async fn all(
    world: &Arc<World>,
    chosen: Option<String>,
) -> Result<Vec<RegionView>, Failure> {
    let this_computer = world.platform.this_computer();
    let kept = world
        .catalog(move |catalog| {
            let account = worked_with(catalog, chosen.as_deref())?;
            let regions = REGIONS.iter();
            regions
                .map(|region| Kept::read(catalog, region, account.as_ref()))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    Ok(REGIONS
        .iter()
        .zip(kept)
        .map(|(region, kept)| match region.id {
            RegionId::ThisComputer => match &this_computer {
                Ok(connection) => view(
                    region,
                    kept,
                    RegionStateView::Ready,
                    connection.origin.clone(),
                ),
                Err(Failure::LocalStudioStopped { reason }) => {
                    let reason = reason.clone();
                    view(region, kept, RegionStateView::Stopped { reason }, None)
                }
                Err(other) => {
                    let reason = other.to_string();
                    view(region, kept, RegionStateView::Stopped { reason }, None)
                }
            },
            _ => {
                let state = match kept.place.account {
                    Some(_) => RegionStateView::Ready,
                    None => RegionStateView::NeedsAccount,
                };
                let own = kept.endpoints.as_ref().and_then(|own| own.data.clone());
                let origin = own.or_else(|| region.shared_host.map(str::to_owned));
                view(region, kept, state, origin)
            }
        })
        .collect())
}

/// The chosen account if it is there, else the oldest.
fn worked_with(catalog: &Catalog, chosen: Option<&str>) -> Result<Option<Account>, CatalogError> {
    let mut accounts = catalog.accounts()?;
    let position = accounts
        .iter()
        .position(|account| Some(account.id.as_str()) == chosen)
        .unwrap_or_default();
    Ok((position < accounts.len()).then(|| accounts.swap_remove(position)))
}

/// What the catalog has of a region.
struct Kept {
    place: Place,
    endpoints: Option<OwnEndpoints>,
    seen: Option<Seen>,
    keys: u32,
}

impl Kept {
    fn read(
        catalog: &Catalog,
        region: &Region,
        account: Option<&Account>,
    ) -> Result<Kept, CatalogError> {
        let account = account.filter(|_| region.id != RegionId::ThisComputer);
        let place = Place {
            region: region.id,
            account: account.map(|account| account.id.clone()),
        };
        let mut records = catalog.keys(&place.to_string())?;
        if let Some(bare) = place.bare() {
            records.extend(catalog.keys(&bare.to_string())?);
        }
        let kept = records.iter().filter(|record| record.kept_at.is_some());
        Ok(Kept {
            endpoints: match account {
                Some(account) => catalog.endpoints(&account.id, region.id.as_str())?,
                None => None,
            },
            seen: Seen::read(catalog, &place)?,
            keys: typed::count(kept.count()),
            place,
        })
    }
}

fn view(region: &Region, kept: Kept, state: RegionStateView, origin: Option<String>) -> RegionView {
    let own_control = kept.endpoints.and_then(|own| own.control);
    RegionView {
        id: kept.place.to_string(),
        region: region.id.as_str().to_owned(),
        name_en: region.name_en.to_owned(),
        name_zh: region.name_zh.to_owned(),
        state,
        shared_host: region.shared_host.map(str::to_owned),
        workspace_host: region.workspace_host.map(str::to_owned),
        own_endpoint: own_control.is_some(),
        control_endpoint: own_control.or_else(|| usual_endpoint(&kept.place).ok()),
        last_seen: kept.seen.map(|seen| seen.view()),
        kept_keys: kept.keys,
        service_sites: region
            .service_sites
            .iter()
            .map(|site| (*site).to_owned())
            .collect(),
        base_urls: origin.map(|origin| base_urls(&origin)),
        console_url: region.console_url.map(str::to_owned),
        capabilities: capabilities(&region.capabilities),
        account: kept.place.account,
    }
}

fn capabilities(capabilities: &Capabilities) -> CapabilitiesView {
    CapabilitiesView {
        custom_permission: support(capabilities.custom_permission),
        ipv6: support(capabilities.ipv6),
        disable: support(capabilities.disable),
        reset: support(capabilities.reset),
        control_plane: support(capabilities.control_plane),
        temporary_keys: support(capabilities.temporary_keys),
        payload_encryption: support(capabilities.payload_encryption),
        owner_account: capabilities.owner_account,
        quota: capabilities.quota,
    }
}

fn support(support: Support) -> SupportView {
    match support {
        Support::Yes => SupportView::Yes,
        Support::No => SupportView::No,
        Support::Disputed => SupportView::Disputed,
    }
}
