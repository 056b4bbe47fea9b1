//! What an action works with: the places that it may touch, all handed in, and what the program remembers while it runs.

mod attempts;
mod clients;
mod connections;
mod door;
mod in_memory;
mod listings;
mod pasted_keys;
mod plans;
mod turns;

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use machine::Surroundings;
use model_studio::clock::Clock;
use model_studio::control::ControlClient;
use model_studio::encryption::PublicKeys;
use model_studio::key::mask;
use model_studio::pace::Pace;
use model_studio::region::RegionId;
use secrecy::{ExposeSecret, SecretString};
use vault::{Catalog, ItemName, SecretStore, Secrets, StoreError};

use crate::calls::Calls;
use crate::clipboard::{Clipboard, CopiedSecret};
use crate::doctor::Diagnosed;
use crate::failure::Failure;
use crate::temporary_keys::TemporaryKeys;
use crate::typed;
use crate::wire::{KeyRef, PlatformView};

pub(crate) use attempts::{Attempt, Attempts};
use clients::Clients;
use connections::Connections;
pub(crate) use connections::usual_endpoint;
pub(crate) use door::Door;
pub(crate) use in_memory::InMemory;
pub(crate) use listings::Listings;
pub(crate) use pasted_keys::{PastedKey, PastedKeys};
pub(crate) use plans::{KnownPlan, PlanOf, Plans};
use turns::Turns;

/// Told of each step of an action that must survive the end of the program between any two of them.
pub trait Steps: machine::Steps + Send + Sync {}
impl<S: machine::Steps + Send + Sync> Steps for S {}

/// Where a region's service is, and how to speak to it.
#[derive(Clone)]
pub struct Connection {
    /// The control plane.
    pub control: ControlClient,
    /// The HTTP client for calls with a key.
    pub http: reqwest::Client,
    /// The origin of the data plane that takes the keys of all workspaces, such as `http://127.0.0.1:4170`: This computer's,
    /// or the one that the user set; none for a region whose hosts are the platform's own.
    pub origin: Option<String>,
}

/// The server of this computer, as the shell runs it.
pub trait Platform: Send + Sync {
    /// How to reach it.
    ///
    /// # Errors
    /// [`Failure::LocalStudioStopped`].
    fn this_computer(&self) -> Result<Connection, Failure>;
}

/// What a [`World`] is built from.
pub struct WorldParts {
    /// Where secrets rest.
    pub secrets: Secrets,
    /// What is known about keys.
    pub catalog: Catalog,
    /// Start-up files, journal and backups.
    pub surroundings: Surroundings,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// This computer's server.
    pub platform: Arc<dyn Platform>,
    /// Where "Download" writes.
    pub downloads: PathBuf,
    /// The folder with the catalog, shown to the user.
    pub data_folder: PathBuf,
    /// Told of each step; `()` in the program.
    pub steps: Arc<dyn Steps>,
    /// Origins that stand for the shared hosts of regions where a pasted key is looked for; empty in the program.
    pub shared_hosts: HashMap<RegionId, String>,
    /// The operating system.
    pub system: PlatformView,
    /// The text of `/etc/os-release`, for the names of packages; empty elsewhere.
    pub os_release: String,
    /// The program's version.
    pub version: String,
}

/// The world of an action.
pub struct World {
    pub(crate) secrets: Arc<Secrets>,
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) surroundings: Arc<Surroundings>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) clipboard: Arc<dyn Clipboard>,
    pub(crate) platform: Arc<dyn Platform>,
    pub(crate) downloads: PathBuf,
    pub(crate) data_folder: PathBuf,
    pub(crate) steps: Arc<dyn Steps>,
    pub(crate) shared_hosts: HashMap<RegionId, String>,
    pub(crate) system: PlatformView,
    pub(crate) os_release: String,
    pub(crate) version: String,
    /// The accounts that were spoken to since the start.
    pub(crate) connections: Connections,
    /// The lists that were asked for since the start.
    pub(crate) listings: Arc<Listings>,
    /// One change of the accounts at a time.
    pub(crate) accounts: tokio::sync::Mutex<()>,
    /// The HTTP clients that were made since the start.
    pub(crate) clients: Clients,
    /// Keys that no keyring took.
    pub(crate) in_memory: InMemory,
    /// Keys found missing from the keyring since the start.
    pub(crate) missing: Mutex<HashSet<KeyRef>>,
    /// Under which addresses the cloud sees this computer, as far as it was asked since the start.
    pub(crate) own_addresses: Mutex<Vec<IpAddr>>,
    /// Creations by the name that the window gave them.
    pub(crate) attempts: Attempts,
    /// Intents of actions that are under way now, which are no business of recovery.
    pub(crate) under_way: Mutex<HashSet<String>>,
    /// Previews.
    pub(crate) plans: Plans,
    /// What this program put on the clipboard.
    pub(crate) copied: Arc<Mutex<CopiedSecret>>,
    /// One change of this computer's files at a time.
    pub(crate) files: Arc<tokio::sync::Mutex<()>>,
    /// One replacement of a kept value at a time: of two, the older must not come to rest over the newer.
    pub(crate) replacing: tokio::sync::Mutex<()>,
    /// One step of a rotation at a time in each place: what became of a creation is told by the place's list, where two would be
    /// taken for each other.
    pub(crate) rotating: Turns,
    /// The last diagnosis of why a program does not see a key.
    pub(crate) diagnosed: Mutex<Option<Diagnosed>>,
    /// Keys that were pasted and are neither kept nor forgotten yet.
    pub(crate) pasted: PastedKeys,
    /// Temporary keys that have not ended.
    pub(crate) temporary_keys: Arc<TemporaryKeys>,
    /// The last calls of models.
    pub(crate) calls: Calls,
    /// The services' public keys, each for a minute.
    pub(crate) public_keys: PublicKeys,
    /// How fast the services may be asked about tasks.
    pub(crate) pace: Pace,
}

