//! Which tasks to list.

use std::num::NonZeroU32;

use jiff::Timestamp;

use super::time::compact;
use super::{TaskId, TaskStatus};

/// What a list is to hold. What is not given is not asked for: the platform then takes the last 24 hours, its first page, and ten a
/// page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFilter {
    /// This task alone.
    pub task_id: Option<TaskId>,
    /// Tasks in this state.
    pub status: Option<TaskStatus>,
    /// Tasks of this model.
    pub model: Option<String>,
    /// Tasks that were created with the key of this id.
    pub api_key_id: Option<String>,
    /// Tasks of this region.
    pub region: Option<String>,
    /// Not before. One list spans at most 24 hours: the platform keeps no more.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
    /// From 1.
    pub page: Option<NonZeroU32>,
    /// Tasks a page.
    pub page_size: Option<NonZeroU32>,
}

impl TaskFilter {
    /// As a query.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let number = |number: NonZeroU32| number.to_string();
        [
            ("task_id", self.task_id.as_ref().map(TaskId::to_string)),
            (
                "status",
                self.status
                    .as_ref()
                    .map(|status| status.as_str().to_owned()),
            ),
            ("model_name", self.model.clone()),
            ("api_key_id", self.api_key_id.clone()),
            ("region", self.region.clone()),
            ("start_time", self.from.map(compact)),
            ("end_time", self.to.map(compact)),
            ("page_no", self.page.map(number)),
            ("page_size", self.page_size.map(number)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}
