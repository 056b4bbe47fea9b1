//! Making a call: encrypting it if that was asked for, sending it once, and taking the answer. Dropping it ends the request.

use std::sync::{Arc, Weak};

use model_studio::data::{self, Delivery, ModelCall, Outgoing};
use model_studio::encryption::{EncryptionError, Sealed, seal};
use model_studio::key::KeySecret;

use super::progress::Progress;
use super::refused::{Cause, cause};
use super::sent;
use crate::failure::{Failure, RefusalCauseView, about_use};
use crate::keys::caller::Caller;
use crate::world::World;

/// A call that is to be made.
pub(super) struct Work {
    pub(super) call: ModelCall,
    pub(super) delivery: Delivery,
    pub(super) encrypt: bool,
    pub(super) caller: Caller,
    pub(super) progress: Arc<Progress>,
    /// Not held: a call does not outlive the program.
    pub(super) world: Weak<World>,
}

impl Work {
    /// Makes the call; how it goes is told to its progress.
    pub(super) async fn make(self) {
        let _end = End(&self.progress);
        let made = if self.encrypt {
            self.encrypted().await
        } else {
            self.plain().await
        };
        match made {
            Ok(()) => self.progress.is_done(),
            Err(error) => self.progress.failed(self.failure(error).await),
        }
    }

    async fn plain(&self) -> Result<(), EncryptionError> {
        let (http, origin, key) = self.address();
        let outgoing = Outgoing::plain(&self.call);
        self.sends(&outgoing);
        match self.delivery {
            Delivery::Whole => {
                let answer = data::call(http, origin, key, &outgoing).await?;
                self.progress.hears(answer);
            }
            Delivery::Streamed => {
                let mut stream = data::call_streamed(http, origin, key, &outgoing).await?;
                while let Some(piece) = stream.next().await {
                    self.progress.hears(piece?);
                }
            }
            Delivery::Task => {
                let task = data::create_task(http, origin, key, &outgoing).await?;
                self.progress.became_task(task);
            }
        }
        Ok(())
    }

    /// A public key that the service no longer has is fetched anew, once; but not for a call that was answered already, if only
    /// in part: its answer would begin a second time.
    async fn encrypted(&self) -> Result<(), EncryptionError> {
        match self.sealed_call().await {
            Err(error) if error.wants_new_public_key() && !self.progress.has_heard() => {
                if let Some(world) = self.world.upgrade() {
                    world.public_keys.forget(&self.caller.door.origin);
                }
                self.sealed_call().await
            }
            made => made,
        }
    }

    async fn sealed_call(&self) -> Result<(), EncryptionError> {
        let (http, origin, key) = self.address();
        let sealed = self.seal().await?;
        match self.delivery {
            Delivery::Streamed => {
                self.sends(sealed.outgoing());
                let mut stream = sealed.call_streamed(http, origin, key).await?;
                while let Some(piece) = stream.next().await {
                    self.progress.hears(piece?);
                }
            }
            Delivery::Whole => {
                self.sends(sealed.outgoing());
                self.progress.hears(sealed.call(http, origin, key).await?);
            }
            // No task is encrypted: who asks for one is refused before it comes to this.
            Delivery::Task => return Err(EncryptionError::NotEncrypted),
        }
        Ok(())
    }

    async fn seal(&self) -> Result<Sealed, EncryptionError> {
        let (http, origin, key) = self.address();
        let world = self.world.upgrade().ok_or(EncryptionError::NotEncrypted)?;
        self.progress.fetches_public_key();
        let public_keys = &world.public_keys;
        let public_key = public_keys.latest(http, origin, key, &*world.clock).await?;
        seal(&self.call, &public_key)
    }

    fn address(&self) -> (&reqwest::Client, &str, &KeySecret) {
        let Caller { value, door, .. } = &self.caller;
        (&door.http, &door.origin, value)
    }

    fn sends(&self, outgoing: &Outgoing) {
        let (_, origin, key) = self.address();
        let shown = sent::shown(origin, outgoing, self.delivery, key);
        self.progress.sends(shown);
    }

    async fn failure(&self, error: EncryptionError) -> Failure {
        match (cause(error, &self.caller.door.origin), self.world.upgrade()) {
            (Cause::Known(failure), _) => failure,
            (Cause::Service(error), Some(world)) => self.caller.refused(&world, error).await,
            (Cause::Service(error), None) => about_use(error, RefusalCauseView::Unknown),
        }
    }
}

/// However the work ends, the call does: one that was cut off would be waited for for ever.
struct End<'call>(&'call Progress);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.failed(Failure::Interrupted);
    }
}
