//! Changing an account: its name, its addresses, or what it signs with.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use vault::{Account, Catalog, CatalogError, CredentialKind};

use crate::accounts::add::{kind_of, shortened};
use crate::accounts::change::{self, Change, NewCredentials};
use crate::accounts::credentials;
use crate::accounts::form::Typed;
use crate::accounts::secret;
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
        change::finish_noted(&world).await?;
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
    let others = world.catalog(Catalog::accounts).await?;
    let is_taken = |other: &Account| other.id != before.id && other.name == name;
    if others.iter().any(is_taken) {
        return Err(Failure::AccountNameTaken { name });
    }
    let credentials = match &request.credentials {
        None => None,
        Some(credentials) => {
            let access_key = credentials::read(world, credentials).await?;
            Some(tried(world, access_key, &typed).await?)
        }
    };
    let change = Change {
        account_id: before.id,
        name,
        typed,
        credentials,
    };
    change::make(world, change).await
}

/// Whose the new credentials are. They rest beside the old ones meanwhile, so that those stay if the service refuses.
async fn tried(
    world: &Arc<World>,
    access_key: AccessKey,
    typed: &Typed,
) -> Result<NewCredentials, Failure> {
    let trial = fresh_name();
    secret::put_on_trial(world, &trial, &access_key).await?;
    world.steps.reached("account's new secret on trial");
    let (access_key_id, kind) = (access_key.id.clone(), kind_of(&access_key));
    let ca_file = typed.ca_file.as_deref();
    match who_is(world, access_key, typed.sts(), ca_file).await {
        Ok(principal) => Ok(NewCredentials {
            trial,
            access_key_id,
            is_temporary: kind == CredentialKind::Sts,
            principal,
            checked_at: world.now(),
        }),
        Err(failure) => {
            secret::forget_trial(world).await?;
            Err(failure)
        }
    }
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
