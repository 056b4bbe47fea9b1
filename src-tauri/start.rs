//! Opens the world of the actions: catalog, secrets, This computer. Runs while the window comes up; a keyring may take
//! its time to answer.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::Arc,
};

use actions::{Clipboard, Failure, World, WorldParts, wire::PlatformView};
use machine::Surroundings;
use model_studio::{
    clock::{Clock, SystemClock},
    key::mask,
};
use vault::{Catalog, CatalogError, Secrets};

use crate::{
    access_key,
    folders::Folders,
    local::{LocalServer, Started},
};

/// What the program finds around it, asked once.
#[derive(Clone)]
pub struct Beginning {
    /// The folders of this user.
    pub folders: Folders,
    /// The environment, without what this program added to it.
    pub environment: BTreeMap<String, String>,
    /// The shell of this user's terminals.
    pub login_shell: Option<PathBuf>,
    /// The program that prints keys, where there is one that stays where it is.
    pub key_printer: Option<PathBuf>,
    /// Finds the place where secrets rest. May block.
    pub secrets: Arc<dyn Fn() -> Secrets + Send + Sync>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// The text of `/etc/os-release`; empty on systems without it.
    pub os_release: String,
    /// The program's version.
    pub version: String,
}

/// What opening gives.
pub(crate) struct Opened {
    /// The world of the actions.
    pub(crate) world: World,
    /// The server of This computer, if it could be started.
    pub(crate) server: Option<LocalServer>,
}

/// Under this name the catalog keeps the port of This computer, so that addresses given to tools stay right.
const PORT: &str = "this-computer-port";

/// Opens everything.
///
/// # Errors
/// [`Failure::CatalogUnusable`] and [`Failure::CatalogTooNew`]. Without a keyring, or with a server that does not start,
/// the world opens all the same, and its actions say so.
pub(crate) async fn open(beginning: Beginning) -> Result<Opened, Failure> {
    let Beginning {
        folders,
        environment,
        login_shell,
        key_printer,
        secrets,
        clipboard,
        os_release,
        version,
    } = beginning;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let catalog_file = folders.catalog();
    let (catalog, secrets, access_key, port) = blocking(move || {
        let catalog = Catalog::open(&catalog_file)?;
        let port = catalog.preference(PORT)?.and_then(|port| port.parse().ok());
        let secrets = secrets();
        let access_key = access_key::of_this_computer(&secrets);
        Ok::<_, CatalogError>((catalog, secrets, access_key, port))
    })
    .await??;

    let started = match access_key {
        Ok(access_key) => {
            LocalServer::start(folders.local_studio(), access_key, Arc::clone(&clock), port).await
        }
        Err(error) => Err(error.into()),
    };
    let (server, this_computer) = match started {
        Ok((server, connection)) => (Some(server), Ok(connection)),
        Err(error) => {
            tracing::error!(%error, "this computer is not served");
            (None, Err(error.to_string()))
        }
    };
    let got = server
        .as_ref()
        .map(LocalServer::port)
        .filter(|got| Some(*got) != port);
    let catalog = blocking(move || {
        if let Some(got) = got {
            catalog.set_preference(PORT, &got.to_string())?;
        }
        Ok::<_, CatalogError>(catalog)
    })
    .await??;

    let world = World::new(WorldParts {
        secrets,
        catalog,
        surroundings: Surroundings {
            key_printer,
            ..Surroundings::new(
                folders.home,
                folders.config_home,
                folders.data.clone(),
                environment,
                login_shell,
                mask,
            )
        },
        clock,
        clipboard,
        platform: Arc::new(Started(this_computer)),
        downloads: folders.downloads,
        data_folder: folders.data,
        steps: Arc::new(()),
        shared_hosts: HashMap::new(),
        system: SYSTEM,
        os_release,
        version,
    });
    Ok(Opened { world, server })
}

/// Runs what blocks on a thread that may block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_ended| Failure::Interrupted)
}

const SYSTEM: PlatformView = if cfg!(windows) {
    PlatformView::Windows
} else if cfg!(target_os = "macos") {
    PlatformView::Macos
} else {
    PlatformView::Linux
};
