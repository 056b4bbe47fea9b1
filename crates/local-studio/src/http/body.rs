//! The body of a request, whole: at most so large, and within some time.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, HttpBody};

use crate::platform_error::Refusal;

/// Far more than twenty addresses and five hundred models need.
const LIMIT: usize = 256 * 1024;

/// How much of a body that is too large is taken off the wire and dropped: closing a connection with unread bytes would
/// reset it, and the caller would never see why.
const DROPPED: usize = 8 * 1024 * 1024;

/// How long a body may take to come.
const TIME: Duration = Duration::from_secs(15);

/// Reads a body of the control plane.
pub(super) async fn whole(body: Body) -> Result<Vec<u8>, Refusal> {
    whole_within(body, LIMIT).await
}

/// Reads a body of at most so many bytes.
pub(super) async fn whole_within(body: Body, limit: usize) -> Result<Vec<u8>, Refusal> {
    tokio::time::timeout(TIME, read(body, limit))
        .await
        .unwrap_or(Err(Refusal::TimedOut))
}

async fn read(mut body: Body, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| Refusal::BodyUnreadable)?.into_data() else {
            continue;
        };
        length += data.len();
        if length <= limit {
            bytes.extend_from_slice(&data);
        } else if length > limit + DROPPED {
            break;
        }
    }
    if length > limit {
        return Err(Refusal::BodyTooLarge { limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_limit_is_exact() {
        assert_eq!(
            whole(Body::from(vec![1; LIMIT])).await.unwrap().len(),
            LIMIT
        );
        for length in [LIMIT + 1, LIMIT + DROPPED + 1] {
            let refused = whole(Body::from(vec![1; length])).await;
            assert!(matches!(
                refused,
                Err(Refusal::BodyTooLarge { limit: LIMIT })
            ));
        }
    }
}
