//! Where an account's secret rests, and how it comes and goes so that none is left behind: a secret is put into the keyring
//! before the service is asked with it, and its name is noted until it is known to stay.

use std::sync::Arc;

use model_studio::acs3::AccessKey;
use secrecy::SecretString;
use vault::{CatalogError, ItemName, SecretStore, Secrets, StoreError};

use crate::failure::Failure;
use crate::world::{World, blocking};

/// Under this name the catalog notes whose secret is in the keyring and not yet meant to stay.
const ON_TRIAL: &str = "account-on-trial";

/// Puts the secret of an account that is not known yet into the keyring.
///
/// # Errors
/// What the keyring says, and what is wrong with the catalog.
pub(crate) async fn put_on_trial(
    world: &Arc<World>,
    account_id: &str,
    access_key: &AccessKey,
) -> Result<(), Failure> {
    forget_trial(world).await?;
    note(world, account_id).await?;
    put(world, account_id, access_key).await
}

/// The secret on trial is one that stays.
///
/// # Errors
/// What is wrong with the catalog.
pub(crate) async fn end_trial(world: &Arc<World>) -> Result<(), Failure> {
    note(world, "").await
}

/// Takes the secret on trial out of the keyring, if one was left there: it was refused, or the program ended meanwhile. One
/// that became an account's stays.
///
/// # Errors
/// What the keyring says, and what is wrong with the catalog.
pub(crate) async fn forget_trial(world: &Arc<World>) -> Result<(), Failure> {
    let left = world
        .catalog(|catalog| {
            let Some(id) = catalog.preference(ON_TRIAL)?.filter(|id| !id.is_empty()) else {
                return Ok::<_, CatalogError>(None);
            };
            let is_known = catalog.account(&id)?.is_some();
            Ok(Some(id).filter(|_| !is_known))
        })
        .await?;
    if let Some(id) = left {
        remove(world, &id).await?;
    }
    end_trial(world).await
}

/// Puts an account's secret, and its token if it has one, into the keyring.
///
/// # Errors
/// What the keyring says.
pub(crate) async fn put(
    world: &Arc<World>,
    account_id: &str,
    access_key: &AccessKey,
) -> Result<(), Failure> {
    let (secrets, id, access_key) = (
        Arc::clone(&world.secrets),
        account_id.to_owned(),
        access_key.clone(),
    );
    let put = move || {
        let token = access_key.security_token.as_ref();
        put_now(&secrets, &id, &access_key.secret, token)
    };
    Ok(blocking(put).await??)
}

fn put_now(
    secrets: &Secrets,
    account_id: &str,
    secret: &SecretString,
    token: Option<&SecretString>,
) -> Result<(), StoreError> {
    // The token first: without it a new secret would be taken for one that needs none.
    match token {
        Some(token) => secrets.put(&ItemName::account_token(account_id), token)?,
        None => secrets.delete(&ItemName::account_token(account_id))?,
    }
    secrets.put(&ItemName::account_secret(account_id), secret)
}

/// Gives the secret on trial, and its token if it has one, to an account. Answers whether it was there.
///
/// # Errors
/// What the keyring says.
pub(crate) async fn adopt(
    world: &Arc<World>,
    trial: &str,
    account_id: &str,
    has_token: bool,
) -> Result<bool, Failure> {
    let (secrets, trial, id) = (
        Arc::clone(&world.secrets),
        trial.to_owned(),
        account_id.to_owned(),
    );
    let adopt = move || {
        let secret = secrets.get(&ItemName::account_secret(&trial))?;
        let token = match has_token {
            true => Some(secrets.get(&ItemName::account_token(&trial))?),
            false => None,
        };
        put_now(&secrets, &id, &secret, token.as_ref())
    };
    match blocking(adopt).await? {
        Ok(()) => Ok(true),
        Err(StoreError::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Takes an account's secret and its token out of the keyring. Where there is no keyring, nothing is in it.
///
/// # Errors
/// What the keyring says.
pub(crate) async fn remove(world: &Arc<World>, account_id: &str) -> Result<(), Failure> {
    let (secrets, id) = (Arc::clone(&world.secrets), account_id.to_owned());
    let remove = move || {
        secrets.delete(&ItemName::account_secret(&id))?;
        secrets.delete(&ItemName::account_token(&id))
    };
    match blocking(remove).await? {
        Ok(()) | Err(StoreError::Absent) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn note(world: &Arc<World>, account_id: &str) -> Result<(), Failure> {
    let id = account_id.to_owned();
    world
        .catalog(move |catalog| catalog.set_preference(ON_TRIAL, &id))
        .await
}
