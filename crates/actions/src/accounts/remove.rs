//! Forgetting an account, and its secret. The values of its keys stay in the keyring: they are the user's.

use std::sync::Arc;

use crate::accounts::change;
use crate::accounts::secret;
use crate::failure::Failure;
use crate::world::World;

/// Takes the secret out of the keyring first, so that one that is locked stops it while the account is still known; then
/// forgets the account with its addresses and with what was last seen in its regions.
///
/// # Errors
/// What the keyring says, and what is wrong with the catalog.
pub async fn remove_account(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    // On a task of its own: closing the window's request must not leave an account without its secret.
    let (world, id) = (Arc::clone(world), id.to_owned());
    tokio::spawn(async move {
        let _one_at_a_time = world.accounts.lock().await;
        change::finish_noted(&world).await?;
        let removed = remove(&world, &id).await;
        world.connections.drop_account(&id);
        removed
    })
    .await
    .map_err(|_ended| Failure::Interrupted)?
}

async fn remove(world: &Arc<World>, id: &str) -> Result<(), Failure> {
    secret::remove(world, id).await?;
    world.steps.reached("account's secret removed");
    let gone = id.to_owned();
    world
        .catalog(move |catalog| catalog.remove_account(&gone))
        .await
}
