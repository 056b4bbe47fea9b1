//! How this program speaks HTTP: the time it waits, what it calls itself, and through what it goes.
//! It is not the protocol of either plane.

use std::time::Duration;

use secrecy::zeroize::Zeroizing;
use url::{Position, Url};

/// What a client is to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// This computer alone. Never goes through a proxy: a proxy would send the request elsewhere.
    Loopback,
    /// The internet, through the system's proxy where one is set.
    Network,
}

/// The client could not be built.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client cannot be set up")]
pub struct HttpClientError(#[source] reqwest::Error);

/// A client: 5 s to connect, 30 s for all of a request, no redirects.
pub fn http_client(reach: Reach) -> Result<reqwest::Client, HttpClientError> {
    let builder = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        // A redirect would carry a signature or a key to another host.
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("studio-keys/", env!("CARGO_PKG_VERSION")));
    let builder = match reach {
        Reach::Loopback => builder.no_proxy(),
        Reach::Network => builder,
    };
    builder.build().map_err(HttpClientError)
}

/// The largest body that is read: lists of keys and models are far smaller.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// How a request came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lost {
    /// No connection: nothing was sent.
    Unreachable,
    /// Sent, perhaps in part, and no answer in time.
    TimedOut,
    /// Sent, perhaps in part, and the connection broke.
    Broken,
}

/// What became of a request that failed.
pub(crate) fn loss(error: &reqwest::Error) -> Lost {
    // Before the time-out: a connection that takes too long was never made.
    if error.is_connect() || error.is_builder() {
        Lost::Unreachable
    } else if error.is_timeout() {
        Lost::TimedOut
    } else {
        Lost::Broken
    }
}

/// The host of a URL with its port, for messages.
pub(crate) fn host_of(url: &Url) -> String {
    url[Position::BeforeHost..Position::AfterPort].to_owned()
}

/// The whole body, wiped when dropped; none where it is too large to be an answer.
pub(crate) async fn body_of(
    mut response: reqwest::Response,
) -> Result<Option<Zeroizing<Vec<u8>>>, reqwest::Error> {
    // Room for all of it at once: a buffer that grows would leave copies behind.
    let announced = response
        .content_length()
        .and_then(|length| usize::try_from(length).ok())
        .unwrap_or(16 * 1024);
    if announced > LARGEST_BODY {
        return Ok(None);
    }
    let mut body = Zeroizing::new(Vec::with_capacity(announced));
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}
