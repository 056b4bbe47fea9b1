//! Cancelling a task: `POST {origin}/api/v1/tasks/{task_id}/cancel`. Only one that waits can be cancelled, and whether it still
//! does is for the service to say: it may have begun since it was looked at.

use reqwest::Method;
use serde::Deserialize;

use super::in_turn::in_turn;
use super::{TaskId, Tasks};
use crate::data::DataError;

/// The service's code for a task that does not wait any more.
const NOT_PENDING: &str = "UnsupportedOperation";

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cancelling {
    /// It is cancelled.
    Cancelled {
        /// To quote to support.
        request_id: String,
    },
    /// It was too late: it runs, or ended.
    NotPending {
        /// To quote to support.
        request_id: String,
    },
}

impl Tasks {
    /// Cancels a task that still waits.
    pub async fn cancel(&self, id: &TaskId) -> Result<Cancelling, DataError> {
        let path = ["api", "v1", "tasks", id.as_str(), "cancel"];
        let request = self.asking.request(Method::POST, &path)?;
        let answer = in_turn(&self.pace.cancel, &self.asking, request).await;
        match answer {
            Ok(Cancelled { request_id }) => Ok(Cancelling::Cancelled { request_id }),
            Err(DataError::Refused {
                code, request_id, ..
            }) if code == NOT_PENDING => Ok(Cancelling::NotPending { request_id }),
            Err(error) => Err(error),
        }
    }
}

#[derive(Deserialize)]
struct Cancelled {
    #[serde(default)]
    request_id: String,
}
