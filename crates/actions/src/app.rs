//! What the window needs to draw its frame.

use std::sync::Arc;

use crate::accounts::{change, view};
use crate::attention;
use crate::failure::Failure;
use crate::places::region_view;
use crate::preferences;
use crate::secret_store;
use crate::wire::{AppView, echo_services};
use crate::world::World;

/// Everything around the lists: regions, accounts, keyring, preferences, and keys that may have been lost. No secret is
/// read for it: some systems ask the user each time that one is.
///
/// # Errors
/// [`Failure::CatalogUnusable`].
pub async fn app(world: &Arc<World>) -> Result<AppView, Failure> {
    // What was allowed for a change that was cut off.
    world.withdraw_printing().await;
    // Where that cannot be done now, it is tried again before the account is used.
    if let Err(failure) = change::finish_cut_off(world).await {
        tracing::warn!(%failure, "a change of an account is not done yet");
    }
    let preferences = world.catalog(preferences::read).await?;
    Ok(AppView {
        version: world.version.clone(),
        platform: world.system,
        regions: region_view::all(world, preferences.account.clone()).await?,
        accounts: view::all(world).await?,
        secret_store: secret_store::state(world).await?,
        preferences,
        usual_echo_services: echo_services(),
        attention: attention::recover(world).await?,
        data_folder: world.data_folder.display().to_string(),
    })
}
