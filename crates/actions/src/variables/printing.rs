//! Which keys the program that prints keys may print: those that something on this computer was set up to ask for.

use std::sync::Arc;

use machine::{Change, ChangeState};
use vault::PrintReason;

use crate::failure::Failure;
use crate::keys::row::is_of;
use crate::typed;
use crate::wire::KeyRef;
use crate::world::{World, blocking};

impl World {
    /// Lets the key be printed, for a variable or for a tool. Called with [`World::files`] held and before anything is written
    /// that asks for it; [`World::withdraw_printing`] takes it back if that was not written after all.
    ///
    /// # Errors
    /// What is wrong with the catalog.
    pub(crate) async fn allow_printing(
        &self,
        key: &KeyRef,
        why: PrintReason,
    ) -> Result<(), Failure> {
        let (place, id) = (key.region.clone(), typed::key_id(&key.api_key_id)?);
        self.catalog(move |catalog| catalog.allow_printing(&place, id, why))
            .await
    }

    /// Lets no key be printed that no standing change asks for. What fails is tried again the next time something is undone, and
    /// at the next start.
    pub(crate) async fn withdraw_printing(self: &Arc<Self>) {
        if let Err(failure) = self.withdraw().await {
            tracing::warn!(%failure, "a key may still be printed that nothing asks for");
        }
    }

    async fn withdraw(self: &Arc<Self>) -> Result<(), Failure> {
        // Nobody is about to write while it is looked.
        let _one_at_a_time = self.files.lock().await;
        let allowed = self.catalog(|catalog| catalog.printable_keys()).await?;
        if allowed.is_empty() {
            return Ok(());
        }
        let surroundings = Arc::clone(&self.surroundings);
        let changes = blocking(move || machine::changes(&surroundings)).await??;
        for one in allowed {
            let key = KeyRef {
                region: one.place.clone(),
                api_key_id: one.api_key_id.to_string(),
            };
            if !changes.iter().any(|change| asks_for(change, &key)) {
                self.catalog(move |catalog| {
                    catalog.disallow_printing(&one.place, one.api_key_id, one.why)
                })
                .await?;
            }
        }
        Ok(())
    }

    /// Notes that keys were seen disabled or enabled at the service: a disabled one is not printed.
    pub(crate) async fn note_disabled(
        &self,
        place: &str,
        keys: Vec<(i64, bool)>,
    ) -> Result<(), Failure> {
        let place = place.to_owned();
        self.catalog(move |catalog| catalog.note_disabled(&place, &keys))
            .await
    }
}

fn asks_for(change: &Change, key: &KeyRef) -> bool {
    change.asks_keyring && change.state != ChangeState::Undone && is_of(change, key)
}
