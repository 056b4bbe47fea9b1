//! Asking about tasks at the account's pace, and telling the pace what the service made of it.

use reqwest::RequestBuilder;
use serde::de::DeserializeOwned;

use crate::data::probe::RefusalKind;
use crate::data::{Asking, DataError};
use crate::pace::Bucket;

/// Sends a request when it is its turn and reads the answer. One that the service refuses as one too many was not carried out:
/// it is sent once more when the pause is over, since calls that left in time can arrive closer together.
pub(super) async fn in_turn<T: DeserializeOwned>(
    bucket: &Bucket,
    asking: &Asking,
    request: RequestBuilder,
) -> Result<T, DataError> {
    let again = request.try_clone();
    match (once(bucket, asking, request).await, again) {
        (Err(error), Some(again)) if is_one_too_many(&error) => once(bucket, asking, again).await,
        (answer, _) => answer,
    }
}

async fn once<T: DeserializeOwned>(
    bucket: &Bucket,
    asking: &Asking,
    request: RequestBuilder,
) -> Result<T, DataError> {
    let turn = bucket.turn().await;
    let answer = asking.read(request).await;
    match &answer {
        Ok(_) => bucket.was_taken(turn),
        Err(error) if is_one_too_many(error) => bucket.refused(turn, error.retry_after()),
        Err(error) if RefusalKind::of(error).is_some() => bucket.was_taken(turn),
        // Whether the service ever saw it is not known.
        Err(_) => {}
    }
    answer
}

fn is_one_too_many(error: &DataError) -> bool {
    RefusalKind::of(error) == Some(RefusalKind::Throttled)
}
