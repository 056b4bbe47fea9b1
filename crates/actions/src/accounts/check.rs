//! Asking the service who an account is now.

use std::sync::Arc;
use std::time::Instant;

use model_studio::control::STS_ENDPOINT;
use vault::Account;

use crate::accounts::change;
use crate::accounts::edit::known;
use crate::accounts::view;
use crate::accounts::who_is::who_is;
use crate::failure::Failure;
use crate::typed;
use crate::wire::AccountCheckView;
use crate::world::World;

/// Asks, and notes the answer.
///
/// # Errors
/// [`Failure::AccountUnknown`], [`Failure::AccountSecretMissing`], what the service refused, or that it cannot be reached.
pub async fn check_account(world: &Arc<World>, id: &str) -> Result<AccountCheckView, Failure> {
    change::finish_cut_off(world).await?;
    let account = known(world, id).await?;
    let access_key = world.access_key(&account).await?;
    let sts = account.sts_endpoint.as_deref().unwrap_or(STS_ENDPOINT);
    let started = Instant::now();
    let principal = who_is(world, access_key, sts, account.ca_file.as_deref()).await?;
    let millis = typed::millis(started);
    let (id, checked_at) = (account.id, world.now());
    let account = world
        .catalog(move |catalog| {
            // As it is now: it may have been changed while the service was asked.
            let Some(now) = catalog.account(&id)? else {
                return Ok(None);
            };
            let checked = Account {
                principal: Some(principal),
                checked_at: Some(checked_at),
                ..now
            };
            catalog.update_account(&checked)?;
            Ok(Some(view::with_endpoints(catalog, checked)?))
        })
        .await?;
    Ok(AccountCheckView {
        account: account.ok_or(Failure::AccountUnknown)?,
        millis,
    })
}
