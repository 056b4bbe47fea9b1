//! This computer's server and the program by one clock that a test moves; and what a test asks of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use actions::wire::KeyRef;
use actions::{Connection, Failure, Platform, World, WorldParts, create_key};
use jiff::{SignedDuration, Timestamp};
use local_studio::{LocalStudio, Settings};
use model_studio::clock::{Clock, SystemClock};
use vault::{MemoryStore, Secrets};

use crate::home::{HERE, Home, Server, key_for, parts};

/// The system's clock, and so many seconds more.
#[derive(Default)]
pub(crate) struct Stepped(AtomicI64);

impl Stepped {
    pub(crate) fn ahead_by(seconds: i64) -> Arc<Stepped> {
        Arc::new(Stepped(AtomicI64::new(seconds)))
    }

    pub(crate) fn step(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Stepped {
    fn now(&self) -> Timestamp {
        SystemClock.now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// A home whose server goes by this clock.
pub(crate) async fn home_by(clock: Arc<Stepped>) -> Home {
    let folder = tempfile::tempdir().unwrap();
    let access_key = local_studio::generate_access_key().unwrap();
    let (id, secret) = (access_key.id.clone(), access_key.secret.clone());
    let settings = Settings {
        data: folder.path().join("local-studio"),
        access_key,
        clock,
    };
    let studio = LocalStudio::open(settings).unwrap();
    let listener = local_studio::bind(Some(0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(studio.serve(listener, std::future::pending()));
    // EXPOSE: the home signs with it.
    let secret = secrecy::ExposeSecret::expose_secret(&secret).to_owned();
    Home {
        folder,
        keyring: MemoryStore::new(),
        clipboard: Arc::default(),
        server: Server::known(address, id, secret),
    }
}

/// The server's control plane where it is, and its data plane at another address.
struct Elsewhere {
    server: Server,
    data: String,
}

impl Platform for Elsewhere {
    fn this_computer(&self) -> Result<Connection, Failure> {
        Ok(Connection {
            origin: Some(self.data.clone()),
            ..self.server.this_computer()?
        })
    }
}

/// The world by a clock, whose calls go to an address.
pub(crate) fn world_at(home: &Home, clock: Arc<dyn Clock>, data: String) -> Arc<World> {
    let secrets = Secrets::start(home.keyring.clone(), home.path("secrets.age"));
    let clipboard = Arc::clone(&home.clipboard);
    let parts = parts(
        home.folder.path(),
        secrets,
        &home.server,
        clipboard,
        Arc::new(()),
    );
    let platform = Arc::new(Elsewhere {
        server: home.server.clone(),
        data,
    });
    Arc::new(World::new(WorldParts {
        clock,
        platform,
        ..parts
    }))
}

/// Where the calls of a home go.
pub(crate) fn origin(home: &Home) -> String {
    format!("http://{}", home.server.address)
}

/// A new key that is kept.
pub(crate) async fn kept(world: &Arc<World>, description: &str) -> KeyRef {
    let created = create_key(world, key_for(description)).await.unwrap();
    assert_eq!(created.key.key.region, HERE);
    created.key.key
}
