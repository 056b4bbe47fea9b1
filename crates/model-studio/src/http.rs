//! What becomes of an HTTP request: a body of bounded size, or how it was lost. It is not the protocol of either plane, and
//! clients are made in `reach`.

use std::error::Error;

use secrecy::zeroize::Zeroizing;
use url::{Position, Url};

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

/// Whether a connection was given up because nobody whom this computer trusts vouches for the host.
pub(crate) fn is_untrusted(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
            return true;
        }
        cause = match error.downcast_ref::<std::io::Error>() {
            // As a source it would give not what it wraps, but the source of that.
            Some(wrapper) => wrapper.get_ref().map(|wrapped| wrapped as _),
            None => error.source(),
        };
    }
    false
}

/// The host of a URL with its port, for messages.
pub(crate) fn host_of(url: &Url) -> String {
    url[Position::BeforeHost..Position::AfterPort].to_owned()
}

/// The whole body, wiped when dropped; none where it is too large to be an answer.
pub(crate) async fn body_of(
    response: reqwest::Response,
) -> Result<Option<Zeroizing<Vec<u8>>>, reqwest::Error> {
    body_within(response, LARGEST_BODY).await
}

/// The same, where an answer may have another size.
pub(crate) async fn body_within(
    mut response: reqwest::Response,
    largest: usize,
) -> Result<Option<Zeroizing<Vec<u8>>>, reqwest::Error> {
    // Room for all of it at once: a buffer that grows would leave copies behind.
    let announced = response
        .content_length()
        .and_then(|length| usize::try_from(length).ok())
        .unwrap_or(16 * 1024);
    if announced > largest {
        return Ok(None);
    }
    let mut body = Zeroizing::new(Vec::with_capacity(announced));
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > largest {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}
