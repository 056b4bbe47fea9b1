//! An account as the window shows it: everything that is known of it but its secrets.

use std::sync::Arc;

use vault::{Account, AccountSite, Catalog, CatalogError, CredentialKind, OwnEndpoints};

use crate::accounts::identity;
use crate::failure::Failure;
use crate::keys::row::milliseconds;
use crate::wire::{AccountView, CredentialKindView, EndpointView, SiteView};
use crate::world::World;

/// All accounts, oldest first.
pub(crate) async fn all(world: &Arc<World>) -> Result<Vec<AccountView>, Failure> {
    world
        .catalog(|catalog| {
            let accounts = catalog.accounts()?.into_iter();
            accounts
                .map(|account| with_endpoints(catalog, account))
                .collect()
        })
        .await
}

/// One account, with the endpoints that it has in the catalog.
pub(crate) fn with_endpoints(
    catalog: &Catalog,
    account: Account,
) -> Result<AccountView, CatalogError> {
    let endpoints = catalog.account_endpoints(&account.id)?;
    Ok(view(account, endpoints))
}

fn view(account: Account, endpoints: Vec<OwnEndpoints>) -> AccountView {
    AccountView {
        site: match account.site {
            AccountSite::China => SiteView::China,
            AccountSite::International => SiteView::International,
        },
        kind: match account.kind {
            CredentialKind::AccessKey => CredentialKindView::AccessKey,
            CredentialKind::Sts => CredentialKindView::Sts,
        },
        identity: account.principal.as_ref().map(identity::view),
        checked_at: account.checked_at.map(milliseconds),
        expires_at: account.expires_at.map(milliseconds),
        id: account.id,
        name: account.name,
        access_key_id: account.access_key_id,
        sts_endpoint: account.sts_endpoint,
        ca_file: account.ca_file,
        endpoints: endpoints
            .into_iter()
            .map(|own| EndpointView {
                region: own.region,
                control: own.control,
                data: own.data,
            })
            .collect(),
    }
}
