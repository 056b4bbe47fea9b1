//! Adding a cloud account: its secret goes to the keyring at once, the service says whose it is, and only then is it known
//! here.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use vault::{Account, AccountSite, Catalog, CredentialKind, Principal};

use crate::accounts::change;
use crate::accounts::credentials;
use crate::accounts::form::Typed;
use crate::accounts::identity::{self, Kind};
use crate::accounts::secret;
use crate::accounts::view;
use crate::accounts::who_is::who_is;
use crate::failure::Failure;
use crate::wire::{AccountView, AddAccountRequest, SiteView};
use crate::world::{World, fresh_name};

/// The longest name of an account, in characters.
const NAME_LIMIT: usize = 60;

/// Adds an account. If the service refuses its AccessKey or cannot be reached, nothing is left of it.
///
/// # Errors
/// What was typed wrongly, what the keyring says, what the service refused, or that it cannot be reached.
pub async fn add_account(
    world: &Arc<World>,
    request: AddAccountRequest,
) -> Result<AccountView, Failure> {
    // On a task of its own: closing the window's request must not leave a secret behind.
    let world = Arc::clone(world);
    tokio::spawn(async move {
        let _one_at_a_time = world.accounts.lock().await;
        change::finish_noted(&world).await?;
        add(&world, &request).await
    })
    .await
    .map_err(|_ended| Failure::Interrupted)?
}

async fn add(world: &Arc<World>, request: &AddAccountRequest) -> Result<AccountView, Failure> {
    let typed = Typed::read(
        world,
        request.sts_endpoint.as_deref(),
        request.ca_file.as_deref(),
        &request.endpoints,
    )
    .await?;
    let access_key = credentials::read(world, &request.credentials).await?;
    let others = world.catalog(Catalog::accounts).await?;
    let name = match shortened(&request.name) {
        name if name.is_empty() => None,
        name if is_taken(&others, &name) => return Err(Failure::AccountNameTaken { name }),
        name => Some(name),
    };
    let id = fresh_id(&others);
    secret::put_on_trial(world, &id, &access_key).await?;
    world.steps.reached("account's secret kept");
    let added = asked_and_written(world, request, typed, access_key, (&id, name, &others)).await;
    match added {
        Ok(view) => {
            secret::end_trial(world).await?;
            Ok(view)
        }
        Err(failure) => {
            secret::forget_trial(world).await?;
            Err(failure)
        }
    }
}

async fn asked_and_written(
    world: &Arc<World>,
    request: &AddAccountRequest,
    typed: Typed,
    access_key: AccessKey,
    (id, name, others): (&str, Option<String>, &[Account]),
) -> Result<AccountView, Failure> {
    let (access_key_id, kind) = (access_key.id.clone(), kind_of(&access_key));
    let principal = who_is(world, access_key, typed.sts(), typed.ca_file.as_deref()).await?;
    world.steps.reached("account's identity known");
    let account = Account {
        id: id.to_owned(),
        name: name.unwrap_or_else(|| free_name(others, &principal)),
        site: match request.site {
            SiteView::China => AccountSite::China,
            SiteView::International => AccountSite::International,
        },
        kind,
        access_key_id,
        principal: Some(principal),
        sts_endpoint: typed.sts_endpoint.clone(),
        ca_file: typed.ca_file.clone(),
        // When it ends, neither the user nor the service has said.
        expires_at: None,
        created_at: world.now(),
        checked_at: Some(world.now()),
    };
    world
        .catalog(move |catalog| {
            catalog.insert_account(&account)?;
            typed.write_endpoints(catalog, &account.id)?;
            view::with_endpoints(catalog, account)
        })
        .await
}

/// What an AccessKey is.
pub(crate) fn kind_of(access_key: &AccessKey) -> CredentialKind {
    match access_key.security_token {
        Some(_) => CredentialKind::Sts,
        None => CredentialKind::AccessKey,
    }
}

/// A name as it is kept.
pub(crate) fn shortened(name: &str) -> String {
    let name: String = name.trim().chars().take(NAME_LIMIT).collect();
    name.trim_end().to_owned()
}

fn is_taken(accounts: &[Account], name: &str) -> bool {
    accounts.iter().any(|account| account.name == name)
}

/// A name made of who it is: `deploy`, or the account's number, with a number behind it if there is one already.
fn free_name(others: &[Account], principal: &Principal) -> String {
    let name = match identity::kind(principal) {
        Kind::RamUser(name) | Kind::AssumedRole(name) if !name.is_empty() => shortened(&name),
        _ => principal.account_uid.clone(),
    };
    let mut free = name.clone();
    for number in 2_u32.. {
        if !is_taken(others, &free) {
            break;
        }
        free = format!("{name} {number}");
    }
    free
}

/// Part of every place of the account, so short, and never one that is there.
fn fresh_id(others: &[Account]) -> String {
    loop {
        let id: String = fresh_name()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(6)
            .collect();
        if others.iter().all(|account| account.id != id) {
            return id;
        }
    }
}
