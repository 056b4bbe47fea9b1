//! Accepting connections: loopback only, no delay on small answers, limits on slow and on many callers, and an end that
//! finishes what runs.

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::http::Peer;

/// Ports that are tried after the preferred one.
const NEIGHBOURS: u16 = 10;

/// Callers at the same time; more wait in the system's queue.
const CONNECTIONS: usize = 1024;

/// How long the head of a request may take to come, and how long a connection may lie idle.
const HEAD_TIME: Duration = Duration::from_secs(30);

/// How long what runs may take to finish once the end was asked for.
const GRACE: Duration = Duration::from_secs(5);

/// The pause after the system refused to accept, as when it has no file handles left.
const PAUSE: Duration = Duration::from_millis(50);

/// Why serving ended early or did not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The listener can be reached from elsewhere.
    #[error("{address} is not a loopback address: This computer is served to this computer only")]
    NotLoopback {
        /// Where it listens.
        address: SocketAddr,
    },
    /// The system took the listener away.
    #[error("the server cannot listen: {0}")]
    Listener(#[source] io::Error),
}

/// A listener on loopback: at the preferred port, else at one of the ten after it, else at any.
pub async fn bind(preferred: Option<u16>) -> io::Result<TcpListener> {
    if let Some(first) = preferred {
        for port in first..=first.saturating_add(NEIGHBOURS) {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
                Ok(listener) => return Ok(listener),
                Err(error) => tracing::debug!(port, %error, "port not free"),
            }
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}

/// The address, if nobody but this computer can reach it.
pub(crate) fn loopback_address(listener: &TcpListener) -> Result<SocketAddr, ServeError> {
    let address = listener.local_addr().map_err(ServeError::Listener)?;
    if address.ip().to_canonical().is_loopback() {
        Ok(address)
    } else {
        Err(ServeError::NotLoopback { address })
    }
}

/// Serves until `shutdown` is ready, then finishes what runs.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let mut connections = JoinSet::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        // The permit comes first: who is not served yet waits outside.
        let accepted = async {
            (
                Arc::clone(&room).acquire_owned().await,
                listener.accept().await,
            )
        };
        let (permit, accepted) = tokio::select! {
            accepted = accepted => accepted,
            Some(_ended) = connections.join_next() => continue,
            () = &mut shutdown => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "connection not accepted");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let connection = graceful.watch(connection(stream, peer, router.clone()));
        connections.spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended");
            }
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(GRACE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("connections were cut off at the end");
    }
    // What is left would go on in the program that holds the runtime.
    connections.shutdown().await;
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY was refused");
    }
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), service)
}
