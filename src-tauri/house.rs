//! The program behind the window. The window comes first; the world that its commands act in is opened meanwhile, and
//! each command waits for it. If it cannot be opened, the command answers with the reason, which the window shows, and
//! the next one tries again.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actions::{Failure, World};
use tokio::sync::OnceCell;

use crate::{
    local::LocalServer,
    start::{Beginning, Opened, open},
};

/// How long the server of This computer may finish what runs when the program ends.
const GRACE: Duration = Duration::from_secs(2);

/// How long a key that is being made may take to reach the keyring when the program ends.
const GRACE_FOR_KEYS: Duration = Duration::from_secs(5);

/// Holds the world, once there is one.
#[derive(Clone)]
pub struct House {
    inside: Arc<Inside>,
}

struct Inside {
    beginning: Beginning,
    world: OnceCell<Arc<World>>,
    server: Mutex<Option<LocalServer>>,
}

impl House {
    /// Not open yet.
    #[must_use]
    pub fn new(beginning: Beginning) -> Self {
        let inside = Inside {
            beginning,
            world: OnceCell::new(),
            server: Mutex::default(),
        };
        Self {
            inside: Arc::new(inside),
        }
    }

    /// The world; whoever asks first opens it, and the others wait.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub async fn world(&self) -> Result<Arc<World>, Failure> {
        let opening = self.inside.world.get_or_try_init(|| self.open());
        opening.await.cloned()
    }

    async fn open(&self) -> Result<Arc<World>, Failure> {
        // On a task of its own, so that whoever asks gets an answer even if it panics.
        let opening = tokio::spawn(open(self.inside.beginning.clone())).await;
        match opening.unwrap_or(Err(Failure::Interrupted)) {
            Ok(Opened { world, server }) => {
                *self
                    .inside
                    .server
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner) = server;
                Ok(Arc::new(world))
            }
            Err(failure) => {
                tracing::error!(%failure, "the program cannot work");
                Err(failure)
            }
        }
    }

    /// Lets a key that is being made reach the keyring, clears what this program left on the clipboard, and lets the
    /// server finish.
    pub async fn close(&self) {
        if let Some(world) = self.inside.world.get() {
            actions::settle(world, GRACE_FOR_KEYS).await;
            if let Err(failure) = actions::clear_clipboard(world).await {
                tracing::warn!(%failure, "the clipboard was not cleared");
            }
        }
        let server = self
            .inside
            .server
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(server) = server {
            server.stop(GRACE).await;
        }
    }
}
