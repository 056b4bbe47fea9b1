//! A user's computer in a temporary folder, and the platform on it.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actions::wire::{
    CreateKeyRequest, KeyRef, PermissionRequest, PermissionView, PlatformView,
    UpdatePermissionRequest,
};
use actions::{Clipboard, ClipboardError, Connection, Failure, Platform, Steps, World, WorldParts};
use local_studio::{LocalStudio, Settings};
use machine::Surroundings;
use machine::doctor::SystemPaths;
use model_studio::acs3::AccessKey;
use model_studio::clock::SystemClock;
use model_studio::control::ControlClient;
use model_studio::{Reach, http_client};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use vault::{Catalog, MemoryStore, Secrets};

/// The region of every test.
pub(crate) const HERE: &str = "this-computer";

/// A home, the server of This computer, and what the actions need of both.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
    pub(crate) keyring: MemoryStore,
    pub(crate) clipboard: Arc<FakeClipboard>,
    pub(crate) server: Server,
}

impl Home {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(".bashrc"), "alias ll='ls -l'\n").unwrap();
        let server = Server::start(folder.path()).await;
        Self {
            folder,
            keyring: MemoryStore::new(),
            clipboard: Arc::default(),
            server,
        }
    }

    /// Another computer that speaks to the same server.
    pub(crate) fn at(server: &Server) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            keyring: MemoryStore::new(),
            clipboard: Arc::default(),
            server: server.clone(),
        }
    }

    /// The world as a start of the program builds it.
    pub(crate) fn world(&self) -> Arc<World> {
        self.world_with(|_as_it_is| {})
    }

    /// The same on a computer that differs in something.
    pub(crate) fn world_with(&self, differs: impl FnOnce(&mut Surroundings)) -> Arc<World> {
        let secrets = Secrets::start(self.keyring.clone(), self.path("secrets.age"));
        let mut parts = parts(
            self.folder.path(),
            secrets,
            &self.server,
            Arc::clone(&self.clipboard),
            Arc::new(()),
        );
        differs(&mut parts.surroundings);
        Arc::new(World::new(parts))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// What a world is built from, for a home and a server.
pub(crate) fn parts(
    home: &Path,
    secrets: Secrets,
    server: &Server,
    clipboard: Arc<FakeClipboard>,
    steps: Arc<dyn Steps>,
) -> WorldParts {
    WorldParts {
        secrets,
        catalog: Catalog::open(&home.join("data/catalog.sqlite")).unwrap(),
        surroundings: surroundings(home),
        clock: Arc::new(SystemClock),
        clipboard,
        platform: Arc::new(server.clone()),
        downloads: home.join("Downloads"),
        data_folder: home.join("data"),
        steps,
        shared_hosts: HashMap::new(),
        system: PlatformView::Linux,
        os_release: String::new(),
        version: "0.0.0-test".to_owned(),
    }
}

fn surroundings(home: &Path) -> Surroundings {
    let path = std::env::var("PATH").unwrap();
    let environment = BTreeMap::from([("PATH".to_owned(), path)]);
    let login_shell = Some(PathBuf::from("/bin/bash"));
    let mut surroundings = Surroundings::new(
        home.to_owned(),
        home.join(".config"),
        home.join("data"),
        environment,
        login_shell,
        model_studio::key::mask,
    );
    surroundings.system = SystemPaths {
        processes: home.join("proc"),
        settings: home.join("etc"),
        own_process: None,
    };
    surroundings
}

/// Where the server of This computer is.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    access_key: AccessKey,
}

impl Server {
    async fn start(home: &Path) -> Self {
        let access_key = local_studio::generate_access_key().unwrap();
        let settings = Settings {
            data: home.join("local-studio"),
            access_key: access_key.clone(),
            clock: Arc::new(SystemClock),
        };
        let studio = LocalStudio::open(settings).unwrap();
        let listener = local_studio::bind(None).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(studio.serve(listener, std::future::pending()));
        Self {
            address,
            access_key,
        }
    }

    /// As a process that was started beside this one is told of it.
    pub(crate) fn known(address: SocketAddr, id: String, secret: String) -> Self {
        Self {
            address,
            access_key: AccessKey {
                id,
                secret: secret.into(),
                security_token: None,
            },
        }
    }

    pub(crate) fn access_key(&self) -> (String, String) {
        // EXPOSE: handed to the process that is going to be killed.
        (
            self.access_key.id.clone(),
            self.access_key.secret.expose_secret().to_owned(),
        )
    }
}

impl Platform for Server {
    fn this_computer(&self) -> Result<Connection, Failure> {
        let origin = format!("http://{}", self.address);
        let http = http_client(Reach::Loopback).unwrap();
        let control = ControlClient::new(
            http.clone(),
            origin.parse().unwrap(),
            self.access_key.clone(),
        );
        Ok(Connection {
            control,
            http,
            origin: Some(origin),
        })
    }
}

/// A clipboard that a test can look at.
#[derive(Default)]
pub(crate) struct FakeClipboard {
    pub(crate) text: Mutex<Option<String>>,
    /// The next put takes so long to come back.
    pub(crate) slow_after_put: Mutex<Option<Duration>>,
}

impl FakeClipboard {
    /// What is on it.
    pub(crate) fn holds(&self) -> Option<String> {
        self.text.lock().unwrap().clone()
    }
}

impl Clipboard for FakeClipboard {
    fn put_secret(&self, text: &SecretString) -> Result<(), ClipboardError> {
        // EXPOSE: a clipboard holds plain text.
        *self.text.lock().unwrap() = Some(text.expose_secret().to_owned());
        let slow = self.slow_after_put.lock().unwrap().take();
        std::thread::sleep(slow.unwrap_or_default());
        Ok(())
    }

    fn read(&self) -> Result<Option<SecretString>, ClipboardError> {
        Ok(self.text.lock().unwrap().clone().map(SecretString::from))
    }

    fn clear(&self) -> Result<(), ClipboardError> {
        *self.text.lock().unwrap() = None;
        Ok(())
    }
}

/// A request to create a key that anyone may use.
pub(crate) fn key_for(description: &str) -> CreateKeyRequest {
    CreateKeyRequest {
        attempt: description.to_owned(),
        region: HERE.to_owned(),
        workspace_id: None,
        description: description.to_owned(),
        permission: PermissionRequest::All,
    }
}

/// A list of addresses, and every model.
pub(crate) fn custom(addresses: &str) -> PermissionRequest {
    PermissionRequest::Custom {
        addresses: addresses.to_owned(),
        models: None,
    }
}

/// A request to save a permission without groups.
pub(crate) fn update(
    key: &KeyRef,
    expected: PermissionView,
    permission: PermissionRequest,
) -> UpdatePermissionRequest {
    UpdatePermissionRequest {
        key: key.clone(),
        expected,
        permission,
        groups: Vec::new(),
    }
}
