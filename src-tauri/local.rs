//! This computer as a region: its server on loopback, and the client that the actions speak to it with.

use std::{io, path::PathBuf, sync::Arc, time::Duration};

use actions::{Connection, Failure, Platform};
use local_studio::{LocalStudio, NoRandomness, Settings, bind};
use model_studio::{Reach, acs3::AccessKey, clock::Clock, control::ControlClient, http_client};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};
use url::Url;

/// The server, running.
#[derive(Debug)]
pub(crate) struct LocalServer {
    port: u16,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LocalServerError {
    /// Its state cannot be opened.
    #[error(transparent)]
    Open(#[from] local_studio::OpenError),
    /// No AccessKey could be made.
    #[error(transparent)]
    AccessKey(#[from] NoRandomness),
    /// No port of loopback could be had.
    #[error("no port on 127.0.0.1: {0}")]
    Listen(#[from] io::Error),
    /// The client for it could not be built.
    #[error(transparent)]
    Client(#[from] model_studio::HttpClientError),
    /// The address of the server is no address.
    #[error(transparent)]
    Address(#[from] url::ParseError),
}

impl LocalServer {
    /// Starts it on `preferred` or a port near it, and tells how to reach it.
    pub(crate) async fn start(
        data: PathBuf,
        access_key: AccessKey,
        clock: Arc<dyn Clock>,
        preferred: Option<u16>,
    ) -> Result<(Self, Connection), LocalServerError> {
        let settings = Settings {
            data,
            access_key: access_key.clone(),
            clock,
        };
        let opening = tokio::task::spawn_blocking(move || LocalStudio::open(settings));
        let studio = opening.await.map_err(io::Error::other)??;
        let listener = bind(preferred).await?;
        let address = listener.local_addr()?;
        let origin = format!("http://{address}");
        let http = http_client(Reach::Loopback)?;
        let control = ControlClient::new(http.clone(), Url::parse(&origin)?, access_key);
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(serve(studio, listener, stopped));
        tracing::info!(%address, "this computer is served");
        Ok((
            Self {
                port: address.port(),
                stop,
                ended,
            },
            Connection {
                control,
                http,
                origin: Some(origin),
            },
        ))
    }

    /// The port that it got.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Lets it finish what runs, for so long at most.
    pub(crate) async fn stop(self, grace: Duration) {
        // It may have ended by itself.
        let _ = self.stop.send(());
        if timeout(grace, self.ended).await.is_err() {
            tracing::warn!("this computer's server did not finish in time");
        }
    }
}

async fn serve(studio: LocalStudio, listener: TcpListener, stopped: oneshot::Receiver<()>) {
    let shutdown = async {
        // A dropped sender means the same.
        let _ = stopped.await;
    };
    if let Err(error) = studio.serve(listener, shutdown).await {
        tracing::error!(%error, "this computer is no longer served");
    }
}

/// What became of the server's start.
pub(crate) struct Started(pub(crate) Result<Connection, String>);

impl Platform for Started {
    fn this_computer(&self) -> Result<Connection, Failure> {
        self.0
            .clone()
            .map_err(|reason| Failure::LocalStudioStopped { reason })
    }
}
