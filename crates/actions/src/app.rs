//! What the window needs to draw its frame.

use std::sync::Arc;

use model_studio::region::{self, Capabilities, REGIONS, Region, RegionId, Support};

use crate::attention;
use crate::failure::Failure;
use crate::preferences;
use crate::secret_store;
use crate::wire::{
    AppView, BaseUrlsView, CapabilitiesView, RegionStateView, RegionView, SupportView,
    echo_services,
};
use crate::world::World;

/// Everything around the lists: regions, keyring, preferences, and keys that may have been lost.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn app(world: &Arc<World>) -> Result<AppView, Failure> {
    Ok(AppView {
        version: world.version.clone(),
        platform: world.system,
        regions: REGIONS
            .iter()
            .map(|region| region_view(world, region))
            .collect(),
        secret_store: secret_store::state(world).await?,
        preferences: world.catalog(preferences::read).await?,
        usual_echo_services: echo_services(),
        attention: attention::recover(world).await?,
        data_folder: world.data_folder.display().to_string(),
    })
}

fn region_view(world: &World, region: &Region) -> RegionView {
    let connection = world.platform.connection(region.id);
    let origin = match &connection {
        Ok(connection) if region.id == RegionId::ThisComputer => Some(connection.origin.clone()),
        _ => region.shared_host.map(str::to_owned),
    };
    RegionView {
        id: region.id.as_str().to_owned(),
        name_en: region.name_en.to_owned(),
        name_zh: region.name_zh.to_owned(),
        state: match connection {
            Ok(_) => RegionStateView::Ready,
            Err(Failure::LocalStudioStopped { reason }) => RegionStateView::Stopped { reason },
            Err(_) => RegionStateView::NeedsAccount,
        },
        shared_host: region.shared_host.map(str::to_owned),
        workspace_host: region.workspace_host.map(str::to_owned),
        base_urls: origin.map(|origin| base_urls(&origin)),
        console_url: region.console_url.map(str::to_owned),
        capabilities: capabilities(&region.capabilities),
    }
}

/// The three addresses of a host.
pub(crate) fn base_urls(origin: &str) -> BaseUrlsView {
    let urls = region::base_urls(origin);
    BaseUrlsView {
        openai: urls.openai,
        native: urls.native,
        anthropic: urls.anthropic,
    }
}

fn capabilities(capabilities: &Capabilities) -> CapabilitiesView {
    CapabilitiesView {
        custom_permission: support(capabilities.custom_permission),
        ipv6: support(capabilities.ipv6),
        disable: support(capabilities.disable),
        reset: support(capabilities.reset),
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
