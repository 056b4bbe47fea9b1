//! Changing an account: its name, its addresses, or what it signs with.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use vault::{Account, CatalogError, Principal};

use crate::accounts::add::{kind_of, shortened};
use crate::accounts::credentials;
use crate::accounts::form::Typed;
use crate::accounts::secret;
use crate::accounts::view;
use crate::accounts::who_is::who_is;
use crate::failure::Failure;
use crate::wire::{AccountView, EditAccountRequest};
use crate::world::{World, fresh_name};

/// Changes an account. New credentials are tried first: if the service refuses them or cannot be reached, the account stays
/// as it was.
///
/// # Errors
/// What was typed wrongly, [`Failure::AccountUnknown`], what the keyring says, what the service refused, or that it cannot
/// be reached.
pub async fn edit_account(
    world: &Arc<World>,
    request: EditAccountRequest,
) -> Result<AccountView, Failure> {
    // On a task of its own: closing the window's request must not leave a secret behind.
    let world = Arc::clone(world);
    tokio::spawn(async move {
        let _one_at_a_time = world.accounts.lock().await;
        let edited = edit(&world, &request).await;
        world.connections.drop_account(&request.id);
        edited
    })
    .await
    .map_err(|_ended| Failure::Interrupted)?
}

async fn edit(world: &Arc<World>, request: &EditAccountRequest) -> Result<AccountView, Failure> {
    let name = shortened(&request.name);
    if name.is_empty() {
        return Err(Failure::AccountNameEmpty);
    }
    let typed = Typed::read(
        world,
        request.sts_endpoint.as_deref(),
        request.ca_file.as_deref(),
        &request.endpoints,
    )
    .await?;
    let before = known(world, &request.id).await?;
    let account = Account {
        name,
        sts_endpoint: typed.sts_endpoint.clone(),
        ca_file: typed.ca_file.clone(),
        ..before.clone()
    };
    let account = match &request.credentials {
        None => account,
        Some(credentials) => {
            let access_key = credentials::read(world, credentials).await?;
            let principal = tried(world, &access_key, &typed).await?;
            secret::put(world, &account.id, &access_key).await?;
            world.steps.reached("account's new secret kept");
            Account {
                kind: kind_of(&access_key),
                access_key_id: access_key.id,
                principal: Some(principal),
                expires_at: None,
                checked_at: Some(world.now()),
                ..account
            }
        }
    };
    let listings = Arc::clone(&world.listings);
    world
        .catalog(move |catalog| {
            catalog.update_account(&account)?;
            typed.write_endpoints(catalog, &account.id)?;
            if is_another(&before, &account) {
                listings.forget(&account.id, || catalog.forget_last_seen(&account.id))?;
            }
            view::with_endpoints(catalog, account)
        })
        .await
}

/// Whose the new credentials are. They rest beside the old ones meanwhile, so that those stay if the service refuses.
async fn tried(
    world: &Arc<World>,
    access_key: &AccessKey,
    typed: &Typed,
) -> Result<Principal, Failure> {
    secret::put_on_trial(world, &fresh_name(), access_key).await?;
    let ca_file = typed.ca_file.as_deref();
    let asked = who_is(world, access_key.clone(), typed.sts(), ca_file).await;
    secret::forget_trial(world).await?;
    asked
}

/// Whether the new credentials see other keys than the old ones did.
fn is_another(before: &Account, after: &Account) -> bool {
    before.principal.is_some() && before.principal != after.principal
}

/// An account of the catalog.
pub(crate) async fn known(world: &Arc<World>, id: &str) -> Result<Account, Failure> {
    let id = id.to_owned();
    world
        .catalog(move |catalog| {
            let found = catalog.account(&id)?;
            found.ok_or(CatalogError::AccountUnknown { id })
        })
        .await
}
