//! How this program speaks HTTP: the time it waits, what it calls itself, and through what it goes.
//! It is not the protocol of either plane.

use std::time::Duration;

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