impl World {
    /// Builds the world. Touches nothing.
    #[must_use]
    pub fn new(parts: WorldParts) -> Self {
        Self {
            secrets: Arc::new(parts.secrets),
            catalog: Arc::new(parts.catalog),
            surroundings: Arc::new(parts.surroundings),
            clock: parts.clock,
            clipboard: parts.clipboard,
            platform: parts.platform,
            downloads: parts.downloads,
            data_folder: parts.data_folder,
            steps: parts.steps,
            shared_hosts: parts.shared_hosts,
            system: parts.system,
            os_release: parts.os_release,
            version: parts.version,
            connections: Connections::default(),
            listings: Arc::default(),
            accounts: tokio::sync::Mutex::default(),
            clients: Clients::default(),
            in_memory: InMemory::default(),
            missing: Mutex::default(),
            own_addresses: Mutex::default(),
            attempts: Attempts::default(),
            under_way: Mutex::default(),
            plans: Plans::default(),
            copied: Arc::default(),
            files: Arc::default(),
            replacing: tokio::sync::Mutex::default(),
            rotating: Turns::default(),
            diagnosed: Mutex::default(),
            pasted: PastedKeys::default(),
            temporary_keys: Arc::default(),
            calls: Calls::default(),
            public_keys: PublicKeys::default(),
            pace: Pace::default(),
        }
    }

    /// Milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.clock.now().as_millisecond()
    }

    /// Reads a key's value: from memory if the keyring refused it, else from the keyring.
    pub(crate) async fn value(self: &Arc<Self>, key: &KeyRef) -> Result<SecretString, Failure> {
        let (world, key) = (Arc::clone(self), key.clone());
        blocking(move || world.value_now(&key)).await?
    }

    /// The same, on a thread that may block.
    pub(crate) fn value_now(&self, key: &KeyRef) -> Result<SecretString, Failure> {
        if let Some(value) = self.in_memory.get(key) {
            return Ok(value.secret().clone());
        }
        let found = match self.secrets.get(&item_name(key)) {
            Ok(value) if self.is_dead(key, &value)? => Err(StoreError::NotFound),
            found => found,
        };
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        match found {
            Ok(value) => {
                missing.remove(key);
                Ok(value)
            }
            Err(StoreError::NotFound) => {
                missing.insert(key.clone());
                Err(Failure::SecretMissing {
                    api_key_id: key.api_key_id.clone(),
                })
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Whether the keyring holds an older value because it refused the last one, which the user then saved elsewhere.
    fn is_dead(&self, key: &KeyRef, value: &SecretString) -> Result<bool, Failure> {
        let known = self
            .catalog
            .key(&key.region, typed::key_id(&key.api_key_id)?)?;
        // EXPOSE: for its masked form.
        let masked = mask(value.expose_secret());
        Ok(known.is_some_and(|record| record.kept_at.is_none() && record.masked != masked))
    }

    /// Puts a key's value into the keyring.
    pub(crate) async fn put_value(&self, key: &KeyRef, value: SecretString) -> Result<(), Failure> {
        let secrets = Arc::clone(&self.secrets);
        let name = item_name(key);
        blocking(move || secrets.put(&name, &value)).await??;
        self.missing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(key);
        Ok(())
    }

    /// Works on the catalog, off the threads that answer the window.
    pub(crate) async fn catalog<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Catalog) -> Result<T, vault::CatalogError> + Send + 'static,
    ) -> Result<T, Failure> {
        let catalog = Arc::clone(&self.catalog);
        Ok(blocking(move || work(&catalog)).await??)
    }

    /// Marks an intent as under way until the guard is dropped.
    pub(crate) fn busy_with(&self, intent: &str) -> UnderWay<'_> {
        self.under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(intent.to_owned());
        UnderWay {
            set: &self.under_way,
            intent: intent.to_owned(),
        }
    }
}

/// An intent that is under way.
pub(crate) struct UnderWay<'world> {
    set: &'world Mutex<HashSet<String>>,
    intent: String,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.set
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.intent);
    }
}

/// The name of a key's item in the keyring.
pub(crate) fn item_name(key: &KeyRef) -> ItemName {
    ItemName::key(&key.region, &key.api_key_id)
}

/// Runs what blocks (the keyring, SQLite, files, shells) on a thread that may block.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_ended| Failure::Interrupted)
}

/// A name for an intent or a preview that no other has.
pub(crate) fn fresh_name() -> String {
    uuid::Uuid::new_v4().to_string()
}
