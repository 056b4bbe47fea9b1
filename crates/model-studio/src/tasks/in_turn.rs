//! Asking about tasks at the account's pace, and telling the pace what the service made of it.

use reqwest::RequestBuilder;
use serde::de::DeserializeOwned;

use crate::data::probe::RefusalKind;
use crate::data::{Asking, DataError};
use crate::pace::Bucket;

/// Sends a request when it is its turn, once, and reads the answer.
pub(super) async fn in_turn<T: DeserializeOwned>(
    bucket: &Bucket,
    asking: &Asking,
    request: RequestBuilder,
) -> Result<T, DataError> {
    let turn = bucket.turn().await;
    let answer = asking.read(request).await;
    match &answer {
        Ok(_) => bucket.was_taken(turn),
        Err(error) => match RefusalKind::of(error) {
            Some(RefusalKind::Throttled) => bucket.refused(turn, error.retry_after()),
            Some(_) => bucket.was_taken(turn),
            // Whether the service ever saw it is not known.
            None => {}
        },
    }
    answer
}
