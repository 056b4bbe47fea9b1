//! Tasks as a list tells them: in other words than one task by itself, and without its result.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::task::deleted_at;
use super::time::lenient;
use super::{TaskId, TaskStatus};

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedTask {
    /// Its id.
    pub id: TaskId,
    /// How far it is.
    pub status: TaskStatus,
    /// Its model; empty where the service does not say.
    pub model: String,
    /// The id of the key that created it; empty where the service does not say.
    pub api_key_id: String,
    /// Its region; empty where the service does not say.
    pub region: String,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was begun.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// The request that created it.
    pub request_id: String,
}

impl ListedTask {
    /// When the service deletes it, as far as that is known.
    pub fn deleted_at(&self) -> Option<Timestamp> {
        deleted_at(&self.status, self.ended_at)
    }
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPage {
    /// Its rows.
    pub tasks: Vec<ListedTask>,
    /// Tasks on all pages.
    pub total: u32,
    /// How many pages there are.
    pub pages: u32,
    /// This page, from 1.
    pub page: u32,
    /// Tasks a page.
    pub page_size: u32,
    /// To quote to support.
    pub request_id: String,
}

#[derive(Deserialize)]
pub(super) struct Page {
    data: Option<Vec<Row>>,
    #[serde(default, deserialize_with = "count")]
    total: Option<u32>,
    #[serde(default, deserialize_with = "count")]
    total_page: Option<u32>,
    #[serde(default, deserialize_with = "count")]
    page_no: Option<u32>,
    #[serde(default, deserialize_with = "count")]
    page_size: Option<u32>,
    #[serde(default)]
    request_id: String,
}

#[derive(Deserialize)]
struct Row {
    task_id: Option<String>,
    status: Option<String>,
    model_name: Option<String>,
    #[serde(default, deserialize_with = "text")]
    api_key_id: Option<String>,
    region: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    gmt_create: Option<Timestamp>,
    #[serde(default, deserialize_with = "lenient")]
    start_time: Option<Timestamp>,
    #[serde(default, deserialize_with = "lenient")]
    end_time: Option<Timestamp>,
    request_id: Option<String>,
}

impl Page {
    /// None where there is neither a list nor a count, so that it is no list at all.
    pub(super) fn understood(self) -> Option<TaskPage> {
        if self.data.is_none() && self.total.is_none() {
            return None;
        }
        let rows = self.data.unwrap_or_default();
        // What has no id cannot be asked about.
        let tasks: Vec<ListedTask> = rows.into_iter().filter_map(Row::understood).collect();
        let listed = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
        let total = self.total.unwrap_or(listed);
        let page_size = self.page_size.unwrap_or(listed);
        Some(TaskPage {
            total,
            pages: self
                .total_page
                .unwrap_or_else(|| total.div_ceil(page_size.max(1))),
            page: self.page_no.unwrap_or(1),
            page_size,
            request_id: self.request_id,
            tasks,
        })
    }
}

impl Row {
    fn understood(self) -> Option<ListedTask> {
        Some(ListedTask {
            id: TaskId::parse(&self.task_id?).ok()?,
            status: self
                .status
                .map_or(TaskStatus::Unknown, |word| TaskStatus::of(&word)),
            model: self.model_name.unwrap_or_default(),
            api_key_id: self.api_key_id.unwrap_or_default(),
            region: self.region.unwrap_or_default(),
            created_at: self.gmt_create,
            started_at: self.start_time,
            ended_at: self.end_time,
            request_id: self.request_id.unwrap_or_default(),
        })
    }
}

/// A count, as number or text.
fn count<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(text(deserializer)?.and_then(|text| text.parse().ok()))
}

/// A text, or a number as text.
fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Option::<Value>::deserialize(deserializer)? {
        Some(Value::String(text)) => Some(text),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    })
}
