//! A change of an account, written down whole before it is done: it goes into the keyring and into the catalogue, and one that
//! was cut off between the two is done to its end before anybody signs for an account again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use vault::{Account, Catalog, CatalogError, CredentialKind, Principal};

use crate::accounts::form::Typed;
use crate::accounts::secret;
use crate::accounts::view;
use crate::failure::Failure;
use crate::wire::AccountView;
use crate::world::{Listings, World};

/// Under this name the catalogue notes the change that is under way. There is one at a time, and no secret is in it.
const UNDER_WAY: &str = "account-change";

/// What an account is to be.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) account_id: String,
    pub(crate) name: String,
    pub(crate) typed: Typed,
    /// None to keep those it has.
    pub(crate) credentials: Option<NewCredentials>,
}

/// What it signs with from now on. The service has said whose it is.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct NewCredentials {
    /// The name under which their secret rests until it is the account's.
    pub(crate) trial: String,
    pub(crate) access_key_id: String,
    /// They have a token, and end.
    pub(crate) is_temporary: bool,
    #[serde(with = "PrincipalNote")]
    pub(crate) principal: Principal,
    pub(crate) checked_at: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Principal")]
struct PrincipalNote {
    account_uid: String,
    user_id: String,
    arn: String,
    identity_type: String,
}

/// Writes a change down, and does it.
///
/// # Errors
/// What the keyring says, and what is wrong with the catalogue. Once it is written down, it is done at the next opportunity.
pub(crate) async fn make(world: &Arc<World>, change: Change) -> Result<AccountView, Failure> {
    let Ok(text) = serde_json::to_string(&change) else {
        return Err(Failure::Interrupted);
    };
    note(world, text).await?;
    world.steps.reached("account's change noted");
    carry_out(world, change).await
}

/// Does what an earlier run has written down and not done to its end. Waits for a change that is under way.
///
/// # Errors
/// As [`make()`].
pub(crate) async fn finish_cut_off(world: &Arc<World>) -> Result<(), Failure> {
    if noted(world).await?.is_none() {
        return Ok(());
    }
    let _one_at_a_time = world.accounts.lock().await;
    finish_noted(world).await
}

/// The same for whoever has its turn.
///
/// # Errors
/// As [`make()`].
pub(crate) async fn finish_noted(world: &Arc<World>) -> Result<(), Failure> {
    let Some(text) = noted(world).await? else {
        return Ok(());
    };
    let outcome = match serde_json::from_str::<Change>(&text) {
        Ok(change) => carry_out(world, change).await.map(|_view| ()),
        Err(error) => {
            tracing::warn!(%error, "a change of an account cannot be read");
            Err(Failure::AccountUnknown)
        }
    };
    match outcome {
        // The account is gone, or the new secret is: it stays as it is.
        Err(Failure::AccountUnknown | Failure::AccountSecretMissing { .. }) => {
            note(world, String::new()).await?;
            secret::forget_trial(world).await
        }
        outcome => outcome,
    }
}

/// Each step can be done twice. The new secret goes last, when it is the account's.
async fn carry_out(world: &Arc<World>, change: Change) -> Result<AccountView, Failure> {
    let id = change.account_id.clone();
    if let Some(new) = &change.credentials {
        let adopted = secret::adopt(world, &new.trial, &id, new.is_temporary).await?;
        if !adopted {
            return Err(Failure::AccountSecretMissing { name: change.name });
        }
        world.steps.reached("account's new secret kept");
    }
    let listings = Arc::clone(&world.listings);
    let view = world
        .catalog(move |catalog| change.write(catalog, &listings))
        .await?;
    world.connections.drop_account(&id);
    world.steps.reached("account's change written");
    if let Err(failure) = secret::forget_trial(world).await {
        // Its name stays noted, and it goes with the next change.
        tracing::warn!(%failure, "a secret is in the keyring twice");
    }
    view.ok_or(Failure::AccountUnknown)
}

impl Change {
    fn write(
        &self,
        catalog: &Catalog,
        listings: &Listings,
    ) -> Result<Option<AccountView>, CatalogError> {
        let Some(before) = catalog.account(&self.account_id)? else {
            return Ok(None);
        };
        let after = self.made_of(&before);
        // Before the account is another's: what is cut off here is done once more.
        if before.principal.is_some() && before.principal != after.principal {
            listings.forget(&after.id, || catalog.forget_last_seen(&after.id))?;
        }
        self.typed.write_endpoints(catalog, &after.id)?;
        catalog.update_account(&after)?;
        catalog.set_preference(UNDER_WAY, "")?;
        view::with_endpoints(catalog, after).map(Some)
    }

    fn made_of(&self, before: &Account) -> Account {
        let account = Account {
            name: self.name.clone(),
            sts_endpoint: self.typed.sts_endpoint.clone(),
            ca_file: self.typed.ca_file.clone(),
            ..before.clone()
        };
        match &self.credentials {
            None => account,
            Some(new) => Account {
                kind: match new.is_temporary {
                    true => CredentialKind::Sts,
                    false => CredentialKind::AccessKey,
                },
                access_key_id: new.access_key_id.clone(),
                principal: Some(new.principal.clone()),
                // When it ends, neither the user nor the service has said.
                expires_at: None,
                checked_at: Some(new.checked_at),
                ..account
            },
        }
    }
}

async fn noted(world: &Arc<World>) -> Result<Option<String>, Failure> {
    let noted = world
        .catalog(|catalog| catalog.preference(UNDER_WAY))
        .await?;
    Ok(noted.filter(|text| !text.is_empty()))
}

async fn note(world: &Arc<World>, text: String) -> Result<(), Failure> {
    world
        .catalog(move |catalog| catalog.set_preference(UNDER_WAY, &text))
        .await
}
