//! The program behind the window. The window comes first; the world that its commands act in is opened meanwhile, and
//! each command waits for it. If it cannot be opened, each command answers with the reason, which the window shows.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actions::{Failure, World};
use tokio::sync::watch;

use crate::local::LocalServer;

/// How long the server of This computer may finish what runs when the program ends.
const GRACE: Duration = Duration::from_secs(2);

/// The world, or why there is none; none while that is not known yet.
type MaybeOpen = Option<Result<Arc<World>, Failure>>;

/// Holds the world, once there is one.
#[derive(Clone)]
pub struct House {
    opened: Arc<watch::Sender<MaybeOpen>>,
    server: Arc<Mutex<Option<LocalServer>>>,
}

impl Default for House {
    fn default() -> Self {
        Self {
            opened: Arc::new(watch::Sender::new(None)),
            server: Arc::default(),
        }
    }
}

/// What opening the house gave.
pub struct Opened {
    /// The world of the actions.
    pub world: World,
    /// The server of This computer, if it could be started.
    pub server: Option<LocalServer>,
}

impl House {
    /// The world, as soon as it is open.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub async fn world(&self) -> Result<Arc<World>, Failure> {
        let mut opened = self.opened.subscribe();
        let there = opened
            .wait_for(Option::is_some)
            .await
            .map_err(|_closed| Failure::Interrupted)?;
        there.clone().unwrap_or(Err(Failure::Interrupted))
    }

    /// The world is open, or cannot be.
    pub fn open(&self, opened: Result<Opened, Failure>) {
        let world = opened.map(|opened| {
            *self.server.lock().unwrap_or_else(PoisonError::into_inner) = opened.server;
            Arc::new(opened.world)
        });
        if let Err(failure) = &world {
            tracing::error!(%failure, "the program cannot work");
        }
        self.opened.send_replace(Some(world));
    }

    /// Clears what this program left on the clipboard, and lets the server finish.
    pub async fn close(&self) {
        let world = self.opened.borrow().clone();
        if let Some(Ok(world)) = world
            && let Err(failure) = actions::clear_clipboard(&world).await
        {
            tracing::warn!(%failure, "the clipboard was not cleared");
        }
        let server = self
            .server
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(server) = server {
            server.stop(GRACE).await;
        }
    }
}
